// How scenarios and groups of people look: each scenario keeps its colour, dash and marker over all charts. Colours are
// design tokens (page.css); they differ in lightness too, for print in grey.

const dashes = ['solid', [9, 4], [3, 3], [12, 3, 3, 3], [6, 2], [1, 3]];
const symbols = ['circle', 'triangle', 'diamond', 'rect', 'roundRect', 'pin'];
const hues = 6;
const groups = ['trial', 'contract', 'permanent', 'sheltered', 'dropped_out'];

function token(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(`--banenplan-${name}`).trim();
}

export function palette(results) {
  const others = results.scenarios.map((_, place) => place).filter((place) => !results.isNull(place));
  const look = (at) => ({ dash: dashes[at % hues], symbol: symbols[at % hues] });
  const scenario = (place) => {
    if (results.isNull(place)) return { colour: token('series-null'), dash: [2, 4], symbol: 'rect' };
    const turn = others.indexOf(place);
    // Another dash once the colours come round.
    return { colour: token(`series-${(turn % hues) + 1}`), ...look(turn + Math.floor(turn / hues)) };
  };
  return {
    scenario,
    look,
    part: (place) => token(`part-${(place % hues) + 1}`),
    group: (key) => (groups.includes(key) ? token(`part-${groups.indexOf(key) + 1}`) : token('series-null')),
    text: token('chart-text'),
    faint: token('chart-line'),
    target: token('chart-target'),
    background: token('chart-background'),
    font: getComputedStyle(document.body).fontFamily,
  };
}
