// The page's script: reads the results that stand in the page, draws the charts, and lets the reader choose.
import { Choice } from './choice.js';
import { choices } from './choices.js';
import { effect, plane } from './cloud.js';
import { element } from './element.js';
import { fans } from './fans.js';
import { Figure } from './figure.js';
import { fill } from './form.js';
import { funds } from './funds.js';
import { holders } from './holders.js';
import { lines } from './lines.js';
import { moves } from './moves.js';
import { Numbers } from './numbers.js';
import { palette } from './palette.js';
import { region } from './region.js';
import { Results } from './results.js';
import { states } from './states.js';
import { refreshTables } from './tables.js';
import { tornado } from './tornado.js';

const charts = { lines, fans, holders, funds, states, moves, plane, effect, choice: choices, tornado, region };

const read = (name) => JSON.parse(document.getElementById(name).textContent);
const { language, texts } = read('words');
const words = (key, values = {}) => texts[key].replace(/\{(\w+)\}/g, (_, name) => values[name]);
const results = new Results(read('results'), language);
const choice = new Choice(results);
const view = {
  results,
  choice,
  words,
  numbers: new Numbers(language, texts.to_phrase),
  palette: palette(results),
  changed,
};

const form = document.getElementById('choice');
const status = element('p', { role: 'status', class: 'hidden' });
const figures = [];

function show() {
  fill(form, view, changed);
  form.append(status);
  refreshTables(document, view);
  for (const figure of figures) figure.draw();
}

function changed() {
  history.replaceState(null, '', location.pathname + location.search + choice.hash);
  show();
  status.textContent = words('chosen');
}

// A link inside the page goes there without taking the choice from the address.
document.addEventListener('click', (event) => {
  const target = document.getElementById(event.target.closest?.('a[href^="#"]')?.getAttribute('href').slice(1) ?? '');
  if (!target) return;
  event.preventDefault();
  target.scrollIntoView();
  target.focus({ preventScroll: true });
});
window.addEventListener('hashchange', () => {
  if (!Choice.isOne(location.hash)) return;
  choice.read(location.hash);
  show();
});
window.addEventListener('beforeprint', () => figures.forEach((figure) => figure.print()));
window.addEventListener('afterprint', () => figures.forEach((figure) => figure.draw()));
let waiting;
window.addEventListener('resize', () => {
  clearTimeout(waiting);
  waiting = setTimeout(() => figures.forEach((figure) => figure.fit()), 100);
});

choice.read(location.hash);
fill(form, view, changed);
form.append(status);
refreshTables(document, view);
document.documentElement.classList.add('scripted');
// One chart at a time, so that the first is there at once and the page can be used meanwhile.
const waitingFigures = [...document.querySelectorAll('figure[data-chart]')];
const used = {};
function drawNext() {
  const place = waitingFigures.shift();
  if (!place) {
    performance.mark('drawn');
    document.documentElement.dataset.drawn = 'all';
    return;
  }
  const kind = place.dataset.chart;
  used[kind] = (used[kind] ?? 0) + 1;
  const figure = new Figure(place, used[kind] > 1 ? `${kind}${used[kind]}` : kind, charts[kind], view);
  figures.push(figure);
  figure.draw();
  if (figures.length === 1) performance.mark('first-chart');
  setTimeout(drawNext, 0);
}
drawNext();
