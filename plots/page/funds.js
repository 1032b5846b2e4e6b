// What a pot holds at the end of each year, and below it how many placements are refused because it holds too little.
import { scale, valueAxis, yearAxis } from './axis.js';
import { bandSeries, bandValues } from './band.js';
import { unitTitle } from './fans.js';
import { grid, panels, panelTitle } from './panels.js';
import { scaled } from './results.js';

const refusedHeight = 60;

export function funds(view, { width }) {
  const { results, choice, palette, words } = view;
  const whole = { years: choice.years, real: choice.real, municipality: -1 };
  const pots = choice.scenarios.flatMap((scenario) =>
    results.scenarios[scenario].measures
      .filter(({ subject }) => subject === 'fund')
      .map((measure) => ({
        scenario,
        name: `${results.title(results.scenarios[scenario], 30)}: ${results.title(measure, 30)}`,
        bands: results
          .course(scenario, measure.key, 'value', whole)
          .map((band) => (band ? scaled(band, 1000) : null)),
        refused: results
          .course(scenario, 'refused_money', 'value', whole)
          .map((band) => band?.mean ?? 0),
      })),
  );
  const upper = scale(pots.flatMap(({ bands }) => bandValues(bands)));
  const lower = scale(pots.flatMap(({ refused }) => refused), 2);
  const { places, height } = panels(pots.length, width, 150 + 24 + refusedHeight);
  const balances = places.map((place) => ({ ...place, height: 150 }));
  const bars = places.map((place) => ({ ...place, top: place.top + 150 + 24, height: refusedHeight }));
  const axes = [...balances, ...bars];
  const series = pots.flatMap(({ name, bands, scenario }, at) =>
    bandSeries({ name, bands, style: palette.scenario(scenario), axis: at, id: `fund-${at}` }),
  );
  pots.forEach(({ name, refused, scenario }, at) =>
    series.push({
      id: `refused-${at}`,
      name,
      type: 'bar',
      xAxisIndex: pots.length + at,
      yAxisIndex: pots.length + at,
      data: refused,
      itemStyle: { color: palette.scenario(scenario).colour },
      barCategoryGap: '30%',
    }),
  );
  return {
    height,
    option: {
      title: [
        unitTitle(words('thousand'), view),
        ...pots.map(({ name }, at) => panelTitle(name, places[at], view)),
        ...bars.map((place) => ({
          ...panelTitle(words('refused'), place, view),
          top: place.top - 18,
          textStyle: { color: palette.text, fontSize: 12, fontWeight: 'normal' },
        })),
      ],
      grid: axes.map(grid),
      xAxis: axes.map((place, at) => {
        const above = at < pots.length;
        const axis = yearAxis(choice.years, place.width, view, { gridIndex: at, boundaryGap: true });
        return { ...axis, axisLabel: { ...axis.axisLabel, show: !above } };
      }),
      yAxis: axes.map((place, at) => {
        const range = at < pots.length ? upper : lower;
        const axis = valueAxis(range, view, { gridIndex: at });
        return { ...axis, axisLabel: { ...axis.axisLabel, show: place.first } };
      }),
      series,
    },
  };
}
