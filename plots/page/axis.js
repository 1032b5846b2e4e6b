// Scales with round ends, and the axes that charts share.

// From a round number to a round number in equal steps, around 0 and all values.
export function scale(values, steps = 4) {
  const known = values.filter((value) => Number.isFinite(value));
  let low = Math.min(0, ...known);
  let high = Math.max(0, ...known);
  if (low === high) high = 1;
  const rough = (high - low) / steps;
  const power = 10 ** Math.floor(Math.log10(rough));
  const interval = [1, 2, 5, 10].map((digit) => digit * power).find((step) => step >= rough * 0.999);
  low = Math.floor(low / interval + 1e-9) * interval;
  high = Math.ceil(high / interval - 1e-9) * interval;
  return { min: low, max: high, interval };
}

export function valueAxis(range, { palette, numbers }, more = {}) {
  return {
    type: 'value',
    ...range,
    axisLabel: { color: palette.text, fontSize: 12, formatter: (value) => numbers.tick(value) },
    splitLine: { lineStyle: { color: palette.faint } },
    nameTextStyle: { color: palette.text, fontSize: 12 },
    ...more,
  };
}

export function yearAxis(years, width, { palette }, { boundaryGap = false, ...more } = {}) {
  // At the edges of a chart whose lines touch them, a label stays inside.
  const edges = boundaryGap ? {} : { alignMinLabel: 'left', alignMaxLabel: 'right' };
  const room = Math.max(1, Math.ceil((years.length * 46) / width));
  return {
    type: 'category',
    data: years.map(String),
    boundaryGap,
    axisLine: { onZero: false, lineStyle: { color: palette.text } },
    axisTick: { alignWithLabel: true },
    axisLabel: {
      color: palette.text,
      fontSize: 12,
      ...edges,
      interval: (at) => (years.length - 1 - at) % room === 0,
    },
    ...more,
  };
}
