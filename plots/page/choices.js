// The acceptability curve: how often each scenario is best, as a job that lasts is worth more.
import { valueAxis } from './axis.js';

export function choices(view, { width }) {
  const { results, choice, palette, numbers, words } = view;
  const rows = results.appraisal.decisions.municipality.choices;
  const worths = rows.map(({ worth }) => worth / 1000);
  const room = Math.min(180, Math.max(104, width * 0.22));
  return {
    height: width < 500 ? 320 : 360,
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
      series: choice.scenarios.map((scenario) => {
        const style = palette.scenario(scenario);
        const name = results.title(results.scenarios[scenario], 40);
        return {
          id: `chance-${scenario}`,
          name,
          type: 'line',
          data: rows.map(({ scenarios }, at) => [worths[at], scenarios[scenario].chance_best]),
          symbol: style.symbol,
          symbolSize: 6,
          lineStyle: { color: style.colour, width: 2.5, type: style.dash },
          itemStyle: { color: style.colour },
          endLabel: { show: true, formatter: () => name, color: style.colour, fontSize: 12, fontWeight: 'bold', distance: 8, width: room - 16, overflow: 'break' },
          labelLayout: { moveOverlap: 'shiftY' },
        };
      }),
    },
  };
}
