import type { TextBook } from '@kyzmat/web';

export const contactTexts = {
  'account.contact': { ky: 'Байланыш', ru: 'Связь', en: 'Contact' },
  'account.contact.about': {
    ky: 'Билдирүүлөр кайда жана кайсы тилде келет.',
    ru: 'Куда и на каком языке приходят уведомления.',
    en: 'Where notices go, and in which language.',
  },
  'contact.channels': { ky: 'Билдирүүлөр', ru: 'Уведомления', en: 'Notices' },
  'contact.channels.what': {
    ky: 'Ар бир билдирүү кабинетиңизге дайыма түшөт. Мыйзам талап кылган билдирүүлөр телефонуңузга да келет.',
    ru: 'В кабинет приходит каждое уведомление. Те, что закон велит присылать на телефон, придут и туда.',
    en: 'Every notice comes to your cabinet. Those the law wants sent to your telephone come there as well.',
  },
  'contact.beside': { ky: 'Кабинеттен тышкары', ru: 'Кроме кабинета', en: 'Beside the cabinet' },
  'contact.emessage': {
    ky: 'Телефонго билдирүү: {to}',
    ru: 'Сообщение на телефон: {to}',
    en: 'Message to {to}',
  },
  'contact.email': { ky: 'Электрондук кат: {to}', ru: 'Электронное письмо: {to}', en: 'E-mail to {to}' },
  'contact.language': { ky: 'Билдирүүлөрдүн тили', ru: 'Язык уведомлений', en: 'Language of notices' },
  'contact.save': { ky: 'Сактоо', ru: 'Сохранить', en: 'Save' },
  'contact.new-email': { ky: 'Жаңы электрондук дарек', ru: 'Новый адрес почты', en: 'New e-mail address' },
  'contact.email.label': { ky: 'Электрондук дарек', ru: 'Адрес электронной почты', en: 'E-mail address' },
  'contact.new-phone': { ky: 'Жаңы телефон', ru: 'Новый телефон', en: 'New telephone' },
  'contact.phone.label': { ky: 'Телефон номери', ru: 'Номер телефона', en: 'Telephone number' },
  'contact.code-comes': {
    ky: 'Ага код келет; код жазылганда гана дарек алмашат. Эскисине билдирилет.',
    ru: 'Туда придёт код; адрес сменится только с ним. На прежний придёт сообщение.',
    en: 'A code comes there; the address changes only with it. The old one is told.',
  },
  'contact.get-code': { ky: 'Код алуу', ru: 'Получить код', en: 'Get a code' },
  'contact.codes-stay': {
    ky: 'Кол коюу коддору мурунку телефонуңузга келе берет: аны ESI же катталуу ырастаган.',
    ru: 'Коды для подписи по-прежнему приходят на телефон, подтверждённый ЕСИ или при регистрации.',
    en: 'Codes for signing still go to the telephone that ESI or your registration has confirmed.',
  },
  'contact.code.title': { ky: 'Дарегиңизди ырастаңыз', ru: 'Подтвердите адрес', en: 'Confirm the address' },
  'contact.code.sent': {
    ky: 'Код жөнөтүлдү: {to}',
    ru: 'Код отправлен: {to}',
    en: 'The code was sent to {to}',
  },
  'contact.code.label': { ky: 'Код', ru: 'Код', en: 'Code' },
  'contact.code.go': { ky: 'Ырастоо', ru: 'Подтвердить', en: 'Confirm' },
} satisfies TextBook;
