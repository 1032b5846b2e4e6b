// What each budget holder pays by year, scenario by scenario.
import { stacks } from './stacks.js';

export function holders(view, { width, onPaper }) {
  const { results, choice, palette, words } = view;
  const valued = choice.scenarios.map((scenario) => results.appraisal.scenarios[scenario].holders);
  const scenarios = choice.scenarios.filter((scenario) => !results.isNull(scenario));
  const keys = [...new Set(valued.flatMap((list) => list.map(({ holder }) => holder)))];
  const parts = keys.map((key, at) => ({
    name: results.title(results.appraisal.parties.find((party) => party.key === key) ?? { key }),
    colour: palette.part(at),
  }));
  const rows = scenarios.map((scenario) =>
    keys.map((key) => {
      const line = results.appraisal.scenarios[scenario].holders.find(({ holder }) => holder === key);
      const extra = new Map((line?.years ?? []).map((row) => [row.year, row.extra]));
      return choice.years.map((year) => (extra.get(year) ?? 0) / results.price(year, choice.real) / 1000);
    }),
  );
  return stacks(view, { width, onPaper, scenarios, parts, rows, unit: words('thousand') });
}
