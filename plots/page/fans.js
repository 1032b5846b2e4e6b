// Small multiples: a measure of each scenario with its band, all on the same axes.
import { scale, valueAxis, yearAxis } from './axis.js';
import { bandSeries, bandValues, targetLine } from './band.js';
import { unit } from './labels.js';
import { quotumPath } from './lines.js';
import { grid, panels, panelTitle } from './panels.js';
import { scaled } from './results.js';

export function fans(view, { width, data, onPaper }) {
  const { results, choice, palette, words } = view;
  const key = data.measure === 'jobs' ? choice.counted : data.measure;
  const courses = choice.scenarios
    .filter((scenario) => results.measure(scenario, key)?.total[data.which])
    .map((scenario) => ({ scenario, ...inUnit(results, choice, scenario, key, data.which) }));
  const money = courses.some(({ euro }) => euro);
  const quotum = data.measure === 'jobs' ? quotumPath(view) : [];
  const range = scale([...courses.flatMap(({ bands }) => bandValues(bands)), ...quotum]);
  const { places, height } = panels(courses.length, { width, onPaper });
  const series = [];
  courses.forEach(({ scenario, bands }, at) => {
    const name = results.title(results.scenarios[scenario]);
    series.push(...bandSeries({ name, bands, style: palette.scenario(scenario), axis: at, id: `fan-${at}` }));
    if (quotum.length > 0) series.push(targetLine(quotum, words('quotum'), view, at));
  });
  return {
    height,
    option: {
      title: courses.map(({ scenario }, at) =>
        panelTitle(results.title(results.scenarios[scenario]), places[at], view),
      ),
      graphic: money ? [unit(words('thousand'), view)] : [],
      grid: places.map(grid),
      xAxis: places.map((place, at) =>
        yearAxis(choice.years, place.width, view, { gridIndex: at, boundaryGap: choice.years.length === 1 }),
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

// Amounts in thousands of euros, all else as it is.
export function inUnit(results, choice, scenario, key, which) {
  const euro = results.measure(scenario, key)?.unit === 'euro';
  const bands = results.course(scenario, key, which, choice);
  return { euro, bands: euro ? bands.map((band) => (band ? scaled(band, 1000) : null)) : bands };
}
