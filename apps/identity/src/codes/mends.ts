import { Problem } from '@kyzmat/http';
import type { Text } from '@kyzmat/web';
import type { Codes } from './codes.ts';

/** What is wrong at a field, and how to mend it. */
export interface Mend {
  readonly what: Text;
  readonly mend: Text;
}

const anew: Text = {
  ky: 'Жаңы код сураңыз.',
  ru: 'Запросите новый код.',
  en: 'Ask for a new code.',
};
const mends = {
  wrong_code: {
    what: { ky: 'Код туура эмес.', ru: 'Код не подходит.', en: 'The code is not right.' },
    mend: {
      ky: 'Акыркы билдирүүдөгү алты санды дагы бир жолу териңиз.',
      ru: 'Наберите ещё раз шесть цифр из последнего сообщения.',
      en: 'Type the six digits of the latest message again.',
    },
  },
  code_expired: {
    what: { ky: 'Коддун мөөнөтү бүттү.', ru: 'Срок действия кода истёк.', en: 'The code is too old.' },
    mend: anew,
  },
  code_used: {
    what: {
      ky: 'Бул код мындан ары жарабайт.',
      ru: 'Этот код больше не действует.',
      en: 'This code no longer works.',
    },
    mend: anew,
  },
} satisfies Record<string, Mend>;

export const wrongCode: Mend = mends.wrong_code;

/** What a page says of a code that was refused. Throws on what is no refusal of a code. */
export function mendOf(error: unknown): Mend {
  if (!(error instanceof Problem)) throw error;
  switch (error.code) {
    case 'wrong_code':
    case 'code_expired':
    case 'code_used':
      return mends[error.code];
    default:
      throw error;
  }
}

/** Redeems a code as it was typed; what a page says when it was refused. */
export async function refusalOf(
  codes: Codes,
  { id, person }: { readonly id: string; readonly person: string },
  typed: string,
): Promise<Mend | undefined> {
  try {
    await codes.redeem(id, person, typed.replaceAll(/\D/g, ''));
    return undefined;
  } catch (error) {
    return mendOf(error);
  }
}

/** What a page with one field shows when that field was refused. */
export function refusedAt(field: string, error: Mend): { errors: readonly object[]; fieldErrors: Mend[] } {
  return { errors: [{ error, href: `#f-${field}` }], fieldErrors: [error] };
}
