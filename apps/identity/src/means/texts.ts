import type { TextBook } from '@kyzmat/web';

export const meansTexts = {
  'means.stop.title': { ky: 'Бул сиз эмессизби?', ru: 'Это были не вы?', en: 'Was this not you?' },
  'means.stop.text': {
    ky: 'Бассаңыз, телефон же почта алмашпайт, бардык кирүүлөр жабылат. Жети күн бою ESIден кийин гана алмаштырса болот.',
    ru: 'Нажмите — и телефон или почта останутся прежними, все входы завершатся. Семь дней заменить их можно будет только после входа через ЕСИ.',
    en: 'Press, and telephone and e-mail stay as they are; every session ends. For seven days they can be changed only after signing in through ESI.',
  },
  'means.stopped.title': { ky: 'Токтотулду', ru: 'Остановлено', en: 'Stopped' },
  'means.stopped.text': {
    ky: 'Эч нерсе алмашкан жок. Сырсөзүңүз башка бирөөдө болушу мүмкүн: кирип, аны алмаштырыңыз.',
    ru: 'Ничего не изменилось. Возможно, ваш пароль в чужих руках: войдите и смените его.',
    en: 'Nothing has changed. Your password may be in other hands: sign in and change it.',
  },
  'means.late.title': {
    ky: 'Ал алмашып калды',
    ru: 'Замена уже выполнена',
    en: 'It has been changed already',
  },
  'means.late.text': {
    ky: 'Күтүү убактысы бүттү. Бул сиз эмес болсоңуз, ESI аркылуу кирип, сырсөздү жана даректи алмаштырыңыз, операторго билдириңиз.',
    ru: 'Время ожидания прошло. Если это были не вы, войдите через ЕСИ, смените пароль и адрес и сообщите оператору.',
    en: 'The waiting time is over. If this was not you, sign in through ESI, change password and address, and tell the operator.',
  },
} satisfies TextBook;
