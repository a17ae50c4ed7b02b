import type { TextBook } from './texts.ts';

const home = { ky: 'Башкы бетке өтүү', ru: 'На главную страницу', en: 'Go to the first page' };
const again = { ky: 'Кайра аракет кылуу', ru: 'Попробовать ещё раз', en: 'Try again' };
const kept = {
  ky: 'Арыздарыңыз жана сакталган жоопторуңуз ордунда.',
  ru: 'Ваши заявления и сохранённые ответы на месте.',
  en: 'Your applications and saved answers are safe.',
};

/** Error pages: what happened, that nothing is lost, what to do. `web.failed.<kind>.<part>` */
export const errorTexts = {
  'web.failed.not-found.title': { ky: 'Мындай барак жок', ru: 'Такой страницы нет', en: 'Page not found' },
  'web.failed.not-found.what': {
    ky: 'Дарек ката терилген же барак башка жерге көчүрүлгөн болушу мүмкүн.',
    ru: 'Возможно, адрес набран с ошибкой или страница переехала.',
    en: 'The address may be mistyped, or the page has moved.',
  },
  'web.failed.not-found.safe': kept,
  'web.failed.not-found.next': {
    ky: 'Даректи текшериңиз же башкы беттен баштаңыз.',
    ru: 'Проверьте адрес или начните с главной страницы.',
    en: 'Check the address, or start from the first page.',
  },
  'web.failed.not-found.action': home,

  'web.failed.forbidden.title': {
    ky: 'Бул барак сизге ачык эмес',
    ru: 'Эта страница вам недоступна',
    en: 'You cannot open this page',
  },
  'web.failed.forbidden.what': {
    ky: 'Баракты башка адам же башка милдеттеги кызматкер гана көрө алат.',
    ru: 'Её может видеть только другой человек или сотрудник с другими обязанностями.',
    en: 'Only another person, or staff with other duties, may see it.',
  },
  'web.failed.forbidden.safe': kept,
  'web.failed.forbidden.next': {
    ky: 'Эгер сизге ачык болушу керек деп ойлосоңуз, бизге кайрылыңыз.',
    ru: 'Если вы считаете, что доступ должен быть, обратитесь к нам.',
    en: 'If you think you should have access, please contact us.',
  },
  'web.failed.forbidden.action': home,

  'web.failed.expired.title': {
    ky: 'Коопсуздугуңуз үчүн кабинет жабылды',
    ru: 'Мы закрыли кабинет ради вашей безопасности',
    en: 'We signed you out to keep you safe',
  },
  'web.failed.expired.what': {
    ky: 'Бир топ убакыттан бери баракта эч нерсе жасалган жок.',
    ru: 'На странице долго ничего не происходило.',
    en: 'Nothing had happened on the page for a while.',
  },
  'web.failed.expired.safe': kept,
  'web.failed.expired.next': {
    ky: 'Кайра кирсеңиз, токтогон жериңизден улантасыз.',
    ru: 'Войдите снова и продолжите с того же места.',
    en: 'Sign in again and go on from where you stopped.',
  },
  'web.failed.expired.action': { ky: 'Кайра кирүү', ru: 'Войти снова', en: 'Sign in again' },

  'web.failed.conflict.title': {
    ky: 'Бул жазууну кимдир бирөө сизден мурун өзгөрттү',
    ru: 'Кто-то изменил эту запись раньше вас',
    en: 'Someone changed this before you',
  },
  'web.failed.conflict.what': {
    ky: 'Сиз баракты ачкандан кийин ал башка терезеден же башка адам тарабынан өзгөртүлдү.',
    ru: 'После того как вы открыли страницу, запись изменили в другом окне или другой человек.',
    en: 'After you opened the page, it was changed in another window or by another person.',
  },
  'web.failed.conflict.safe': {
    ky: 'Эч нерсе жоголгон жок: мурунку өзгөртүү сакталды, сиздики анын үстүнө жазылган жок.',
    ru: 'Ничего не потеряно: прежнее изменение сохранено, ваше не записано поверх него.',
    en: 'Nothing is lost: the earlier change is kept, yours was not written over it.',
  },
  'web.failed.conflict.next': {
    ky: 'Азыркы абалын карап чыгып, керек болсо өзгөртүүңүздү кайталаңыз.',
    ru: 'Посмотрите, как запись выглядит сейчас, и, если нужно, повторите своё изменение.',
    en: 'See how it looks now and, if needed, make your change again.',
  },
  'web.failed.conflict.action': {
    ky: 'Азыркы абалын көрүү',
    ru: 'Посмотреть текущую запись',
    en: 'See the current state',
  },

  'web.failed.too-large.title': {
    ky: 'Файл өтө чоң',
    ru: 'Файл слишком большой',
    en: 'The file is too large',
  },
  'web.failed.too-large.what': {
    ky: 'Жөнөтүлгөн маалыматтын көлөмү уруксат берилгенден ашып кетти.',
    ru: 'Отправленное больше, чем разрешено.',
    en: 'What was sent is larger than allowed.',
  },
  'web.failed.too-large.safe': kept,
  'web.failed.too-large.next': {
    ky: 'Артка кайтып, кичирээк файл тандаңыз же файлды кысып жөнөтүңүз.',
    ru: 'Вернитесь и выберите файл поменьше или сожмите его.',
    en: 'Go back and choose a smaller file, or compress it.',
  },
  'web.failed.too-large.action': again,

  'web.failed.too-many.title': {
    ky: 'Бир аз күтө туруңуз',
    ru: 'Подождите немного',
    en: 'Please wait a moment',
  },
  'web.failed.too-many.what': {
    ky: 'Кыска убакытта өтө көп аракет жасалды.',
    ru: 'За короткое время было слишком много попыток.',
    en: 'There were too many attempts in a short time.',
  },
  'web.failed.too-many.safe': kept,
  'web.failed.too-many.next': {
    ky: 'Бир нече мүнөттөн кийин кайра аракет кылыңыз.',
    ru: 'Попробуйте снова через несколько минут.',
    en: 'Try again in a few minutes.',
  },
  'web.failed.too-many.action': again,

  'web.failed.bad-request.title': {
    ky: 'Сурамыңызды аткара алган жокпуз',
    ru: 'Мы не смогли выполнить запрос',
    en: 'We could not do what you asked',
  },
  'web.failed.bad-request.what': {
    ky: 'Барак толук жүктөлбөй калган же эскирип калган болушу мүмкүн.',
    ru: 'Возможно, страница загрузилась не полностью или устарела.',
    en: 'The page may be incomplete or out of date.',
  },
  'web.failed.bad-request.safe': kept,
  'web.failed.bad-request.next': {
    ky: 'Артка кайтып, баракты жаңылап, кайра аракет кылыңыз.',
    ru: 'Вернитесь назад, обновите страницу и попробуйте снова.',
    en: 'Go back, reload the page and try again.',
  },
  'web.failed.bad-request.action': home,

  'web.failed.unavailable.title': {
    ky: 'Кызмат убактылуу иштебей турат',
    ru: 'Сервис временно не работает',
    en: 'The service is not working for the moment',
  },
  'web.failed.unavailable.what': {
    ky: 'Биз бул тууралуу билебиз жана оңдоп жатабыз.',
    ru: 'Мы знаем об этом и уже чиним.',
    en: 'We know about it and are mending it.',
  },
  'web.failed.unavailable.safe': kept,
  'web.failed.unavailable.next': {
    ky: 'Бир нече мүнөттөн кийин кайра аракет кылыңыз.',
    ru: 'Попробуйте снова через несколько минут.',
    en: 'Try again in a few minutes.',
  },
  'web.failed.unavailable.action': again,

  'web.failed.failure.title': {
    ky: 'Биз тараптан ката кетти',
    ru: 'У нас произошла ошибка',
    en: 'Something went wrong on our side',
  },
  'web.failed.failure.what': {
    ky: 'Сиз эч нерсени туура эмес жасаган жоксуз. Ката тууралуу бизге билдирилди.',
    ru: 'Вы всё сделали правильно. Нам уже сообщили об ошибке.',
    en: 'You did nothing wrong. We have been told about the error.',
  },
  'web.failed.failure.safe': kept,
  'web.failed.failure.next': {
    ky: 'Бир аздан кийин кайра аракет кылыңыз. Ката кайталанса, бизге төмөнкү номерди айтыңыз.',
    ru: 'Попробуйте снова чуть позже. Если ошибка повторится, назовите нам номер ниже.',
    en: 'Try again a little later. If it happens again, tell us the number below.',
  },
  'web.failed.failure.action': again,
  'web.failed.reference': {
    ky: 'Кайрылуу үчүн номер',
    ru: 'Номер для обращения',
    en: 'Reference for our help desk',
  },
} satisfies TextBook;
