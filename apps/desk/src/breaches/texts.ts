import type { TextBook } from '@kyzmat/web';

export const breachTexts = {
  'breaches.title': { ky: 'Өтүп кеткен мөөнөттөр', ru: 'Пропущенные сроки' },
  'breaches.lead': {
    ky: 'Мөөнөтү өткөндүн баары ушул жерде калат, кийин аткарылса да. Бул жазууну эч ким өчүрө да, өзгөртө да албайт.',
    ru: 'Здесь остаётся каждый пропущенный срок, даже если позже всё сделано. Эту запись никто не может удалить или изменить.',
  },
  'breaches.caption': { ky: 'Эң жаңысы үстүндө', ru: 'Сверху самые новые' },
  'breaches.what': { ky: 'Эмне', ru: 'Что' },
  'breaches.limit': { ky: 'Мөөнөтү', ru: 'Срок' },
  'breaches.mended': { ky: 'Аткарылганы', ru: 'Исполнено' },
  'breaches.open': { ky: 'Аткарыла элек', ru: 'Не исполнено' },
  'breaches.reason': { ky: 'Үзгүлтүк', ru: 'Сбой' },
  'breaches.next': { ky: 'Мурункулары', ru: 'Более ранние' },
  'breaches.empty.title': { ky: 'Өтүп кеткен мөөнөт жок', ru: 'Пропущенных сроков нет' },
  'breaches.empty.text': {
    ky: 'Бардыгы өз убагында аткарылды.',
    ru: 'Всё сделано вовремя.',
  },
  'breaches.words': { ky: 'Кызматкерлерге эскертүүлөр', ru: 'Напоминания и сообщения сотрудникам' },
  'breaches.no-words': { ky: 'Эскертүү жөнөтүлгөн эмес.', ru: 'Напоминаний не было.' },
  'breaches.sent': { ky: 'Качан', ru: 'Когда' },
  'breaches.to': { ky: 'Кабардар болгондор', ru: 'Кому дошло' },
  'breaches.told': { ky: '{all} кызматкердин {told}', ru: '{told} из {all}' },
} satisfies TextBook;
