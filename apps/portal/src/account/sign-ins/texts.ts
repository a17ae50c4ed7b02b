import type { TextBook } from '@kyzmat/web';

export const signInTexts = {
  'account.sign-ins': { ky: 'Кирүүлөр', ru: 'Входы', en: 'Sign-ins' },
  'account.sign-ins.about': {
    ky: 'Кабинетке качан, кайсы браузерден кирилген; бардык жерден чыгуу.',
    ru: 'Когда и из какого браузера входили в кабинет; выход отовсюду.',
    en: 'When and by which browser your cabinet was entered; sign out everywhere.',
  },
  'sign-ins.open': { ky: 'Азыр ачык', ru: 'Открыто сейчас', en: 'Open now' },
  'sign-ins.this': { ky: 'Ушул браузер', ru: 'Этот браузер', en: 'This browser' },
  'sign-ins.unknown-browser': { ky: 'Белгисиз браузер', ru: 'Неизвестный браузер', en: 'Unknown browser' },
  'sign-ins.for': { ky: '«{name}» атынан', ru: 'От имени «{name}»', en: 'For {name}' },
  'sign-ins.end': { ky: 'Чыгаруу', ru: 'Завершить', en: 'Sign out' },
  'sign-ins.end-all': { ky: 'Бардык жерден чыгуу', ru: 'Выйти отовсюду', en: 'Sign out everywhere' },
  'sign-ins.end-all.what': {
    ky: 'Бардык браузерлерде, ушунусунда да, кабинет дароо жабылат. Сакталгандар ордунда калат.',
    ru: 'Кабинет сразу закроется во всех браузерах, и в этом тоже. Сохранённое останется.',
    en: 'Your cabinet closes at once in every browser, this one too. What is saved stays.',
  },
  'sign-ins.all': { ky: 'Кирүүлөрдүн тарыхы', ru: 'История входов', en: 'History of sign-ins' },
  'sign-ins.all.what': {
    ky: 'Ийгиликсиз аракеттер да ушул жерде. Өзүңүз тааныбаган кирүү болсо, бардык жерден чыгып, сырсөзүңүздү алмаштырыңыз.',
    ru: 'Неудачные попытки тоже здесь. Если вход не ваш, выйдите отовсюду и смените пароль.',
    en: 'Failed attempts stand here too. If one is not yours, sign out everywhere and change your password.',
  },
  'sign-ins.when': { ky: 'Качан', ru: 'Когда', en: 'When' },
  'sign-ins.outcome': { ky: 'Натыйжасы', ru: 'Итог', en: 'Outcome' },
  'sign-ins.outcome.entered': { ky: 'Кирди', ru: 'Вход выполнен', en: 'Signed in' },
  'sign-ins.outcome.refused': { ky: 'Кире алган жок', ru: 'Отказано', en: 'Refused' },
  'sign-ins.route': { ky: 'Жолу', ru: 'Способ', en: 'Way' },
  'sign-ins.route.esi': { ky: 'ESI аркылуу', ru: 'Через ЕСИ', en: 'Through ESI' },
  'sign-ins.route.own': { ky: 'Сырсөз жана код менен', ru: 'По паролю и коду', en: 'By password and code' },
  'sign-ins.route.qualified': {
    ky: 'Квалификациялуу кол тамга менен',
    ru: 'По квалифицированной подписи',
    en: 'By a qualified signature',
  },
  'sign-ins.route.staff': { ky: 'Кызматкер катары', ru: 'Как сотрудник', en: 'As staff' },
  'sign-ins.route.portal': { ky: 'Кабинеттен', ru: 'В кабинете', en: 'In the cabinet' },
  'sign-ins.where': { ky: 'Браузер, тармак', ru: 'Браузер, сеть', en: 'Browser, network' },
  'sign-ins.new-browser': { ky: 'жаңы браузер', ru: 'новый браузер', en: 'new browser' },
  'sign-ins.more': { ky: 'Мурункураактары', ru: 'Более ранние', en: 'Earlier ones' },
} satisfies TextBook;
