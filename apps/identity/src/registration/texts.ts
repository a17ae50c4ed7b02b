import type { TextBook } from '@kyzmat/web';

export const registrationTexts = {
  'own.title': { ky: 'Же сырсөз менен', ru: 'Или с паролем', en: 'Or with a password' },
  'own.login': { ky: 'ПИН же телефон', ru: 'ПИН или телефон', en: 'PIN or telephone' },
  'own.login.hint': {
    ky: '14 сан, же +996 менен телефон номери.',
    ru: '14 цифр или номер телефона с +996.',
    en: '14 digits, or a telephone number with +996.',
  },
  'own.password': { ky: 'Сырсөз', ru: 'Пароль', en: 'Password' },
  'own.go': { ky: 'Кирүү', ru: 'Войти', en: 'Sign in' },
  'own.recover': { ky: 'Кире албай жатам', ru: 'Не могу войти', en: 'I cannot sign in' },
  'own.new': { ky: 'Кабинетиңиз жокпу?', ru: 'Нет кабинета?', en: 'No cabinet yet?' },
  'own.new.text': {
    ky: 'ESI аркылуу биринчи кирүү эле катталуу болуп эсептелет. ESI жок болсо, телефон жана сырсөз менен каттала аласыз.',
    ru: 'Первый вход через ЕСИ уже считается регистрацией. Если ЕСИ у вас нет, зарегистрируйтесь с телефоном и паролем.',
    en: 'The first sign-in with ESI counts as registration. Without ESI you can register with a telephone and a password.',
  },
  'own.register': { ky: 'Катталуу', ru: 'Зарегистрироваться', en: 'Register' },
  'own.totp.title': { ky: 'Колдонмодогу код', ru: 'Код из приложения', en: 'Code from the app' },
  'own.totp.lead': {
    ky: 'Телефонуңуздагы код колдонмосун ачып, азыр турган кодду териңиз.',
    ru: 'Откройте приложение с кодами и введите код, который оно показывает сейчас.',
    en: 'Open the app with your codes and type the code it shows now.',
  },
  'own.totp.hint': {
    ky: 'Колдонмо жанында болбосо, калыбына келтирүү кодун териңиз.',
    ru: 'Если приложения под рукой нет, введите код восстановления.',
    en: 'If the app is not at hand, type a recovery code.',
  },
  'code.again': { ky: 'Жаңы код сураңыз', ru: 'Запросить новый код', en: 'Ask for a new code' },
  'registered.title': {
    ky: 'Телефонуңуз ырасталды',
    ru: 'Телефон подтверждён',
    en: 'Your telephone is confirmed',
  },
  'registered.text': {
    ky: 'Эми ПИНиңиз жана жаңы сырсөзүңүз менен кириңиз.',
    ru: 'Теперь войдите с ПИН и новым паролем.',
    en: 'Now sign in with your PIN and your new password.',
  },
  'register.title': { ky: 'Порталга катталуу', ru: 'Регистрация на портале', en: 'Register on the portal' },
  'register.lead': {
    ky: 'Баракты толтуруңуз, анан телефонуңузга келген код менен ырастаңыз.',
    ru: 'Заполните страницу, затем подтвердите телефон кодом из сообщения.',
    en: 'Fill in the page, then confirm your telephone with the code we send to it.',
  },
  'register.assurance': {
    ky: 'Ким экениңизди азырынча өзүңүз гана айтасыз: муну провайдер да көрөт. ESI же квалификациялуу кол тамга аны ырастайт; айрым кызматтар ошону талап кылат.',
    ru: 'Пока о том, кто вы, известно только с ваших слов; это увидит и поставщик услуги. Подтвердить личность можно через ЕСИ или квалифицированной подписью; некоторые услуги этого требуют.',
    en: 'For now only you say who you are, and providers will see that. ESI or a qualified signature confirms it; some services demand this.',
  },
  'register.password': { ky: 'Сырсөз', ru: 'Пароль', en: 'Password' },
  'register.password.hint': {
    ky: 'Кеминде 10 белги. Бир нече сөздөн турган сүйлөм эң жакшы.',
    ru: 'Не меньше 10 знаков. Лучше всего фраза из нескольких слов.',
    en: 'At least 10 characters. A phrase of several words is best.',
  },
  'register.go': { ky: 'Код алуу', ru: 'Получить код', en: 'Get a code' },
  'register.code.title': {
    ky: 'Телефонуңузду ырастаңыз',
    ru: 'Подтвердите телефон',
    en: 'Confirm your telephone',
  },
  'register.code.lead': {
    ky: 'Номер туура эмес болсо, артка кайтып оңдоңуз.',
    ru: 'Если номер неверный, вернитесь и исправьте его.',
    en: 'If the number is wrong, go back and correct it.',
  },
  'register.code.go': { ky: 'Ырастоо', ru: 'Подтвердить', en: 'Confirm' },
  'names.title': {
    ky: 'Кимдин атынан киресиз?',
    ru: 'От чьего имени вы входите?',
    en: 'In whose name do you come?',
  },
  'names.lead': {
    ky: 'Тандаган атыңыздан иш кыласыз, бирок ар бир арызда аны ким жасаганы жазылат.',
    ru: 'Вы будете действовать от выбранного имени, но в каждом заявлении останется, кто это сделал.',
    en: 'You will act in the name you choose; each application keeps who did it.',
  },
  'names.label': { ky: 'Аты', ru: 'Имя', en: 'Name' },
  'names.self': { ky: '{name} — өз атымдан', ru: '{name} — от своего имени', en: '{name} — in my own name' },
  'names.until': { ky: 'Акыркы күнү: {date}', ru: 'Последний день: {date}', en: 'Last day: {date}' },
  'names.go': { ky: 'Улантуу', ru: 'Продолжить', en: 'Continue' },
} satisfies TextBook;
