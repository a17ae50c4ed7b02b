import { createHash, randomBytes } from 'node:crypto';
import type { Mend } from '../codes/mends.ts';
import { base32 } from './totp.ts';

const count = 8;
/** Eighty bits: nobody guesses one, so that a plain hash keeps it. */
const bytes = 10;

/** Codes for a person who has lost the phone or the authenticator: shown once, kept as hashes. */
export function newRecoveryCodes(person: string): { codes: readonly string[]; hashes: readonly string[] } {
  const codes = Array.from({ length: count }, () => shown(base32(randomBytes(bytes))));
  return { codes, hashes: codes.map((code) => recoveryHash(person, code)) };
}

/** However it was typed: spaces, dashes and case are forgiven. */
export function recoveryHash(person: string, typed: string): string {
  const bare = typed.toUpperCase().replaceAll(/[^A-Z2-7]/g, '');
  return createHash('sha256').update(`${person}:${bare}`).digest('hex');
}

export function isRecoveryCode(typed: string): boolean {
  return typed.toUpperCase().replaceAll(/[\s-]/g, '').length === 16;
}

function shown(code: string): string {
  return (code.match(/.{4}/g) ?? []).join('-');
}

export const wrongRecoveryCode: Mend = {
  what: {
    ky: 'Мындай калыбына келтирүү коду жок же колдонулган.',
    ru: 'Такого кода восстановления нет, или он использован.',
    en: 'There is no such recovery code, or it has been used.',
  },
  mend: {
    ky: 'Сакталган коддордун башкасын териңиз.',
    ru: 'Введите другой код из сохранённых.',
    en: 'Type another of the codes you kept.',
  },
};
