import type { TextBook } from '@kyzmat/web';

export const signInTexts = {
  'sign-in.title': { ky: 'Кызматка кирүү', ru: 'Вход в Кызмат', en: 'Sign in to Kyzmat' },
  'sign-in.lead': {
    ky: 'Кабинетиңизге Бирдиктүү идентификация тутуму (ESI) аркылуу киресиз. Ал кимсиз экениңизди ырастайт.',
    ru: 'В кабинет входят через Единую систему идентификации (ЕСИ). Она подтвердит, кто вы.',
    en: 'You sign in through the Unified identification system (ESI). It confirms who you are.',
  },
  'sign-in.esi': { ky: 'ESI аркылуу кирүү', ru: 'Войти через ЕСИ', en: 'Sign in with ESI' },
  'sign-in.refused.title': {
    ky: 'ESI сизди ырастаган жок',
    ru: 'ЕСИ вас не подтвердила',
    en: 'ESI did not confirm who you are',
  },
  'sign-in.refused.text': {
    ky: 'Эч нерсе жоголгон жок. Кайра кирип көрүңүз.',
    ru: 'Ничего не потеряно. Попробуйте войти ещё раз.',
    en: 'Nothing is lost. Please try to sign in again.',
  },
  'sign-in.again.title': {
    ky: 'Кирүү мөөнөтү бүттү',
    ru: 'Время входа истекло',
    en: 'The time to sign in is over',
  },
  'sign-in.again.text': {
    ky: 'Бул шилтеме колдонулган же эскирген. Арыздарыңыз жана сакталган жоопторуңуз ордунда. Порталга кайтып, кайра кириңиз.',
    ru: 'Эта ссылка уже использована или устарела. Заявления и сохранённые ответы на месте. Вернитесь на портал и войдите снова.',
    en: 'This link was used already or is too old. Your applications and saved answers are safe. Go back to the portal and sign in again.',
  },
  'sign-in.portal': { ky: 'Порталга кайтуу', ru: 'Вернуться на портал', en: 'Back to the portal' },
  'certificate.go-there': {
    ky: 'Квалификациялуу сертификат менен кирүү',
    ru: 'Войти по квалифицированному сертификату',
    en: 'Sign in with a qualified certificate',
  },
  'certificate.title': {
    ky: 'Сертификат менен кирүү',
    ru: 'Вход по сертификату',
    en: 'Signing in with a certificate',
  },
  'certificate.lead': {
    ky: 'Ачкыч түзмөгүңүздөгү сертификат кимсиз экениңизди ырастайт. Сырсөз да, код да керек эмес.',
    ru: 'Сертификат на вашем носителе ключа подтвердит, кто вы. Ни пароль, ни код не нужны.',
    en: 'The certificate on your key carrier confirms who you are. Neither a password nor a code is needed.',
  },
  'certificate.save': { ky: '1. Файлды сактаңыз', ru: '1. Сохраните файл', en: '1. Save the file' },
  'certificate.file': { ky: 'Кол коюла турган файл', ru: 'Файл для подписи', en: 'File to be signed' },
  'certificate.file.note': {
    ky: 'Беш мүнөт жарактуу, бир жолу гана',
    ru: 'Годен пять минут, один раз',
    en: 'Good for five minutes, once',
  },
  'certificate.sign': { ky: '2. Ага кол коюңуз', ru: '2. Подпишите его', en: '2. Sign it' },
  'certificate.sign.text': {
    ky: 'Ачкыч түзмөгүңүздүн программасында «өзүнчө кол тамга» (CAdES-BES, .p7s) тандаңыз.',
    ru: 'В программе вашего носителя выберите «отсоединённую подпись» (CAdES-BES, .p7s).',
    en: 'In the program of your key carrier choose a detached signature (CAdES-BES, .p7s).',
  },
  'certificate.carrier': {
    ky: 'Сыноо үчүн: ачкыч түзмөгүнүн ордундагы барак',
    ru: 'Для демонстрации: страница вместо носителя ключа',
    en: 'For the demonstration: a page instead of a key carrier',
  },
  'certificate.give': {
    ky: '3. Кол тамганы бериңиз',
    ru: '3. Передайте подпись',
    en: '3. Hand in the signature',
  },
  'certificate.signature': {
    ky: 'Кол тамганын файлы (.p7s)',
    ru: 'Файл подписи (.p7s)',
    en: 'Signature file (.p7s)',
  },
  'certificate.go': { ky: 'Кирүү', ru: 'Войти', en: 'Sign in' },
  'consents.title': {
    ky: 'Баштаардан мурун макулдугуңуз керек',
    ru: 'Прежде чем начать, нужно ваше согласие',
    en: 'Before you begin, we need your consent',
  },
  'consents.lead': {
    ky: 'Мыйзам боюнча кабинет эки макулдуктан кийин ачылат. Аларды кийин кайтарып алсаңыз болот.',
    ru: 'По закону кабинет открывается после двух согласий. Позже их можно отозвать.',
    en: 'By law your account opens after two consents. You can withdraw them later.',
  },
  'consents.agree': {
    ky: 'Окудум жана макулмун: {title}',
    ru: 'Прочитано, согласие даю: {title}',
    en: 'I have read it and agree: {title}',
  },
  'consents.later': {
    ky: 'Азырынча макулдук бербей кирүү',
    ru: 'Войти пока без согласия',
    en: 'Sign in without agreeing for now',
  },
  'consents.later.what': {
    ky: 'Арыздарыңызды, жыйынтыктарды жана тарыхты көрөсүз, бирок жаңы арыз бере албайсыз.',
    ru: 'Вы увидите свои заявления, результаты и историю, но не сможете подать новое заявление.',
    en: 'You will see your applications, results and history, but cannot make a new application.',
  },
  'consents.go': { ky: 'Улантуу', ru: 'Продолжить', en: 'Continue' },
  'staff.title': { ky: 'Кызматкерлердин кириши', ru: 'Вход для сотрудников', en: 'Sign-in for staff' },
  'staff.login': { ky: 'Логин', ru: 'Логин', en: 'Login' },
  'staff.password': { ky: 'Сырсөз', ru: 'Пароль', en: 'Password' },
  'staff.go': { ky: 'Код алуу', ru: 'Получить код', en: 'Get a code' },
  'code.title': { ky: 'Билдирүүдөгү код', ru: 'Код из сообщения', en: 'Code from the message' },
  'code.lead': {
    ky: 'Алты сандуу код {sentTo} номерине жөнөтүлдү.',
    ru: 'Код из шести цифр отправлен на {sentTo}.',
    en: 'A code of six digits was sent to {sentTo}.',
  },
  'code.label': { ky: 'Код', ru: 'Код', en: 'Code' },
  'code.go': { ky: 'Кирүү', ru: 'Войти', en: 'Sign in' },
} satisfies TextBook;
