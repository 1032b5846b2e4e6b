// Numbers as people read them, read back into values; each with the half of its last digit, within which it is true.

export function numbersIn(text, language) {
  const plain = text.replaceAll('\u2060', '').replaceAll('\u00a0', ' ');
  const pattern =
    language === 'nl'
      ? /-?(?:€ ?)?\d{1,3}(?:\.\d{3})+(?:,\d+)?|-?(?:€ ?)?\d+(?:,\d+)?/g
      : /-?(?:€ ?)?\d{1,3}(?:,\d{3})+(?:\.\d+)?|-?(?:€ ?)?\d+(?:\.\d+)?/g;
  const words = language === 'nl' ? { miljoen: 1e6, miljard: 1e9 } : { million: 1e6, billion: 1e9 };
  return [...plain.matchAll(pattern)].map((match) => {
    const digits = match[0].replace(/[€ ]/g, '');
    const point = language === 'nl' ? ',' : '.';
    const [whole, part = ''] = digits.split(point);
    const unit = words[plain.slice(match.index + match[0].length).match(/^ (\w+)/)?.[1]] ?? 1;
    const value = Number(`${whole.replaceAll(language === 'nl' ? '.' : ',', '')}.${part || 0}`) * unit;
    const euro = match[0].includes('€');
    // In a sentence an amount of euros is rounded to two digits or so (plots/phrases.hpp).
    const size = Math.abs(value);
    const step = euro && unit === 1 ? (size >= 1e4 ? 1000 : size >= 1000 ? 100 : 1) : unit * 10 ** -part.length;
    return { value, half: step / 2, text: match[0] };
  });
}

export const agrees = ({ value, half }, other) => Math.abs(value - other) <= half * (1 + 1e-9) + 1e-9;
