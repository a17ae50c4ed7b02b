import type { Fields } from '@kyzmat/web';

/** As it was typed: a password may begin or end with a space. */
export function secret(fields: Fields, name: string): string {
  const value = fields[name];
  return typeof value === 'string' ? value : '';
}
