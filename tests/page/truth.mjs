// Every number on the page is one of results.json, read back from what a person sees.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { agrees, numbersIn } from './numbers.mjs';
import { languages, look, open, results } from './world.mjs';

const units = { whole: 1, thousands: 1000, median: 1 };
const byKey = (list, key) => list.find((one) => one.key === key);
const named = (list, name) => list.find((one) => one.name === name);

function check(text, values, language) {
  const found = numbersIn(text, language);
  assert.equal(found.length, values.length, text);
  found.forEach((number, at) => assert.ok(agrees(number, values[at]), `${text}: ${values[at]}`));
}

const ends = (band, unit = 1) => (band ? [band.median, band.low, band.high].map((value) => value / unit) : []);
const ratio = ({ value, low, high }) => (value === undefined ? [] : low === null ? [value] : [value, low, high]);

// The tables of a page: caption, columns and rows as text; hidden ones too.
function tables(page) {
  return page.evaluate(() =>
    [...document.querySelectorAll('table')].map((table) => ({
      caption: table.caption.textContent,
      columns: [...table.tHead.rows[0].cells].map((cell) => cell.textContent),
      rows: [...table.tBodies[0].rows].map((row) => [...row.cells].map((cell) => cell.textContent)),
      scenario: table.closest('[data-scenario]')?.dataset.scenario,
      chart: table.closest('figure')?.dataset.chart,
    })),
  );
}

// What the rows of each kind of table must say, by the chart that it belongs to: [row][column] a list of values.
const expected = {
  plane: ({ appraisal, policies }) =>
    policies.map((at) => {
      const { cost, benefit, net, chance_positive: chance } = appraisal.scenarios[at].society;
      return [ends(cost, 1e6), ends(benefit, 1e6), ends(net, 1e6), [chance * 100]];
    }),
  effect: ({ appraisal, scenarios, policies }) =>
    policies.map((at) => {
      const { net } = appraisal.scenarios[at].municipality;
      const lasting = byKey(scenarios[at].measures, 'lasting_placements').total.difference;
      return [
        ends(lasting),
        [-net.median, -net.high, -net.low].map((value) => value / 1e6),
        ratio(appraisal.scenarios[at].cost_per.lasting_job),
      ];
    }),
  choice: ({ appraisal }) =>
    appraisal.decisions.municipality.choices.map((row) => row.scenarios.map((one) => [one.chance_best * 100])),
  tornado: ({ appraisal, scenarios }, place) =>
    named(appraisal.decisions.municipality.influences, scenarios[place].name).assumptions.map(({ low, high }) => [
      [low / 1000],
      [high / 1000],
    ]),
  holders: ({ appraisal, period }, place) =>
    [...Array(period.years).keys()].map((year) =>
      appraisal.scenarios[place].holders.map(({ years }) => [years[year].extra / 1000]),
    ),
  moves: ({ scenarios }, place) =>
    scenarios[place].moves
      .filter(({ years }) => years.some(({ mean }) => mean > 0))
      .map(({ years }) => years.map(({ mean }) => [mean])),
  states: ({ scenarios, groups }, place) => {
    const shown = groups.filter(
      ({ key }) => key !== 'left' && scenarios.some(({ people }) => people.some((row) => row[key] > 0)),
    );
    return scenarios[place].people.map((row) => shown.map(({ key }) => [row[key]]));
  },
};

const overview = {
  people: [
    'placements',
    'jobs',
    'quotum_share',
    'people_at_work',
    'fte',
    'lasting_placements',
    'dropped_out',
    'refused_money',
  ],
  money: ['lks', 'guidance', 'municipal_wages', 'benefits', 'net_cost'],
};

