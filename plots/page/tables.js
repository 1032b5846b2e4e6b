// The page's tables follow the choice: rows and columns that are not asked for are hidden, and amounts are rewritten in
// the prices that are.

const units = { whole: 1, thousands: 1000, median: 1 };

function rewrite(cell, { results, choice, numbers }) {
  const year = Number(cell.closest('tr').dataset.year);
  const { measure, which, form, amount } = cell.dataset;
  if (amount !== undefined) {
    cell.textContent = numbers.number(Number(amount) / results.price(year, choice.real) / units.thousands);
    return;
  }
  const scenario = Number(cell.dataset.scenario);
  const { real, municipality } = choice;
  const [band] = results.course(scenario, measure, which, { years: [year], real, municipality });
  cell.textContent = form === 'median' && band ? numbers.number(band.median) : numbers.band(band, units[form]);
}

export function refreshTables(page, view) {
  const { choice } = view;
  for (const cell of page.querySelectorAll('td[data-measure], td[data-amount]')) rewrite(cell, view);
  for (const part of page.querySelectorAll('[data-scenario], [data-year], [data-counted]')) {
    const { scenario, year, counted } = part.dataset;
    part.hidden =
      (scenario !== undefined && !choice.shows(Number(scenario))) ||
      (year !== undefined && (year < choice.first || year > choice.last)) ||
      (counted !== undefined && counted !== choice.counted);
  }
}
