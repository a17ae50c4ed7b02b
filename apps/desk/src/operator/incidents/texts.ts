import type { TextBook } from '@kyzmat/web';

export const incidentTexts = {
  'incidents.title': { ky: 'Коопсуздук окуялары', ru: 'Инциденты безопасности' },
  'incidents.lead': {
    ky: 'Эмне байкалганы, эмне аныкталганы жана кандай чара көрүлгөнү. Жазылганды эч ким өзгөртпөйт; окуя аныкталганы менен чарасы жазылгандан кийин гана жабылат.',
    ru: 'Что замечено, что установлено и какая мера принята. Записанное никто не меняет; инцидент закрывают, только когда записаны вывод и мера.',
  },
  'incidents.noticed': { ky: 'Акыркы суткада байкалды', ru: 'Замечено за последние сутки' },
  'incidents.noticed.none': {
    ky: 'Көңүл бура турган эч нерсе байкалган жок.',
    ru: 'Ничего, что требовало бы внимания.',
  },
  'incidents.noticed.away': {
    ky: 'Байкоо азыр толук жооп бере албай жатат. Бир аздан кийин кайра ачыңыз.',
    ru: 'Наблюдение сейчас отвечает не полностью. Откройте страницу чуть позже.',
  },
  'incidents.refused_sign_ins': {
    ky: {
      one: 'Кирүүдөн {count} жолу баш тартылды: {who}. {from} – {to}',
      other: 'Кирүүдөн {count} жолу баш тартылды: {who}. {from} – {to}',
    },
    ru: {
      one: 'Отказано во входе {count} раз: {who}. {from} – {to}',
      few: 'Отказано во входе {count} раза: {who}. {from} – {to}',
      other: 'Отказано во входе {count} раз: {who}. {from} – {to}',
    },
  },
  'incidents.refused_access': {
    ky: {
      one: 'Бөтөн маалыматты {count} жолу сурады: {who}. {from} – {to}',
      other: 'Бөтөн маалыматты {count} жолу сурады: {who}. {from} – {to}',
    },
    ru: {
      one: 'Чужие данные запрошены {count} раз: {who}. {from} – {to}',
      few: 'Чужие данные запрошены {count} раза: {who}. {from} – {to}',
      other: 'Чужие данные запрошены {count} раз: {who}. {from} – {to}',
    },
  },
  'incidents.open': { ky: 'Окуяны ачуу', ru: 'Открыть инцидент' },
  'incidents.open.own': { ky: 'Башка окуя', ru: 'Другой инцидент' },
  'incidents.seen': { ky: 'Эмне байкалды', ru: 'Что замечено' },
  'incidents.seen.hint': { ky: 'Жеке маалыматты жазбаңыз.', ru: 'Не пишите персональных данных.' },
  'incidents.list': { ky: 'Жазылган окуялар', ru: 'Записанные инциденты' },
  'incidents.none': { ky: 'Окуя жазылган эмес.', ru: 'Инцидентов не записано.' },
  'incidents.state': { ky: 'Абалы', ru: 'Состояние' },
  'incidents.when': { ky: 'Качан', ru: 'Когда' },
  'incidents.is.open': { ky: 'Каралууда', ru: 'Рассматривается' },
  'incidents.is.closed': { ky: 'Жабылган', ru: 'Закрыт' },
  'incident.title': { ky: 'Окуя: {when}', ru: 'Инцидент: {when}' },
  'incident.kind.seen': { ky: 'Байкалды', ru: 'Замечено' },
  'incident.kind.finding': { ky: 'Аныкталды', ru: 'Установлено' },
  'incident.kind.measure': { ky: 'Чара көрүлдү', ru: 'Принята мера' },
  'incident.kind.closed': { ky: 'Жабылды', ru: 'Закрыт' },
  'incident.history': { ky: 'Жазуулар', ru: 'Записи' },
  'incident.add': { ky: 'Кошуу', ru: 'Добавить' },
  'incident.kind': { ky: 'Эмнени жазасыз', ru: 'Что записываете' },
  'incident.text': { ky: 'Сөз менен', ru: 'Словами' },
  'incident.close': { ky: 'Окуяны жабуу', ru: 'Закрыть инцидент' },
  'incident.close.not-yet': {
    ky: 'Окуяны жабуу үчүн аныкталганды да, көрүлгөн чараны да жазыңыз.',
    ru: 'Чтобы закрыть инцидент, запишите и вывод, и принятую меру.',
  },
  'incident.kept': { ky: 'Жазылды', ru: 'Записано' },
} satisfies TextBook;
