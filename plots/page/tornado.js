// On which assumptions the result hangs: how far it moves as each goes from low to high, of one scenario.
import { valueAxis } from './axis.js';

const most = 10; // bars

export function influencesOf(results, scenario) {
  const { name } = results.scenarios[scenario];
  return results.appraisal.decisions.municipality.influences.find((one) => one.name === name)?.assumptions ?? [];
}

export function tornado(view, { width, data, moment }) {
  const { results, palette, words } = view;
  const scenario = moment('scenario', Number(data.leading));
  const bars = influencesOf(results, scenario)
    .slice(0, most)
    .map(({ name, low, high }) => ({
      name: results.title(results.assumption(name), 90),
      low: low / 1000,
      high: high / 1000,
    }));
  const ends = bars.flatMap(({ low, high }) => [low, high]);
  const range = around(ends);
  const middle = ends.reduce((sum, end) => sum + end, 0) / Math.max(1, ends.length);
  const room = width < 500 ? 8 : Math.min(330, width * 0.4);
  const high = width < 500 ? 48 : 34;
  const bar = (key, colour) => ({
    id: key,
    name: words(key),
    type: 'bar',
    stack: key,
    barGap: '-100%',
    barWidth: 16,
    data: bars.map((one) => one[key] - middle),
    itemStyle: { color: colour },
    label: {
      show: true,
      position: 'inside',
      formatter: words(key).split(' ').at(-1),
      color: '#ffffff',
      fontSize: 11,
    },
  });
  const axis = valueAxis({ min: range.min - middle, max: range.max - middle }, view);
  return {
    height: bars.length * high + 90,
    option: {
      grid: { left: room, right: 18, top: 8, bottom: 58 },
      xAxis: {
        ...axis,
        interval: range.interval,
        name: words('net_benefit'),
        nameLocation: 'middle',
        nameGap: 34,
        axisLabel: {
          ...axis.axisLabel,
          hideOverlap: true,
          formatter: (value) => view.numbers.number(value + middle),
        },
      },
      yAxis: {
        type: 'category',
        inverse: true,
        data: bars.map(({ name }) => name),
        axisTick: { show: false },
        axisLine: { lineStyle: { color: palette.text } },
        axisLabel: {
          color: palette.text,
          fontSize: 12,
          ...(width < 500
            ? {
                inside: true,
                align: 'left',
                verticalAlign: 'bottom',
                padding: [0, 0, 12, 0],
                width: width - 40,
                overflow: 'truncate',
              }
            : { width: room - 16, overflow: 'break', lineHeight: 14 }),
        },
        z: 6,
      },
      series: [bar('low', palette.part(0)), bar('high', palette.part(2))],
    },
  };
}

// Round ends around values that need not hold 0.
function around(values) {
  const low = Math.min(...values, Infinity === values.length ? 0 : (values[0] ?? 0));
  const high = Math.max(...values, values[0] ?? 1);
  const rough = Math.max(high - low, 1) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const interval = [1, 2, 5, 10].map((digit) => digit * power).find((step) => step >= rough * 0.999);
  return { min: Math.floor(low / interval) * interval, max: Math.ceil(high / interval) * interval, interval };
}
