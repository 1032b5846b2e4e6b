// results.json, as it stands in the page: what is looked up in it, and euros of a year in prices of the first.

export class Results {
  constructor(json, language) {
    this.json = json;
    this.language = language;
    this.prices = new Map(json.prices.index.map(({ year, index }) => [year, index]));
    this.years = json.prices.index.map(({ year }) => year);
  }

  get scenarios() {
    return this.json.scenarios;
  }

  get banded() {
    return this.json.banded;
  }

  get municipalities() {
    return this.json.municipalities ?? [];
  }

  // Of a country of municipalities only totals are told.
  get hasMunicipalCourses() {
    return Boolean(this.municipalities[0]?.scenarios[0]?.measures[0]?.years);
  }

  get appraisal() {
    return this.json.appraisal;
  }

  // The title in the page's language, else in the other one, else the name.
  title(named, longest = 60) {
    const { nl, en } = named.title ?? {};
    const text = (this.language === 'nl' ? nl || en : en || nl) || named.name || named.key || '';
    const letters = [...text];
    return letters.length > longest ? `${letters.slice(0, longest - 1).join('')}…` : text;
  }

  isNull(scenario) {
    return this.scenarios[scenario].name === this.json.null_alternative;
  }

  // A measure of a scenario, in the whole or in one municipality of a region.
  measure(scenario, key, municipality = -1) {
    const place = municipality < 0 ? this.scenarios[scenario] : this.municipalities[municipality].scenarios[scenario];
    return place?.measures.find((measure) => measure.key === key);
  }

  // What the price level divides an amount of a year by.
  price(year, real) {
    return real ? (this.prices.get(year) ?? 1) : 1;
  }

  // The bands of a measure by year; an amount is in prices of the first year where that is asked for.
  course(scenario, key, which, { years, real, municipality }) {
    const measure = this.measure(scenario, key, municipality);
    const found = new Map((measure?.years ?? []).map((row) => [row.year, row[which]]));
    return years.map((year) => {
      const band = found.get(year);
      return band ? scaled(band, measure.unit === 'euro' ? this.price(year, real) : 1) : null;
    });
  }

  assumption(name) {
    return this.json.assumptions.find((assumption) => assumption.name === name) ?? { name };
  }

  group(key) {
    return this.json.groups.find((group) => group.key === key) ?? { key };
  }
}

export function scaled(band, divisor) {
  const by = (value) => (value === null ? null : value / divisor);
  return { median: by(band.median), low: by(band.low), high: by(band.high), mean: by(band.mean) };
}
