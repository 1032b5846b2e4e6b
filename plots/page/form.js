// The form by which a reader chooses: scenarios, years, euros, what is counted, and the municipality of a region.
import { Choice } from './choice.js';
import { element } from './element.js';

function labelled(text, control, identifier) {
  control.id = identifier;
  const label = element('label', { class: 'utrecht-form-label', for: control.id }, text);
  return [label, control];
}

export function select(identifier, text, options, value, changed) {
  const control = element('select', { class: 'utrecht-select utrecht-select--html-select' });
  for (const [key, title] of options) control.append(element('option', { value: key }, title));
  control.value = value;
  control.addEventListener('change', () => changed(Number(control.value)));
  return element('span', { class: 'field' }, ...labelled(text, control, identifier));
}

function tick(identifier, kind, name, text, checked, changed) {
  const look = kind === 'checkbox' ? 'utrecht-checkbox utrecht-checkbox--html-input' : 'radio';
  const control = element('input', { type: kind, name, class: look });
  control.checked = checked;
  control.addEventListener('change', () => changed(control.checked));
  const [label] = labelled(text, control, identifier);
  return element('span', { class: 'tick' }, control, label);
}

function fieldset(legend, ...inside) {
  return element(
    'fieldset',
    { class: 'utrecht-form-fieldset utrecht-form-fieldset--html-fieldset' },
    element('legend', { class: 'utrecht-form-fieldset__legend utrecht-form-fieldset__legend--html-legend' }, legend),
    element('div', { class: 'fields' }, ...inside),
  );
}

// Fills `place` with the form; `changed` is called after each change of the choice.
export function fill(place, { results, choice, words }, changed) {
  const parts = [];
  const set = (change) => (value) => {
    change(value);
    changed();
  };
  if (results.hasMunicipalCourses) {
    const all = [[-1, words('whole_region')], ...results.municipalities.map((one, at) => [at, results.title(one)])];
    const field = select(
      'choice-municipality',
      words('municipality'),
      all,
      choice.municipality,
      set((at) => (choice.municipality = at)),
    );
    parts.push(fieldset(words('municipality'), field));
  }
  if (results.scenarios.length > 1) {
    const boxes = results.scenarios.map((one, at) =>
      tick(
        `choice-scenario-${at}`,
        'checkbox',
        `scenario-${at}`,
        results.title(one, 40),
        choice.shows(at),
        (checked) => {
          const kept = results.scenarios.map((_, k) => k).filter((k) => (k === at ? checked : choice.shows(k)));
          if (kept.length > 0) choice.scenarios = kept; // at least one stays
          changed();
        },
      ),
    );
    parts.push(fieldset(words('scenarios'), ...boxes));
  }
  if (results.years.length > 1) {
    const years = results.years.map((year) => [year, String(year)]);
    const order = () => {
      if (choice.first > choice.last) [choice.first, choice.last] = [choice.last, choice.first];
    };
    parts.push(
      fieldset(
        words('year'),
        select(
          'choice-from',
          words('from'),
          years,
          choice.first,
          set((year) => (choice.first = year) && order()),
        ),
        select(
          'choice-to',
          words('to'),
          years,
          choice.last,
          set((year) => (choice.last = year) && order()),
        ),
      ),
    );
  }
  parts.push(
    fieldset(
      words('euros'),
      tick(
        'choice-nominal',
        'radio',
        'euros',
        words('nominal'),
        !choice.real,
        set(() => (choice.real = false)),
      ),
      tick(
        'choice-real',
        'radio',
        'euros',
        words('real', { year: results.json.prices.level }),
        choice.real,
        set(() => (choice.real = true)),
      ),
    ),
    fieldset(
      words('counted'),
      ...Choice.counts.map((key) =>
        tick(
          `choice-${key}`,
          'radio',
          'counted',
          words(key),
          choice.counted === key,
          set(() => (choice.counted = key)),
        ),
      ),
    ),
  );
  const reset = element(
    'button',
    { type: 'button', class: 'utrecht-button utrecht-button--secondary-action' },
    words('reset'),
  );
  reset.addEventListener('click', () => {
    choice.reset();
    changed();
    place.querySelector('input, select')?.focus();
  });
  const focused = place.querySelector(':focus')?.id;
  place.replaceChildren(
    element('h2', { class: 'utrecht-heading-3', id: 'choice-heading' }, words('choice')),
    element('p', { class: 'utrecht-paragraph note' }, words('choice_note')),
    element('form', { 'aria-labelledby': 'choice-heading' }, ...parts, reset),
  );
  if (focused) place.querySelector(`#${focused}`)?.focus();
}
