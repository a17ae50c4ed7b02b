import type { TextBook } from '@kyzmat/web';

export const serviceTexts = {
  'services.title': { ky: 'Кызматтар', ru: 'Услуги', en: 'Services' },
  'services.groups': { ky: 'Кызматтардын түрлөрү', ru: 'Виды услуг', en: 'Kinds of services' },
  'services.found': {
    ky: '«{query}» боюнча табылды: {count}',
    ru: 'По запросу «{query}» найдено: {count}',
    en: 'Found for “{query}”: {count}',
  },
  'services.found-partly': {
    ky: '«{query}» толугу менен табылган жок. Анын айрым сөздөрү боюнча табылды: {count}',
    ru: 'Целиком «{query}» не нашлось. По некоторым из этих слов найдено: {count}',
    en: 'Nothing has all of “{query}”. Found by some of the words: {count}',
  },
  'services.none': {
    ky: '«{query}» боюнча эч нерсе табылган жок.',
    ru: 'По запросу «{query}» ничего не нашлось.',
    en: 'Nothing was found for “{query}”.',
  },
  'services.none.shorter': {
    ky: 'Бир эле сөз менен издеп көрүңүз, мисалы «маалымкат».',
    ru: 'Попробуйте одно слово, например «справка».',
    en: 'Try a single word, such as “certificate”.',
  },
  'services.none.other': {
    ky: 'Башкача айтып көрүңүз: сиз эмнени алгыңыз келет?',
    ru: 'Скажите иначе: что вы хотите получить?',
    en: 'Say it another way: what do you want to get?',
  },
  'services.none.groups': {
    ky: 'Жогорудан кызматтардын түрүн тандаңыз.',
    ru: 'Выберите вид услуг выше.',
    en: 'Choose a kind of services above.',
  },
  'services.apply': { ky: 'Арыз берүү', ru: 'Подать заявление', en: 'Apply' },
  'services.free': { ky: 'Акысыз', ru: 'Бесплатно', en: 'Free' },
  'services.who': { ky: 'Ким ала алат', ru: 'Кто может получить', en: 'Who can get it' },
  'services.cost': { ky: 'Баасы', ru: 'Стоимость', en: 'Cost' },
  'services.how-long': { ky: 'Канча убакыт алат', ru: 'Сколько ждать', en: 'How long it takes' },
  'services.provider': { ky: 'Ким көрсөтөт', ru: 'Кто оказывает', en: 'Who provides it' },
  'services.have-it-by': {
    ky: 'Азыр арыз берсеңиз, эң кеч дегенде ушул убакта аласыз: {date}',
    ru: 'Подайте сейчас и получите не позднее: {date}',
    en: 'Apply now and have it by {date}',
  },
  'services.term.counted': {
    ky: 'Мөөнөтү — арыз катталып, төлөм түшкөндөн тартып {term}',
    ru: 'Срок — {term} после регистрации и оплаты',
    en: 'The term is {term} after registration and payment',
  },
  'services.term.counted-free': {
    ky: 'Мөөнөтү — арыз катталгандан тартып {term}',
    ru: 'Срок — {term} после регистрации',
    en: 'The term is {term} after registration',
  },
  'services.term.from-visit': {
    ky: 'Мекемеге келгениңиз белгиленгенден тартып {term}',
    ru: '{term} после того, как вы лично придёте в учреждение',
    en: '{term} after you come in person',
  },
  'services.term.basis': { ky: 'Мөөнөттүн негизи', ru: 'Основание срока', en: 'Basis of the term' },
  'services.if-paid': {
    ky: 'Күн арыз катталганга чейин төлөсөңүз деп эсептелди.',
    ru: 'Дата рассчитана для тех, кто оплатит до регистрации заявления.',
    en: 'The date is for those who pay before the application is registered.',
  },
  'services.sign-in-first': {
    ky: 'Арыз берүү үчүн Бирдиктүү идентификация тутуму аркылуу киресиз.',
    ru: 'Чтобы подать заявление, вы войдёте через Единую систему идентификации.',
    en: 'To apply you sign in through the Unified identification system.',
  },
  'services.demo': {
    ky: 'Бул кызматтын баасы, мөөнөтү жана негиздери — көрсөтмө үлгү.',
    ru: 'Цена, срок и основания этой услуги — демонстрационные.',
    en: 'The price, term and grounds of this service are demonstration values.',
  },
  'services.visit': {
    ky: 'Өзүңүз келишиңиз керек',
    ru: 'Нужно прийти лично',
    en: 'You have to come in person',
  },
  'services.documents': { ky: 'Эмне керек', ru: 'Что понадобится', en: 'What you need' },
  'services.no-paper': {
    ky: 'Кагаз көчүрмөлөрүн алып келүүнүн кереги жок.',
    ru: 'Приносить бумажные копии не нужно.',
    en: 'You need not bring paper copies.',
  },
  'services.steps': { ky: 'Кадамдары', ru: 'Как это происходит', en: 'How it goes' },
  'services.informing': {
    ky: 'Жыйынтыгын кантип билесиз',
    ru: 'Как вы узнаете о результате',
    en: 'How you learn the result',
  },
  'services.informing.cabinet': { ky: 'кабинетиңизден', ru: 'в вашем кабинете', en: 'in your cabinet' },
  'services.informing.emessage': {
    ky: 'телефонуңузга келген билдирүүдөн',
    ru: 'из сообщения на телефон',
    en: 'by a message to your phone',
  },
  'services.informing.email': { ky: 'электрондук каттан', ru: 'из электронного письма', en: 'by e-mail' },
  'services.refusal': {
    ky: 'Качан баш тартышы мүмкүн',
    ru: 'Когда могут отказать',
    en: 'When it can be refused',
  },
  'services.result': {
    ky: 'Жыйынтык кандай түрдө берилет',
    ru: 'В какой форме результат',
    en: 'In which form you get it',
  },
  'services.result.signed_document': {
    ky: 'Электрондук кол коюлган документ',
    ru: 'Документ с электронной подписью',
    en: 'A document with an electronic signature',
  },
  'services.result.information': {
    ky: 'Маалымат тутумунан алынган маалымат',
    ru: 'Сведения из информационной системы',
    en: 'Information from an information system',
  },
  'services.signature': { ky: 'Кол коюу', ru: 'Подпись', en: 'Signature' },
  'services.signature.simple': {
    ky: 'Жөнөкөй: телефонго келген код менен кол коёсуз.',
    ru: 'Простая: вы подписываете кодом из сообщения на телефон.',
    en: 'Simple: you sign with a code sent to your phone.',
  },
  'services.signature.qualified': {
    ky: 'Квалификациялуу электрондук кол керек.',
    ru: 'Нужна квалифицированная электронная подпись.',
    en: 'A qualified electronic signature is needed.',
  },
  'services.identity': { ky: 'Ким экениңиз', ru: 'Подтверждение личности', en: 'Proof of identity' },
  'services.identity.esi': {
    ky: 'Ким экениңизди ESI же квалификациялуу сертификат ырастаган болушу керек.',
    ru: 'Вашу личность должна подтвердить ЕСИ или квалифицированный сертификат.',
    en: 'ESI or a qualified certificate must have confirmed who you are.',
  },
  'services.identity.qualified': {
    ky: 'Ким экениңизди квалификациялуу сертификат ырастаган болушу керек.',
    ru: 'Вашу личность должен подтвердить квалифицированный сертификат.',
    en: 'A qualified certificate must have confirmed who you are.',
  },
  'services.refund': {
    ky: 'Кызмат көрсөтүүдөн баш тартылса, төлөгөн акчаңыз кайтарылат.',
    ru: 'Если в услуге откажут, оплата вернётся.',
    en: 'If the service is refused, the payment is returned.',
  },
  'services.no-refund': {
    ky: 'Кызмат көрсөтүүдөн баш тартылса, төлөгөн акча кайтарылбайт.',
    ru: 'Если в услуге откажут, оплата не возвращается.',
    en: 'If the service is refused, the payment is not returned.',
  },
  'services.rating': { ky: 'Колдонуучулардын баасы', ru: 'Оценка пользователей', en: 'Rated by users' },
  'services.rating.is': {
    ky: '5тен {average}, баа бергендер: {count}',
    ru: '{average} из 5, оценок: {count}',
    en: '{average} out of 5, ratings: {count}',
  },
  'services.appeal': { ky: 'Макул болбосоңуз', ru: 'Если вы не согласны', en: 'If you disagree' },
  'services.share': {
    ky: 'Бул баракты бөлүшүү жана басып чыгаруу',
    ru: 'Поделиться страницей и напечатать её',
    en: 'Share or print this page',
  },
  'services.share.address': { ky: 'Дареги: {address}', ru: 'Адрес: {address}', en: 'Address: {address}' },
  'services.share.qr': {
    ky: 'Барактын дареги бар QR-код',
    ru: 'QR-код с адресом страницы',
    en: 'QR code with the address of the page',
  },
  'services.share.data': {
    ky: 'Программалар үчүн маалымат (JSON-LD)',
    ru: 'Сведения для программ (JSON-LD)',
    en: 'Data for programs (JSON-LD)',
  },
  'services.version': {
    ky: '{version}-нускасы, жарыяланган күнү: {date}',
    ru: 'Редакция {version}, опубликована: {date}',
    en: 'Version {version}, published {date}',
  },
  'services.basis': { ky: 'Мыйзамдык негизи', ru: 'Правовые основания', en: 'Legal basis' },

  'apply.title': { ky: 'Арызды баштоо', ru: 'Начало заявления', en: 'Starting an application' },
  'apply.drafts': {
    ky: 'Бул кызматка мурда баштаган арызыңыз бар',
    ru: 'Вы уже начали заявление на эту услугу',
    en: 'You have already started an application for this service',
  },
  'apply.draft': {
    ky: 'Улантуу: {date} сакталган',
    ru: 'Продолжить сохранённое: {date}',
    en: 'Go on with the one saved {date}',
  },
  'apply.start': { ky: 'Баштоо', ru: 'Начать', en: 'Start' },
  'apply.new': { ky: 'Жаңы арыз баштоо', ru: 'Начать новое заявление', en: 'Start a new application' },
  'apply.prefill': {
    ky: 'Мурунку арызыңыздагы жоопторду колдонолубу?',
    ru: 'Взять ответы из вашего прежнего заявления?',
    en: 'Take answers from your earlier application?',
  },
  'apply.prefill.hint': {
    ky: 'Макул болсоңуз гана алынат, ушул арыз үчүн гана. Кайсынысы кайдан алынганы көрсөтүлөт, баарын оңдосоңуз болот.',
    ru: 'Только с вашего согласия и только для этого заявления. Мы покажем, что откуда взято; всё можно исправить.',
    en: 'Only if you agree, and only for this application. You will see what came from where, and can change all of it.',
  },
  'apply.prefill.none': {
    ky: 'Жок, жаңыдан толтурам',
    ru: 'Нет, заполню заново',
    en: 'No, I will fill it in myself',
  },
  'apply.prefill.from': {
    ky: 'Ооба, № {reference} арызынан ({date})',
    ru: 'Да, из заявления № {reference} от {date}',
    en: 'Yes, from application No. {reference} of {date}',
  },
} satisfies TextBook;
