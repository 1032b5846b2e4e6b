// Who goes where in a year: streams from a group of states to another, of one scenario. Steps between groups outside
// the municipality are many, and left out.

const municipal = ['trial', 'contract', 'permanent', 'sheltered'];
const least = 0.05; // moves a year

export function movesAt({ results, choice }, scenario, year) {
  return results.scenarios[scenario].moves
    .map(({ from, to, years }) => ({ from, to, count: years.find((row) => row.year === year)?.mean ?? 0 }))
    .filter(
      ({ from, to, count }) =>
        count >= least && [from, to].some((key) => municipal.includes(key) || key === 'dropped_out'),
    );
}

export function moves(view, { width, data, moment, onPaper }) {
  const { results, choice, palette, numbers } = view;
  const scenario = moment('scenario', Number(data.leading));
  const year = moment('year', choice.last);
  const found = movesAt(view, scenario, year);
  const order = results.json.groups.map(({ key }) => key);
  const colour = (key) => palette.group(key);
  const node = (side, key) => ({
    name: `${side}-${key}`,
    depth: side === 'from' ? 0 : 1,
    itemStyle: { color: colour(key) },
    label: {
      position: side === 'from' ? 'right' : 'left',
      formatter: ({ value }) => `${results.title(results.group(key))} ${numbers.number(value, 1)}`,
    },
  });
  const sides = [
    ['from', new Set(found.map(({ from }) => from))],
    ['to', new Set(found.map(({ to }) => to))],
  ];
  return {
    height: onPaper ? 320 : 380,
    option: {
      series: [
        {
          type: 'sankey',
          left: 4,
          right: 4,
          top: 10,
          bottom: 10,
          nodeWidth: 14,
          nodeGap: 20,
          layoutIterations: 0,
          draggable: false,
          data: sides.flatMap(([side, keys]) => order.filter((key) => keys.has(key)).map((key) => node(side, key))),
          links: found.map(({ from, to, count }) => ({
            source: `from-${from}`,
            target: `to-${to}`,
            value: count,
            lineStyle: { color: `${colour(from)}40`, borderColor: colour(from), borderWidth: 0.75 },
          })),
          lineStyle: { opacity: 1, curveness: 0.5 },
          label: {
            color: palette.text,
            fontSize: width < 500 ? 11 : 13,
            lineHeight: width < 500 ? 12 : 15,
            textBorderColor: palette.background,
            textBorderWidth: 3,
            width: width / 2 - 40,
            overflow: 'break',
          },
          emphasis: { disabled: true },
        },
      ],
    },
  };
}
