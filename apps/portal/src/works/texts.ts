import type { TextBook } from '@kyzmat/web';

export const worksTexts = {
  'works.announcement': {
    ky: 'Техникалык иштер: {from} – {to}. {reason}',
    ru: 'Технические работы: {from} – {to}. {reason}',
    en: 'Technical works: {from} – {to}. {reason}',
  },
  'works.closed.sending': {
    ky: 'Азыр арыз жөнөтүүгө болбойт: техникалык иштер жүрүп жатат',
    ru: 'Сейчас заявление не отправить: идут технические работы',
    en: 'Applications cannot be sent now: technical works are under way',
  },
  'works.closed.payment': {
    ky: 'Азыр төлөөгө болбойт: техникалык иштер жүрүп жатат',
    ru: 'Сейчас оплатить нельзя: идут технические работы',
    en: 'Payment is not possible now: technical works are under way',
  },
  'works.until': {
    ky: '{when} бүтөт. Ошондо кайра аракет кылыңыз.',
    ru: 'Они закончатся: {when}. Попробуйте тогда снова.',
    en: 'They end: {when}. Please try again then.',
  },
  'works.safe.sending': {
    ky: 'Жазгандарыңыздын баары сакталды. Арызды азыр да толтуруп, окуп, көчүрмөсүн алсаңыз болот.',
    ru: 'Всё, что вы написали, сохранено. Заполнять и читать заявление, брать его копию можно и сейчас.',
    en: 'Everything you wrote is saved. You can still fill in and read your application, and take a copy.',
  },
  'works.safe.payment': {
    ky: 'Сизден акча алынган жок. Арызыңыз мурунку абалында.',
    ru: 'Деньги не списаны. Ваше заявление остаётся как было.',
    en: 'No money was taken. Your application stays as it was.',
  },
  'works.clocks': {
    ky: 'Мурда жөнөтүлгөн арыздар каралып жатат, мыйзамдуу мөөнөттөр жүрө берет.',
    ru: 'Отправленные ранее заявления рассматриваются, установленные законом сроки идут.',
    en: 'Applications sent before are being handled, and the time limits of the law run on.',
  },
  'works.again': { ky: 'Кайра аракет кылуу', ru: 'Попробовать снова', en: 'Try again' },
} satisfies TextBook;
