/** As people write it: nine digits, ten with a nought, or twelve with the country's code. */
export function phoneOf(typed: string): string {
  const digits = typed.replaceAll(/\D/gu, '');
  return `+996${digits.replace(/^(996|0)(?=\d{9}$)/u, '')}`;
}
