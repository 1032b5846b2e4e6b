// Small multiples of stacked bars by year: parts of a whole for each scenario, on the same axes. What lies below zero is
// stacked downwards. The parts are named once, in the order of the stack.
import { scale, valueAxis, yearAxis } from './axis.js';
import { grid, panels, panelTitle } from './panels.js';
import { unitTitle } from './fans.js';

// `rows` of a scenario: for each part, a value for each year. `parts`: {name, colour}.
export function stacks(view, { width, scenarios, parts, rows, unit }) {
  const { results, choice } = view;
  const key = legend(parts, width, view, unit ? 22 : 0);
  const { places, height } = panels(scenarios.length, width);
  for (const place of places) place.top += key.height;
  const sums = [];
  for (const values of rows)
    choice.years.forEach((_, year) => {
      const at = values.map((part) => part[year] ?? 0);
      sums.push(at.reduce((sum, one) => sum + Math.max(0, one), 0), at.reduce((sum, one) => sum + Math.min(0, one), 0));
    });
  const range = scale(sums);
  const series = scenarios.flatMap((scenario, at) =>
    parts.map((part, k) => ({
      id: `part-${at}-${k}`,
      name: part.name,
      type: 'bar',
      stack: `stack-${at}`,
      xAxisIndex: at,
      yAxisIndex: at,
      data: rows[at][k],
      barCategoryGap: '25%',
      itemStyle: { color: part.colour, borderColor: view.palette.background, borderWidth: 1 },
    })),
  );
  return {
    height: height + key.height,
    option: {
      title: [
        ...(unit ? [unitTitle(unit, view)] : []),
        ...scenarios.map((scenario, at) => panelTitle(results.title(results.scenarios[scenario]), places[at], view)),
      ],
      graphic: key.graphic,
      grid: places.map(grid),
      xAxis: places.map((place, at) => yearAxis(choice.years, place.width, view, { gridIndex: at, boundaryGap: true })),
      yAxis: places.map((place, at) =>
        valueAxis(range, view, {
          gridIndex: at,
          axisLabel: { ...valueAxis(range, view).axisLabel, show: place.first },
        }),
      ),
      series,
    },
  };
}

// Names with their colours, on as many lines as they need.
export function legend(parts, width, { palette }, top = 0) {
  const line = 20;
  let x = 0;
  let y = top;
  const graphic = [];
  for (const { name, colour } of parts) {
    const wide = 22 + name.length * 7;
    if (x > 0 && x + wide > width) {
      x = 0;
      y += line;
    }
    graphic.push(
      { type: 'rect', left: x, top: y + 2, shape: { width: 12, height: 12 }, style: { fill: colour }, silent: true },
      { type: 'text', left: x + 17, top: y + 1, style: { text: name, fill: palette.text, font: `13px ${palette.font}` }, silent: true },
    );
    x += wide + 8;
  }
  return { graphic, height: parts.length > 0 ? y + line + 4 : top };
}
