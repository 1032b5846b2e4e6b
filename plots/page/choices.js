// The acceptability curve: how often each scenario is best, as a job that lasts is worth more.
import { valueAxis } from './axis.js';
import { endLabels } from './labels.js';

export function choices(view, { width, onPaper }) {
  const { results, choice, palette, numbers, words } = view;
  const rows = results.appraisal.decisions.municipality.choices;
  const worths = rows.map(({ worth }) => worth / 1000);
  const height = width < 500 || onPaper ? 320 : 360;
  const room = Math.min(180, Math.max(112, width * 0.22));
  const names = choice.scenarios.map((scenario) => ({
    name: results.title(results.scenarios[scenario], 40),
    colour: palette.scenario(scenario).colour,
    value: rows.at(-1).scenarios[scenario].chance_best,
  }));
  const place = { range: { min: 0, max: 1 }, top: 34, height: height - 86, left: width - room, room };
  return {
    height,
    option: {
      grid: { left: 52, right: room, top: 34, bottom: 52 },
      xAxis: valueAxis({ min: worths[0], max: worths.at(-1), interval: width < 500 ? 20 : 10 }, view, {
        name: words('worth'),
        nameLocation: 'middle',
        nameGap: 30,
        splitLine: { show: false },
      }),
      yAxis: valueAxis({ min: 0, max: 1, interval: 0.25 }, view, {
        name: words('chance'),
        nameTextStyle: { color: palette.text, fontSize: 12, align: 'left', padding: [0, 0, 0, -50] },
        axisLabel: { color: palette.text, fontSize: 12, formatter: (value) => numbers.share(value) },
      }),
      graphic: endLabels(names, place, view),
      series: choice.scenarios.map((scenario) => {
        const style = palette.scenario(scenario);
        return {
          id: `chance-${scenario}`,
          name: results.title(results.scenarios[scenario], 40),
          type: 'line',
          data: rows.map(({ scenarios }, at) => [worths[at], scenarios[scenario].chance_best]),
          symbol: style.symbol,
          symbolSize: 6,
          lineStyle: { color: style.colour, width: 2.5, type: style.dash },
          itemStyle: { color: style.colour },
        };
      }),
    },
  };
}
