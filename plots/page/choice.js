// What the reader chose to see. It stands in the address after #, as s=0,2&y=2027-2030&e=real&c=fte&m=1, so that a link
// carries it; what is not there, or makes no sense, is as it was at first.

const counts = ['jobs', 'people_at_work', 'fte'];

export class Choice {
  constructor(results) {
    this.results = results;
    this.reset();
  }

  reset() {
    this.scenarios = this.results.scenarios.map((_, place) => place);
    this.first = this.results.years[0];
    this.last = this.results.years.at(-1);
    this.real = false;
    this.counted = counts[0];
    this.municipality = -1; // the whole
    this.moments = {}; // what single figures show: by name, a scenario or a year
  }

  get years() {
    return this.results.years.filter((year) => year >= this.first && year <= this.last);
  }

  static get counts() {
    return counts;
  }

  shows(scenario) {
    return this.scenarios.includes(scenario);
  }

  read(hash) {
    this.reset();
    const given = new URLSearchParams(hash.replace(/^#/, ''));
    const whole = (text) => (/^\d{1,6}$/.test(text ?? '') ? Number(text) : -1);
    const places = (given.get('s') ?? '').split(',').map(whole);
    const known = this.scenarios.filter((place) => places.includes(place));
    if (known.length > 0) this.scenarios = known;
    const [first, last] = (given.get('y') ?? '').split('-').map(whole);
    const { years } = this.results;
    if (years.includes(first) && years.includes(last) && first <= last) [this.first, this.last] = [first, last];
    this.real = given.get('e') === 'real';
    if (counts.includes(given.get('c'))) this.counted = given.get('c');
    if (
      this.results.hasMunicipalCourses &&
      whole(given.get('m')) >= 0 &&
      whole(given.get('m')) < this.results.municipalities.length
    )
      this.municipality = whole(given.get('m'));
    for (const [name, text] of given)
      if (/^f-\w+$/.test(name) && whole(text) >= 0) this.moments[name.slice(2)] = whole(text);
  }

  get hash() {
    const parts = [];
    if (this.scenarios.length < this.results.scenarios.length) parts.push(`s=${this.scenarios.join(',')}`);
    if (this.years.length < this.results.years.length) parts.push(`y=${this.first}-${this.last}`);
    if (this.real) parts.push('e=real');
    if (this.counted !== counts[0]) parts.push(`c=${this.counted}`);
    if (this.municipality >= 0) parts.push(`m=${this.municipality}`);
    for (const [name, value] of Object.entries(this.moments)) parts.push(`f-${name}=${value}`);
    return parts.length > 0 ? `#${parts.join('&')}` : '';
  }

  // Whether an address speaks of a choice, and not of a place on the page.
  static isOne(hash) {
    return hash === '' || hash.includes('=');
  }
}
