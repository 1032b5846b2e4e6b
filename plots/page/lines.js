// The middle outcome of all scenarios in one chart, against the quotum; each line has its name where it ends.
import { scale, valueAxis, yearAxis } from './axis.js';
import { targetLine } from './band.js';
import { endLabels } from './labels.js';

export function lines(view, { width, onPaper }) {
  const { results, choice, palette, numbers, words } = view;
  const { years, counted } = choice;
  const courses = choice.scenarios.map((scenario) => ({
    scenario,
    name: results.title(results.scenarios[scenario], 40),
    values: results.course(scenario, counted, 'value', choice).map((band) => band?.median ?? null),
  }));
  const quotum = quotumPath(view);
  const range = scale([...courses.flatMap(({ values }) => values), ...quotum]);
  const room = Math.min(190, Math.max(112, width * 0.22));
  const series = courses.map(({ scenario, name, values }) => {
    const style = palette.scenario(scenario);
    return {
      id: `scenario-${scenario}`,
      name,
      type: 'line',
      data: values,
      lineStyle: { color: style.colour, width: 3, type: style.dash },
      itemStyle: { color: style.colour },
      symbol: style.symbol,
      symbolSize: 7,
    };
  });
  if (quotum.length > 0) series.push(targetLine(quotum, words('quotum'), view));
  const ends = courses.map(({ scenario, name, values }) => ({
    name,
    colour: palette.scenario(scenario).colour,
    value: last(values),
  }));
  if (quotum.length > 0) ends.push({ name: words('quotum'), colour: palette.target, value: quotum.at(-1) });
  const height = width < 500 || onPaper ? 320 : 360;
  const place = { range, top: 16, height: height - 48, left: width - room, room };
  return {
    height,
    option: {
      grid: { left: 48, right: room, top: 16, bottom: 32 },
      xAxis: yearAxis(years, width - room - 48, view, { boundaryGap: years.length === 1 }),
      yAxis: valueAxis(range, view),
      series,
      graphic: endLabels(ends, place, view),
      tooltip: yearTooltip(numbers),
    },
  };
}

const last = (values) => values.filter((value) => value !== null).at(-1);

// The quotum counts jobs; beside people or FTE it would mislead, and of one municipality it is not known.
export function quotumPath({ results, choice }) {
  if (choice.counted !== 'jobs' || choice.municipality >= 0) return [];
  const path = new Map(results.json.municipality.quotum.map(({ year, jobs }) => [year, jobs]));
  const jobs = choice.years.map((year) => path.get(year) ?? null);
  return jobs.some((value) => value > 0) ? jobs : [];
}

export function yearTooltip(numbers) {
  return {
    trigger: 'axis',
    renderMode: 'richText',
    confine: true,
    valueFormatter: (value) => (typeof value === 'number' ? numbers.number(value) : '–'),
  };
}
