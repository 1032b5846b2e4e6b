// Numbers as each language writes them, to the digit as the program does (plots/words.cpp): half of the last digit goes
// to the even one.

const minus = (text, negative) => (negative && /[1-9]/.test(text) ? `-${text}` : text);

function rounded(size, decimals) {
  const text = size.toFixed(decimals);
  const exact = size.toFixed(Math.min(decimals + 40, 100));
  const rest = exact.slice(exact.indexOf('.') + 1 + decimals);
  const tie = /^50*$/.test(rest);
  const last = Number(text.at(-1));
  return tie && last % 2 === 1 ? (Number(text) - 10 ** -decimals).toFixed(decimals) : text;
}

export class Numbers {
  constructor(language, to) {
    this.dutch = language === 'nl';
    this.to = to; // between the ends of a band of which one is negative
  }

  digits(size, decimals) {
    const [whole, part] = rounded(size, decimals).split('.');
    const grouped = whole.replace(/\B(?=(\d{3})+$)/g, this.dutch ? '.' : ',');
    return part ? grouped + (this.dutch ? ',' : '.') + part : grouped;
  }

  number(value, decimals = 0) {
    return minus(this.digits(Math.abs(value), decimals), value < 0);
  }

  share(value, decimals = 0) {
    return this.number(value * 100, decimals) + (this.dutch ? '\u00a0%' : '%');
  }

  // A tick of an axis: no more decimals than it takes.
  tick(value) {
    const decimals = Number.isInteger(value) ? 0 : Number.isInteger(Number((value * 10).toFixed(6))) ? 1 : 2;
    return this.number(value, decimals);
  }

  band(band, unit = 1) {
    if (!band) return '–';
    const middle = this.number(band.median / unit);
    if (band.low === null || band.high === null) return middle;
    const low = this.number(band.low / unit);
    const high = this.number(band.high / unit);
    return `${middle} (${low}${low.startsWith('-') || high.startsWith('-') ? this.to : '–'}${high})`;
  }
}
