// Small multiples of stacked bars by year: parts of a whole for each scenario, on the same axes. What lies below zero is
// stacked downwards. The parts are named once, in the order of the stack.
import { scale, valueAxis, yearAxis } from './axis.js';
import { legend, unit as unitText } from './labels.js';
import { grid, panels, panelTitle } from './panels.js';

// `rows` of a scenario: for each part, a value for each year. `parts`: {name, colour}.
export function stacks(view, { width, onPaper, scenarios, parts, rows, unit }) {
  const { results, choice } = view;
  const above = unit ? 22 : 0;
  const key = legend(parts, width, view, above);
  const { places, height } = panels(scenarios.length, { width, onPaper });
  for (const place of places) place.top += above + key.height - 18;
  const sums = [];
  for (const values of rows)
    choice.years.forEach((_, year) => {
      const at = values.map((part) => part[year] ?? 0);
      sums.push(
        at.reduce((sum, one) => sum + Math.max(0, one), 0),
        at.reduce((sum, one) => sum + Math.min(0, one), 0),
      );
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
    height: height + above + key.height - 18,
    option: {
      title: [
        ...scenarios.map((scenario, at) => panelTitle(results.title(results.scenarios[scenario]), places[at], view)),
      ],
      graphic: [...(unit ? [unitText(unit, view)] : []), ...key.graphic],
      grid: places.map(grid),
      xAxis: places.map((place, at) =>
        yearAxis(choice.years, place.width, view, { gridIndex: at, boundaryGap: true }),
      ),
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
