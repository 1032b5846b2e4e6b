// A middle line with a band around it, as series of a chart. The band is the room between two stacked lines, of which
// only that room is seen.

export function bandSeries({ name, bands, style, axis = 0, id }) {
  const at = (pick) => bands.map((band) => (band ? pick(band) : null));
  const middle = {
    id: `${id}-median`,
    name,
    type: 'line',
    xAxisIndex: axis,
    yAxisIndex: axis,
    data: at((band) => band.median),
    lineStyle: { color: style.colour, width: 2.5, type: style.dash },
    itemStyle: { color: style.colour },
    symbol: style.symbol,
    symbolSize: 6,
    showSymbol: bands.length <= 12,
    z: 4,
  };
  if (bands.every((band) => !band || band.low === null)) return [middle];
  const edge = (suffix, data, area) => ({
    id: `${id}-${suffix}`,
    name,
    type: 'line',
    xAxisIndex: axis,
    yAxisIndex: axis,
    stack: `${id}-band`,
    stackStrategy: 'all',
    data,
    lineStyle: { color: style.colour, width: 0.75 },
    itemStyle: { color: style.colour },
    symbol: 'none',
    areaStyle: area ? { color: style.colour, opacity: 0.2 } : undefined,
    silent: true,
    z: 2,
  });
  return [
    edge(
      'low',
      at((band) => band.low),
      false,
    ),
    edge(
      'high',
      at((band) => band.high - band.low),
      true,
    ),
    middle,
  ];
}

// All numbers that a scale must hold.
export function bandValues(bands) {
  return bands.flatMap((band) => (band ? [band.median, band.low ?? band.median, band.high ?? band.median] : []));
}

// A horizontal line over the whole width, as the quotum is.
export function targetLine(data, label, { palette }, axis = 0) {
  return {
    id: `target-${axis}`,
    name: label,
    type: 'line',
    xAxisIndex: axis,
    yAxisIndex: axis,
    data,
    symbol: 'none',
    silent: true,
    lineStyle: { color: palette.target, width: 1.5, type: [6, 4] },
    itemStyle: { color: palette.target },
    z: 3,
  };
}
