// A figure on the page: draws its chart in the room it has, again when the room or the choice changes, and saves it.
import { init } from './echarts.js';
import { element } from './element.js';
import { select } from './form.js';

const paper = 680; // pixels: the width of A4 between its margins

export class Figure {
  constructor(figure, name, chart, view) {
    Object.assign(this, { figure, name, chart, view });
    this.plot = figure.querySelector('.plot');
    this.title = figure.querySelector('h3').textContent;
    this.plot.setAttribute('role', 'img');
    this.plot.setAttribute('aria-label', view.words('chart_of', { title: this.title }));
    this.addButton();
  }

  addButton() {
    const { words } = this.view;
    const button = element(
      'button',
      {
        type: 'button',
        class: 'utrecht-button utrecht-button--subtle save',
        'aria-label': words('save_of', { title: this.title }),
      },
      words('save'),
    );
    button.addEventListener('click', () => this.save());
    this.figure.insertBefore(button, this.figure.querySelector('details'));
  }

  // What this figure alone shows, a scenario or a year; it has a field of its own for it.
  moment(kind, fallback) {
    const { choice, results } = this.view;
    const known = kind === 'scenario' ? choice.scenarios : choice.years;
    const chosen = choice.moments[this.name + kind];
    if (known.includes(chosen)) return chosen;
    return known.includes(fallback)
      ? fallback
      : (known.filter((one) => kind !== 'scenario' || !results.isNull(one)).at(-1) ?? known[0]);
  }

  fields(kinds) {
    const { choice, results, words, changed } = this.view;
    const titles = { scenario: (at) => results.title(results.scenarios[at], 40), year: String };
    const shown = kinds.map(([kind, value]) => {
      const known = kind === 'scenario' ? choice.scenarios : choice.years;
      return select(
        `${this.name}-${kind}`,
        words(kind),
        known.map((one) => [one, titles[kind](one)]),
        value,
        (picked) => {
          choice.moments[this.name + kind] = picked;
          changed();
        },
      );
    });
    this.controls ??= this.plot.parentNode.insertBefore(element('div', { class: 'fields moments' }), this.plot);
    const focused = this.controls.querySelector(':focus')?.id;
    this.controls.replaceChildren(...shown);
    if (focused) document.getElementById(focused)?.focus();
  }

  draw(width = this.plot.clientWidth, onPaper = false) {
    if (width === 0) return;
    const kinds = [];
    const moment = (kind, fallback) => {
      const value = this.moment(kind, fallback);
      kinds.push([kind, value]);
      return value;
    };
    const { option, height } = this.chart(this.view, { width, data: this.figure.dataset, moment, onPaper });
    if (kinds.length > 0) this.fields(kinds);
    this.plot.style.height = `${height}px`;
    this.drawn = width;
    if (this.instance) this.instance.resize({ width, height });
    else this.instance = init(this.plot, { width, height });
    const { palette } = this.view;
    this.instance.setOption(
      {
        animation: false,
        textStyle: { fontFamily: palette.font, color: palette.text },
        backgroundColor: 'transparent',
        ...option,
      },
      { notMerge: true },
    );
    this.instance.getZr().flush();
    // Scales with its room where no script can draw it anew.
    const svg = this.plot.querySelector('svg');
    svg.setAttribute('viewBox', `0 0 ${width} ${height}`);
  }

  fit() {
    if (this.plot.clientWidth !== this.drawn) this.draw();
  }

  print() {
    this.draw(paper, true);
  }

  save() {
    const svg = this.plot.querySelector('svg').cloneNode(true);
    const [width, height] = [svg.getAttribute('width'), svg.getAttribute('height')];
    const namespace = 'http://www.w3.org/2000/svg';
    const background = document.createElementNS(namespace, 'rect');
    for (const [name, value] of Object.entries({ width, height, fill: this.view.palette.background }))
      background.setAttribute(name, value);
    const title = document.createElementNS(namespace, 'title');
    title.textContent = this.title;
    svg.prepend(title, background);
    const text = new XMLSerializer().serializeToString(svg);
    const address = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }));
    element('a', { href: address, download: `banenplan-${this.name}.svg` }).click();
    setTimeout(() => URL.revokeObjectURL(address), 1000);
  }
}
