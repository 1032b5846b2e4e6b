// Names beside a chart where its lines end, moved apart where they would touch, so that no legend is needed.

const line = 15; // pixels
const letter = 6.9; // an estimate from above of a letter's width at 12 pixels, bold

// `ends`: {name, colour, value}. `room`: pixels beside the chart. The result is for a chart's `graphic`.
export function endLabels(ends, { range, top, height, left, room }, { palette }) {
  const fitting = Math.max(8, Math.floor((room - 12) / letter));
  const labels = ends
    .filter(({ value }) => Number.isFinite(value))
    .map(({ name, colour, value }) => {
      const lines = wrapped(name, fitting);
      const y = top + height * (1 - (value - range.min) / (range.max - range.min));
      return { lines, colour, high: lines.length * line, y };
    })
    .sort((one, other) => one.y - other.y);
  // Downwards until none overlaps, then upwards from the foot of the chart.
  let free = -Infinity;
  for (const label of labels) {
    label.y = Math.max(label.y, free + label.high / 2);
    free = label.y + label.high / 2;
  }
  free = top + height + line;
  for (const label of [...labels].reverse()) {
    label.y = Math.min(label.y, free - label.high / 2);
    free = label.y - label.high / 2;
  }
  return labels.flatMap(({ lines, colour, high, y }) =>
    lines.map((text, at) => ({
      type: 'text',
      x: left + 12,
      y: y - high / 2 + (at + 0.5) * line,
      style: { text, fill: colour, font: `bold 12px ${palette.font}`, verticalAlign: 'middle' },
      silent: true,
    })),
  );
}

// In lines of at most so many letters, two lines at most.
export function wrapped(text, fitting) {
  const lines = [''];
  for (const word of text.split(' ')) {
    const longer = lines.at(-1) === '' ? word : `${lines.at(-1)} ${word}`;
    if (longer.length <= fitting || lines.at(-1) === '') lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  const shown = lines.slice(0, 2).map((one) => (one.length > fitting ? `${one.slice(0, fitting - 1)}…` : one));
  if (lines.length > 2) shown[1] = `${shown[1].slice(0, fitting - 1)}…`;
  return shown;
}

// Names with a swatch of their colour, on as many lines as they need.
export function legend(parts, width, { palette }, top = 0, start = 0) {
  const row = 21;
  let x = start;
  let y = top;
  const graphic = [];
  for (const { name, colour } of parts) {
    const wide = 34 + name.length * 7.4;
    if (x > start && x + wide > start + width) {
      x = start;
      y += row;
    }
    graphic.push(
      { type: 'rect', x, y: y + 4, shape: { width: 12, height: 12 }, style: { fill: colour }, silent: true },
      {
        type: 'text',
        x: x + 18,
        y: y + 10.5,
        style: { text: name, fill: palette.text, font: `13px ${palette.font}`, verticalAlign: 'middle' },
        silent: true,
      },
    );
    x += wide;
  }
  return { graphic, height: parts.length > 0 ? y + row + 4 - top : 0 };
}

// What an axis counts, above it.
export function unit(text, { palette }, y = 8) {
  return {
    type: 'text',
    x: 0,
    y,
    style: { text, fill: palette.text, font: `12px ${palette.font}`, verticalAlign: 'middle' },
    silent: true,
  };
}
