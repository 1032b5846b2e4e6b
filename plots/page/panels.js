// Small multiples: as many panels beside each other as fit, all of one size.

const gap = 20;
const left = 52; // room for the labels of the first column
const heading = 28;
const foot = 30;

// `room`: {width, onPaper}; on paper the panels are narrower, so that two charts fit on a page.
export function panels(count, { width, onPaper }, height = 150, least = 200) {
  const narrowest = onPaper ? 130 : least;
  const fitting = Math.max(1, Math.min(count, Math.floor((width - left + gap) / (narrowest + gap))));
  const columns = count === 4 && fitting === 3 ? 2 : fitting; // two rows of two, not three and one
  const rows = Math.ceil(count / columns);
  const wide = (width - left - 12 - gap * (columns - 1)) / columns;
  const places = [...Array(count).keys()].map((at) => {
    const column = at % columns;
    const row = Math.floor(at / columns);
    return {
      first: column === 0,
      last: row === rows - 1 || at + columns >= count,
      left: left + column * (wide + gap),
      top: row * (heading + height + foot) + heading + 18,
      width: wide,
      height,
    };
  });
  return { places, height: rows * (heading + height + foot) + 22 };
}

export function panelTitle(text, place, { palette }) {
  return {
    text,
    left: place.left,
    top: place.top - heading + 2,
    padding: 0,
    textStyle: { color: palette.text, fontSize: 13, fontWeight: 'bold', width: place.width, overflow: 'truncate' },
  };
}

export function grid({ left: x, top, width, height }) {
  return { left: x, top, width, height, containLabel: false };
}
