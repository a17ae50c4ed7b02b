import type { Identity } from '@kyzmat/contracts';
import { Problem } from '@kyzmat/http';
import type { Mend } from '../codes/mends.ts';

const at = (field: string, status: number, code: string, mend: Mend): Problem =>
  new Problem(status, code, undefined, { field, ...mend });

/** Why a phone or an e-mail is not changed, and what to do next. */
export const problems = {
  wrongAddress: (kind: Identity['MeansKind']) =>
    at('address', 422, 'wrong_address', kind === 'phone' ? wrongPhone : wrongEmail),
  sameAddress: () => at('address', 422, 'same_address', same),
  phoneOfEsi: () => at('address', 409, 'phone_of_esi', ofEsi),
  stoppedLately: () => at('address', 403, 'stopped_lately', stopped),
  beginAgain: () => at('code', 409, 'means_begin_again', again),
};

const wrongPhone: Mend = {
  what: {
    ky: 'Телефон номери толук эмес.',
    ru: 'Номер телефона неполный.',
    en: 'The telephone number is not complete.',
  },
  mend: {
    ky: 'Тогуз санды жазыңыз, мисалы 0700 123 456.',
    ru: 'Введите девять цифр, например 0700 123 456.',
    en: 'Type nine digits, such as 0700 123 456.',
  },
};
const wrongEmail: Mend = {
  what: {
    ky: 'Электрондук дарек толук эмес.',
    ru: 'Адрес электронной почты неполный.',
    en: 'The e-mail address is not complete.',
  },
  mend: {
    ky: 'Дарек мындай болот: aty@example.kg.',
    ru: 'Адрес выглядит так: imya@example.kg.',
    en: 'An address looks like this: name@example.kg.',
  },
};
const same: Mend = {
  what: {
    ky: 'Бул дарек азыр да ушундай.',
    ru: 'Этот адрес уже указан.',
    en: 'This is the address you have.',
  },
  mend: { ky: 'Башкасын жазыңыз.', ru: 'Введите другой.', en: 'Type another one.' },
};
const ofEsi: Mend = {
  what: {
    ky: 'Телефонуңузду ESI ырастайт.',
    ru: 'Ваш телефон подтверждает ЕСИ.',
    en: 'ESI vouches for your telephone.',
  },
  mend: {
    ky: 'Аны ESIде алмаштырып, анан ESI аркылуу кайра кириңиз: коддор жаңы номерге келет.',
    ru: 'Замените его в ЕСИ и войдите через ЕСИ ещё раз: коды будут приходить на новый номер.',
    en: 'Change it there and sign in through ESI again: codes will come to the new number.',
  },
};
const stopped: Mend = {
  what: {
    ky: 'Мындай алмаштыруу жакында токтотулган.',
    ru: 'Такую замену недавно остановили.',
    en: 'Such a change was stopped a short while ago.',
  },
  mend: {
    ky: 'ESI аркылуу кирип, ошондон кийин алмаштырыңыз, же жети күн күтүңүз.',
    ru: 'Войдите через ЕСИ и замените после этого или подождите семь дней.',
    en: 'Sign in through ESI and change it then, or wait seven days.',
  },
};
const again: Mend = {
  what: {
    ky: 'Бул алмаштыруу бүткөн, токтотулган же эскирген.',
    ru: 'Эта замена завершена, остановлена или устарела.',
    en: 'This change is over, was stopped, or is too old.',
  },
  mend: {
    ky: 'Башынан баштаңыз.',
    ru: 'Начните сначала.',
    en: 'Begin again.',
  },
};
