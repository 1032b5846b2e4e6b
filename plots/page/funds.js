// What the pots of each scenario hold at the end of each year, and below it how many placements are refused because
// they hold too little. One line a pot; the band stands around it.
import { scale, valueAxis, yearAxis } from './axis.js';
import { bandSeries, bandValues } from './band.js';
import { legend, unit } from './labels.js';
import { grid, panels, panelTitle } from './panels.js';
import { scaled } from './results.js';

const high = 150;
const between = 40;
const low = 60;
const row = 21;

export function funds(view, { width, onPaper }) {
  const { results, choice, palette, words } = view;
  const whole = { years: choice.years, real: choice.real, municipality: -1 };
  const scenarios = choice.scenarios
    .map((scenario) => ({
      scenario,
      title: results.title(results.scenarios[scenario]),
      pots: results.scenarios[scenario].measures
        .filter(({ subject }) => subject === 'fund')
        .map((measure) => ({
          name: results.title(measure, 40),
          bands: results
            .course(scenario, measure.key, 'value', whole)
            .map((band) => (band ? scaled(band, 1000) : null)),
        })),
      refused: results.course(scenario, 'refused_money', 'value', whole).map((band) => band?.mean ?? 0),
    }))
    .filter(({ pots }) => pots.length > 0);
  const upper = scale(scenarios.flatMap(({ pots }) => pots.flatMap(({ bands }) => bandValues(bands))));
  const lower = scale(
    scenarios.flatMap(({ refused }) => refused),
    2,
  );
  const names = Math.max(0, ...scenarios.map(({ pots }) => pots.length)) * row;
  const { places, height } = panels(scenarios.length, { width, onPaper }, names + high + between + low, 260);
  const balances = places.map((place) => ({ ...place, top: place.top + names, height: high }));
  const bars = places.map((place) => ({ ...place, top: place.top + names + high + between, height: low }));
  const axes = [...balances, ...bars];
  const looks = [0, 1, 2, 3, 4, 5].map((at) => ({
    ...palette.look(at),
    colour: palette.part([2, 1, 3, 4, 5, 0][at]),
  }));
  const look = (at) => looks[at % looks.length];
  const series = scenarios.flatMap(({ pots }, at) =>
    pots.flatMap(({ name, bands }, k) =>
      bandSeries({ name, bands, style: look(k), axis: at, id: `fund-${at}-${k}` }),
    ),
  );
  scenarios.forEach(({ title, refused }, at) =>
    series.push({
      id: `refused-${at}`,
      name: title,
      type: 'bar',
      xAxisIndex: scenarios.length + at,
      yAxisIndex: scenarios.length + at,
      data: refused,
      itemStyle: { color: palette.target },
      barCategoryGap: '30%',
    }),
  );
  return {
    height,
    option: {
      title: [
        ...scenarios.map(({ title }, at) => panelTitle(title, places[at], view)),
        ...bars.map((place) => {
          const title = panelTitle(words('refused'), { ...place, top: place.top + 4 }, view);
          return { ...title, textStyle: { ...title.textStyle, fontSize: 12, fontWeight: 'normal' } };
        }),
      ],
      graphic: [
        unit(words('thousand'), view),
        ...scenarios.flatMap(({ pots }, at) =>
          pots.flatMap(
            ({ name }, k) =>
              legend(
                [{ name, colour: look(k).colour }],
                places[at].width,
                view,
                places[at].top - 6 + k * row,
                places[at].left,
              ).graphic,
          ),
        ),
      ],
      grid: axes.map(grid),
      xAxis: axes.map((place, at) => {
        const axis = yearAxis(choice.years, place.width, view, { gridIndex: at, boundaryGap: true });
        return { ...axis, axisLabel: { ...axis.axisLabel, show: at >= scenarios.length } };
      }),
      yAxis: axes.map((place, at) => {
        const axis = valueAxis(at < scenarios.length ? upper : lower, view, { gridIndex: at });
        return { ...axis, axisLabel: { ...axis.axisLabel, show: place.first } };
      }),
      series,
    },
  };
}
