import type { TextBook } from '@kyzmat/web';

export const recoveryTexts = {
  'recover.title': {
    ky: 'Кабинетке кайра кирүү',
    ru: 'Вернуть доступ к кабинету',
    en: 'Get back into your cabinet',
  },
  'recover.esi': {
    ky: 'Эң тез жол — ESI. Ал аркылуу кирсеңиз, «Жөндөөлөр» барагынан жаңы сырсөз коёсуз.',
    ru: 'Самый быстрый путь — ЕСИ. Войдите через неё и задайте новый пароль на странице «Настройки».',
    en: 'The quickest way is ESI. Sign in with it and set a new password on the page “Settings”.',
  },
  'recover.other': { ky: 'ESI жок болсо', ru: 'Если ЕСИ нет', en: 'Without ESI' },
  'recover.lead': {
    ky: 'Катталган телефонуңуз жана дагы бир далил керек: калыбына келтирүү коду же электрондук почтаңыз.',
    ru: 'Нужны телефон, который вы подтвердили, и ещё одно доказательство: код восстановления или ваша почта.',
    en: 'You need the telephone you confirmed and a second proof: a recovery code or your e-mail.',
  },
  'recover.pin': { ky: 'ПИН', ru: 'ПИН', en: 'PIN' },
  'recover.phone': {
    ky: 'Катталган телефонуңуз',
    ru: 'Телефон, который вы подтвердили',
    en: 'The telephone you confirmed',
  },
  'recover.phone.hint': {
    ky: 'Мисалы, +996 700 000 000.',
    ru: 'Например, +996 700 000 000.',
    en: 'For example, +996 700 000 000.',
  },
  'recover.go': { ky: 'Код алуу', ru: 'Получить код', en: 'Get a code' },
  'recover.next': { ky: 'Улантуу', ru: 'Продолжить', en: 'Continue' },
  'recover.code.title': { ky: 'Билдирүүдөгү код', ru: 'Код из сообщения', en: 'Code from the message' },
  'recover.code.lead': {
    ky: 'ПИН менен телефон туура болсо, телефонго код келди. Келбесе, артка кайтып экөөнү тең текшериңиз.',
    ru: 'Если ПИН и телефон верны, на телефон пришёл код. Если не пришёл, вернитесь и проверьте их.',
    en: 'If PIN and telephone are right, a code has come to the telephone. If not, go back and check both.',
  },
  'recover.second.title': { ky: 'Дагы бир далил', ru: 'Ещё одно доказательство', en: 'A second proof' },
  'recover.second.lead': {
    ky: 'Телефонуңуз ырасталды. Телефон башка бирөөдө болушу мүмкүн болгондуктан, дагы бир далил керек.',
    ru: 'Телефон подтверждён. Он мог попасть в чужие руки, поэтому нужно второе доказательство.',
    en: 'Your telephone is confirmed. It might be in other hands, so we need a second proof.',
  },
  'recover.second.code': {
    ky: 'Калыбына келтирүү коду менен',
    ru: 'С кодом восстановления',
    en: 'With a recovery code',
  },
  'recover.second.label': { ky: 'Калыбына келтирүү коду', ru: 'Код восстановления', en: 'Recovery code' },
  'recover.second.hint': {
    ky: 'Сактап койгон коддоруңуздун бири. Ар бири бир жолу иштейт.',
    ru: 'Один из кодов, которые вы сохранили. Каждый действует один раз.',
    en: 'One of the codes you kept. Each works once.',
  },
  'recover.second.email': {
    ky: 'Электрондук почта менен',
    ru: 'Через электронную почту',
    en: 'With your e-mail',
  },
  'recover.second.email.text': {
    ky: '{email} почтасына шилтеме жөнөтөбүз. Ал бир суткадан кийин иштейт: кабинет сиздики болсо, бул убакытта токтото аласыз.',
    ru: 'Отправим ссылку на {email}. Она заработает через сутки: за это время настоящий владелец может всё остановить.',
    en: 'We send a link to {email}. It works after 24 hours: until then the real owner can stop it.',
  },
  'recover.second.email.go': { ky: 'Шилтеме жөнөтүү', ru: 'Отправить ссылку', en: 'Send the link' },
  'recover.second.none': {
    ky: 'Сизде калыбына келтирүү коду да, почта да жок. ESI аркылуу гана кире аласыз.',
    ru: 'У вас нет ни кодов восстановления, ни почты. Войти можно только через ЕСИ.',
    en: 'You have neither recovery codes nor an e-mail. Only ESI leads back in.',
  },
  'recover.second.esi': { ky: 'Же ESI аркылуу, дароо', ru: 'Или сразу через ЕСИ', en: 'Or at once with ESI' },
  'recover.waiting.title': {
    ky: 'Бир сутка күтүү керек',
    ru: 'Нужно подождать сутки',
    en: 'Please wait a day',
  },
  'recover.waiting.sent': {
    ky: 'Шилтеме {email} почтасына жөнөтүлдү.',
    ru: 'Ссылка отправлена на {email}.',
    en: 'The link has been sent to {email}.',
  },
  'recover.waiting.until': {
    ky: 'Шилтемени мына ушул убактан кийин ачыңыз: {when}. Анда телефонуңузга дагы бир код келет.',
    ru: 'Откройте ссылку после: {when}. Тогда на телефон придёт ещё один код.',
    en: 'Open the link after {when}. Another code will come to your telephone then.',
  },
  'recover.waiting.why': {
    ky: 'Күтүү кабинетиңизди коргойт: бардык дарегиңизге кабар жиберилди, башка бирөө сураса, аны токтото аласыз.',
    ru: 'Ожидание защищает кабинет: мы сообщили на все ваши адреса, и чужую попытку можно остановить.',
    en: 'The wait protects your cabinet: all your addresses have been told, and somebody else’s try can be stopped.',
  },
  'recover.password.title': { ky: 'Жаңы сырсөз', ru: 'Новый пароль', en: 'New password' },
  'recover.password.lead': {
    ky: 'Сырсөз алмашканда бардык кирүүлөр жабылат, колдонмонун коддору жана калган калыбына келтирүү коддору токтойт.',
    ru: 'После смены пароля все входы завершатся, а коды из приложения и оставшиеся коды восстановления перестанут действовать.',
    en: 'With the new password every session ends; the codes of the app and the remaining recovery codes stop working.',
  },
  'recover.password.label': { ky: 'Жаңы сырсөз', ru: 'Новый пароль', en: 'New password' },
  'recover.password.go': { ky: 'Сырсөздү алмаштыруу', ru: 'Сменить пароль', en: 'Change the password' },
  'recover.link.code': {
    ky: '{sentTo} номерине код жөнөтүү',
    ru: 'Отправить код на {sentTo}',
    en: 'Send a code to {sentTo}',
  },
  'recovered.title': { ky: 'Сырсөз алмашты', ru: 'Пароль изменён', en: 'The password is changed' },
  'recovered.text': {
    ky: 'Бардык мурунку кирүүлөр жабылды. Эми жаңы сырсөз менен кириңиз.',
    ru: 'Все прежние входы завершены. Теперь войдите с новым паролем.',
    en: 'All former sessions have ended. Now sign in with the new password.',
  },
  'recover.gone.title': {
    ky: 'Бул шилтеме иштебейт',
    ru: 'Эта ссылка не действует',
    en: 'This link does not work',
  },
  'recover.gone.text': {
    ky: 'Ал колдонулган, эскирген, токтотулган же толук көчүрүлгөн эмес. Кабинетиңизге эч нерсе болгон жок. Порталга өтүп, кайра кириңиз же калыбына келтирүүнү башынан баштаңыз.',
    ru: 'Она использована, устарела, остановлена или скопирована не полностью. С кабинетом ничего не случилось. Перейдите на портал и войдите или начните восстановление заново.',
    en: 'It has been used, is too old, was stopped, or was not copied whole. Nothing has happened to your cabinet. Go to the portal and sign in, or begin again.',
  },
  'recover.stop.title': { ky: 'Бул сиз эмессизби?', ru: 'Это были не вы?', en: 'Was this not you?' },
  'recover.stop.text': {
    ky: 'Бассаңыз, жаңы сырсөз коюу токтойт, шилтеме иштебей калат. Жети күн бою ESI аркылуу гана калыбына келтирсе болот.',
    ru: 'Нажмите — и смена пароля остановится, ссылка перестанет действовать. Семь дней вернуть доступ можно будет только через ЕСИ.',
    en: 'Press, and the change of the password stops; the link no longer works. For seven days only ESI leads back in.',
  },
  'recover.stop.go': { ky: 'Ооба, токтотуңуз', ru: 'Да, остановить', en: 'Yes, stop it' },
  'recover.stopped.title': { ky: 'Токтотулду', ru: 'Остановлено', en: 'Stopped' },
  'recover.stopped.text': {
    ky: 'Сырсөзүңүз өзгөргөн жок. Телефонуңуз башка бирөөдө болушу мүмкүн: ESI аркылуу кирип, байланыш маалыматыңызды текшериңиз.',
    ru: 'Пароль не изменился. Возможно, ваш телефон в чужих руках: войдите через ЕСИ и проверьте контактные данные.',
    en: 'Your password has not changed. Your telephone may be in other hands: sign in with ESI and check your contact data.',
  },
} satisfies TextBook;