export default (world) => {
  for (const language of languages) {
    test(`${language}: the page holds results.json, and each cell of a year says what it has there`, async () => {
      const json = results(language);
      const { page } = await look(world.browser, language);
      assert.deepEqual(JSON.parse(await page.locator('#results').textContent()), json);
      const cells = await page.evaluate(() =>
        [...document.querySelectorAll('td[data-measure]')].map((cell) => ({
          ...cell.dataset,
          year: Number(cell.closest('tr').dataset.year),
          text: cell.textContent,
        })),
      );
      assert.ok(cells.length > 400, cells.length);
      for (const { text, scenario, measure, which, form, year } of cells) {
        const row = byKey(json.scenarios[scenario].measures, measure).years.find((one) => one.year === year);
        const values = ends(row[which], units[form]);
        check(text, form === 'median' ? values.slice(0, 1) : values, language);
      }
    });

    test(`${language}: the numbers of the other tables are those of results.json`, async () => {
      // Without the script, so that it is the program that is held to it.
      const { page, close } = await open(world.browser, language, { script: false });
      const json = results(language);
      const policies = json.scenarios
        .map((_, at) => at)
        .filter((at) => json.scenarios[at].name !== json.null_alternative);
      const found = await tables(page);
      const seen = new Set();
      for (const { chart, scenario, rows } of found) {
        if (!expected[chart]) continue;
        seen.add(chart);
        const values = expected[chart]({ ...json, policies }, scenario);
        assert.equal(rows.length, values.length, chart);
        rows.forEach(([, ...cells], at) =>
          cells.forEach((text, column) => check(text, values[at][column], language)),
        );
      }
      assert.deepEqual([...seen].sort(), Object.keys(expected).sort());

      const [figures, , people, money] = found;
      figures.rows.forEach(([, lasting, cost, society], at) => {
        const { measures } = json.scenarios[at];
        check(lasting, ends(byKey(measures, 'lasting_placements').total.value), language);
        if (!policies.includes(at)) return;
        check(cost, ends(byKey(measures, 'net_cost').total.difference), language);
        check(society, ratio(json.appraisal.scenarios[at].society.ratio), language);
      });
      for (const [table, keys, unit] of [
        [people, overview.people, 1],
        [money, overview.money, 1e6],
      ]) {
        assert.equal(table.rows.length, keys.length);
        table.rows.forEach(([, ...cells], row) =>
          cells.forEach((text, at) => {
            const { unit: kind, total } = byKey(json.scenarios[at].measures, keys[row]);
            const saved = keys[row] === 'benefits';
            const band = saved || keys[row] === 'net_cost' ? total.difference : total.value;
            const values = ends(band, kind === 'share' ? 0.01 : unit);
            check(text, saved && band ? [-values[0], -values[2], -values[1]] : values, language);
          }),
        );
      }
      const worth = found.find(({ rows }) => rows.length === json.appraisal.parties.length + 5);
      worth.rows
        .slice(0, json.appraisal.parties.length)
        .forEach(([, ...cells], party) =>
          cells.forEach((text, at) =>
            check(text, ends(json.appraisal.scenarios[policies[at]].parties[party].net, 1e6), language),
          ),
        );
      const assumptions = found.at(-1);
      assert.equal(assumptions.rows.length, json.assumptions.length);
      assumptions.rows.forEach(([, value], at) => {
        const { unit, value: known } = json.assumptions[at];
        const [{ value: shown, half }] = numbersIn(value, language);
        const scale = ['share', 'per_month', 'per_year'].includes(unit) ? 100 : 1;
        assert.ok(Math.abs(shown - known * scale) <= Math.max(half, 1e-6), `${value}: ${known}`);
      });
      await close();
    });

    test(`${language}: each number in a sentence is one of results.json`, async () => {
      const { page, close } = await open(world.browser, language, { script: false });
      const json = results(language);
      const values = [];
      const collect = (node) => {
        if (typeof node === 'number') values.push(node);
        else if (node && typeof node === 'object') Object.values(node).forEach(collect);
      };
      collect({ ...json, assumptions: json.assumptions.length });
      // Counts, and sums over years, that the page takes from the results.
      for (const grade of 'OSDAM') values.push(json.assumptions.filter((one) => one.grade === grade).length);
      const municipal = new Set(['trial', 'contract', 'permanent']);
      for (const { moves } of json.scenarios)
        for (const inwards of [true, false])
          values.push(
            moves
              .filter(({ from, to }) => municipal.has(to) === inwards && municipal.has(from) !== inwards)
              .reduce((sum, { years }) => sum + years.reduce((all, { mean }) => all + mean, 0), 0),
          );
      // What words hold themselves: hours of a job and an FTE, the band, months that last, the rule of thumb.
      const constants = [25.5, 36, 90, 100, 5, 95, 12, 1, 4];
      const known = [...values.flatMap((value) => [value, -value, value * 100]), ...constants];
      const texts = await page.evaluate(() =>
        [...document.querySelectorAll('main p, main h3, main li')].map((one) => one.textContent),
      );
      const version = json.version;
      let read = 0;
      for (const text of texts)
        for (const number of numbersIn(text.replaceAll(version, ''), language)) {
          read += 1;
          assert.ok(
            known.some((value) => agrees(number, value)),
            `${number.text} in: ${text}`,
          );
        }
      assert.ok(read > 60, read);
      await close();
    });
  }
};
