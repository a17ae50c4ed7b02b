/** Crockford's base 32: no I, L, O and U, which people misread or which make words. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * A code that people can read aloud and type: `length` characters made from the bytes, and a check character, in groups
 * of four (`7F3K-9QXM-2T0Z-4`). It is as hard to guess as its bytes are: five bits a character.
 */
export function readableCode(bytes: Uint8Array, length: number): string {
  if (bytes.length * 8 < length * 5) throw new RangeError('Too few bytes for a code of this length');
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const digits = Array.from({ length }, (_, n) => Number.parseInt(bits.slice(n * 5, n * 5 + 5), 2));
  return grouped([...digits, checkDigit(digits)].map((digit) => alphabet.charAt(digit)).join(''));
}

/** The code as we write it, from what somebody typed; undefined when it cannot be one of ours. */
export function readCode(typed: string): string | undefined {
  const plain = typed.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');
  const digits = Array.from(plain, (letter) => alphabet.indexOf(letter));
  if (digits.length < 2 || digits.includes(-1)) return undefined;
  return checkDigit(digits.slice(0, -1)) === digits.at(-1) ? grouped(plain) : undefined;
}

/** Luhn's algorithm modulo 32: finds every wrong character and nearly every swap of neighbours. */
function checkDigit(digits: readonly number[]): number {
  const sum = digits
    .toReversed()
    .map((digit, n) => (n % 2 === 0 ? digit * 2 : digit))
    .reduce((total, value) => total + Math.floor(value / 32) + (value % 32), 0);
  return (32 - (sum % 32)) % 32;
}

function grouped(code: string): string {
  return code.match(/.{1,4}/g)?.join('-') ?? code;
}
