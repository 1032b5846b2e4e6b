// How many people are in each state with the municipality at the end of each year. The others, without work or with
// another employer, are so many more that they stand in the table only.
import { stacks } from './stacks.js';

const shown = ['trial', 'contract', 'permanent', 'sheltered', 'dropped_out'];

export function states(view, { width, onPaper }) {
  const { results, choice, palette } = view;
  const mean = (scenario, key) => {
    const found = new Map(results.scenarios[scenario].people.map((row) => [row.year, row[key]]));
    return choice.years.map((year) => found.get(year) ?? 0);
  };
  const scenarios = choice.scenarios;
  const keys = shown.filter((key) =>
    results.scenarios.some((scenario) => scenario.people.some((row) => (row[key] ?? 0) > 0)),
  );
  const parts = keys.map((key) => ({
    name: results.title(results.group(key)),
    colour: palette.group(key),
  }));
  const rows = scenarios.map((scenario) => keys.map((key) => mean(scenario, key)));
  return stacks(view, { width, onPaper, scenarios, parts, rows });
}
