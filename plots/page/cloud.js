// Clouds of replications: a point for each, in the colour and with the marker of its scenario.
import { scale, valueAxis } from './axis.js';
import { legend } from './labels.js';

// `pick` makes [x, y] of a point as results.json has it: cost and benefit to society, lasting jobs, municipal cost.
function cloud(view, { width, onPaper, pick, x, y, ticks = {}, extra = () => [] }) {
  const { results, choice, palette } = view;
  const scenarios = choice.scenarios.filter((scenario) => !results.isNull(scenario));
  const points = scenarios.map((scenario) => results.appraisal.scenarios[scenario].cloud.map(pick));
  const all = points.flat();
  const across = scale(
    all.map(([value]) => value),
    width < 500 ? 4 : 6,
  );
  const up = scale(
    all.map(([, value]) => value),
    5,
  );
  const names = scenarios.map((scenario) => ({
    name: results.title(results.scenarios[scenario], 40),
    colour: palette.scenario(scenario).colour,
  }));
  const key = legend(names, width, view);
  return {
    height: (onPaper ? 300 : width < 500 ? 340 : 400) + key.height,
    option: {
      graphic: key.graphic,
      grid: { left: 58, right: 18, top: key.height + 28, bottom: 52 },
      xAxis: valueAxis(across, view, {
        name: x,
        nameLocation: 'middle',
        nameGap: 30,
        axisLine: { show: false },
        ...ticks,
      }),
      yAxis: valueAxis(up, view, {
        name: y,
        nameTextStyle: { color: palette.text, fontSize: 12, align: 'left', padding: [0, 0, 0, -56] },
      }),
      series: [
        ...scenarios.map((scenario, at) => {
          const { colour, symbol } = palette.scenario(scenario);
          return {
            id: `cloud-${scenario}`,
            name: names[at].name,
            type: 'scatter',
            data: points[at],
            symbol,
            symbolSize: 6,
            large: true, // one path for all points: they are many
            largeThreshold: 1,
            itemStyle: { color: colour, opacity: 0.75 },
            silent: true,
          };
        }),
        ...extra(across, up),
      ],
    },
  };
}

const million = 1e6;

export function plane(view, { width, onPaper }) {
  const { palette, words } = view;
  return cloud(view, {
    width,
    onPaper,
    pick: ([cost, benefit]) => [cost / million, benefit / million],
    x: words('costs'),
    y: words('benefits'),
    extra: (across, up) => {
      const from = Math.max(across.min, up.min);
      const to = Math.min(across.max, up.max);
      return [
        {
          id: 'break-even',
          type: 'line',
          data: [
            [from, from],
            [to, to],
          ],
          symbol: 'none',
          silent: true,
          lineStyle: { color: palette.target, width: 1.5, type: [6, 4] },
          endLabel: {
            show: true,
            formatter: words('break_even'),
            color: palette.text,
            fontSize: 12,
            offset: [-6, -10],
            align: 'right',
          },
          z: 5,
        },
      ];
    },
  });
}

export function effect(view, { width, onPaper }) {
  return cloud(view, {
    width,
    onPaper,
    pick: ([, , lasting, cost]) => [lasting, cost / million],
    x: view.words('lasting'),
    y: view.words('net_cost'),
  });
}
