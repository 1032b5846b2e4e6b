// Jobs by municipality of a region: a mark for each scenario with its band.
import { scale, valueAxis } from './axis.js';
import { legend } from './labels.js';

export function region(view, { width }) {
  const { results, choice, palette } = view;
  const shown = largest(results.municipalities);
  const names = shown.map((at) => results.title(results.municipalities[at], 30));
  const rows = choice.scenarios.map((scenario) =>
    shown.map((at) => results.measure(scenario, 'jobs', at)?.total.value ?? null),
  );
  const range = scale(rows.flat().flatMap((band) => (band ? [band.median, band.high ?? band.median] : [])));
  const key = legend(
    choice.scenarios.map((scenario) => ({
      name: results.title(results.scenarios[scenario], 40),
      colour: palette.scenario(scenario).colour,
    })),
    width,
    view,
  );
  return {
    height: key.height + names.length * (16 + 12 * choice.scenarios.length) + 50,
    option: {
      graphic: key.graphic,
      grid: { left: Math.min(170, width * 0.35), right: 18, top: key.height + 8, bottom: 32 },
      xAxis: valueAxis(range, view),
      yAxis: {
        type: 'category',
        inverse: true,
        data: names,
        axisLabel: { color: palette.text, fontSize: 12, width: Math.min(160, width * 0.33), overflow: 'truncate' },
      },
      series: choice.scenarios.map((scenario, at) => ({
        id: `jobs-${scenario}`,
        name: results.title(results.scenarios[scenario], 40),
        type: 'bar',
        barGap: '10%',
        data: rows[at].map((band) => band?.median ?? null),
        itemStyle: { color: palette.scenario(scenario).colour },
      })),
    },
  };
}

// The places of those with the most people in the register, in the order of the region.
function largest(municipalities, most = 40) {
  const people = (at) => municipalities[at].register_people;
  const places = municipalities.map((_, at) => at).sort((one, other) => people(other) - people(one));
  return places.slice(0, most).sort((one, other) => one - other);
}
