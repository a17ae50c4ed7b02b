/** Cyrillic capitals that look the same as Latin ones: people type them unknowingly on the other keyboard. */
const lookalikes: Readonly<Record<string, string>> = {
  А: 'A',
  В: 'B',
  С: 'C',
  Е: 'E',
  Н: 'H',
  І: 'I',
  К: 'K',
  М: 'M',
  О: 'O',
  Р: 'P',
  Т: 'T',
  У: 'Y',
  Ү: 'Y',
  Х: 'X',
};

interface Mask {
  /** The text in the shape of the mask, or undefined when it does not fit. */
  fit(text: string): string | undefined;
  readonly example: string;
}

function isSign(char: string): boolean {
  return /[\p{L}\p{N}]/u.test(char);
}

function accepts(place: string, char: string): boolean {
  if (place === '9') return /[0-9]/u.test(char);
  if (place === 'A') return /[A-Z]/u.test(char);
  return place === char;
}

/** `9` stands for a digit, `A` for a Latin capital, another letter or digit for itself; the rest is only how it is written. */
export function createMask(pattern: string): Mask {
  const places = Array.from(pattern).filter(isSign);
  return {
    fit(text) {
      const signs = Array.from(text.toUpperCase())
        .filter(isSign)
        .map((char) => lookalikes[char] ?? char);
      if (signs.length !== places.length) return undefined;
      if (!places.every((place, i) => accepts(place, signs[i] ?? ''))) return undefined;
      let next = 0;
      return Array.from(pattern)
        .map((char) => (isSign(char) ? (signs[next++] ?? '') : char))
        .join('');
    },
    example: exampleOf(pattern),
  };
}

function exampleOf(pattern: string): string {
  let digit = 0;
  let letter = 0;
  return Array.from(pattern)
    .map((char) => {
      if (char === '9') return String(++digit % 10);
      if (char === 'A') return 'ABCDEFGHIJ'[letter++ % 10] ?? 'A';
      return char;
    })
    .join('');
}
