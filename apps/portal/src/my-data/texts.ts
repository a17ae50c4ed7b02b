import type { TextBook } from '@kyzmat/web';

export const myDataTexts = {
  'my-data.title': {
    ky: 'Маалыматымды ким колдонду',
    ru: 'Кто использовал мои данные',
    en: 'Who used my data',
  },
  'my-data.lead': {
    ky: 'Жеке маалыматыңызды ким, качан, кайсы арыз үчүн колдонгонун ушул жерден көрөсүз. Бул жазууларды эч ким өзгөртө да, өчүрө да албайт. Өзүңүз караганыңыз жазылбайт.',
    ru: 'Здесь видно, кто, когда и для какого заявления использовал ваши персональные данные. Эти записи никто не может ни изменить, ни удалить. Когда смотрите вы сами, это не записывается.',
    en: 'This page shows who used your personal data, when, and for which application. Nobody can change or remove these records. Your own visits are not recorded here.',
  },
  'my-data.copy': {
    ky: 'Бардык маалыматымдын көчүрмөсүн алуу',
    ru: 'Получить копию всех моих данных',
    en: 'Get a copy of all my data',
  },
  'my-data.delete': {
    ky: 'Эмнени өчүрсө болот, эмне сакталат',
    ru: 'Что можно удалить, а что хранится',
    en: 'What can be deleted and what is kept',
  },
  'my-data.application': { ky: 'Арыз', ru: 'Заявление', en: 'Application' },
  'my-data.provider': { ky: 'Мекеме', ru: 'Учреждение', en: 'Institution' },
  'my-data.all': { ky: 'Баары', ru: 'Все', en: 'All' },
  'my-data.portal': { ky: 'Портал өзү', ru: 'Сам портал', en: 'The portal itself' },
  'my-data.portal.about': {
    ky: 'Сиз сураган иштерди аткаруу үчүн: форманы толтуруу, билдирүү жөнөтүү, документ даярдоо.',
    ru: 'Чтобы сделать то, о чём вы просили: заполнить форму, отправить уведомление, подготовить документ.',
    en: 'To do what you asked for: fill in a form, send a notice, prepare a document.',
  },
  'my-data.when': { ky: 'Качан', ru: 'Когда', en: 'When' },
  'my-data.who': { ky: 'Ким', ru: 'Кто', en: 'Who' },
  'my-data.data': { ky: 'Кайсы маалымат', ru: 'Какие данные', en: 'Which data' },
  'my-data.refused': { ky: 'Берилген жок', ru: 'Не выданы', en: 'Not given' },
  'my-data.refused.about': {
    ky: 'Уруксаты жок бирөө сурап көрдү, маалыматыңыз берилген жок.',
    ru: 'Запросил тот, кому нельзя. Ваши данные не выданы.',
    en: 'Somebody asked who may not. Your data were not given.',
  },
  'my-data.more': { ky: 'Мурункураак жазуулар', ru: 'Более ранние записи', en: 'Earlier records' },
  'my-data.empty': { ky: 'Азырынча жазуу жок', ru: 'Записей пока нет', en: 'No records yet' },
  'my-data.empty.text': {
    ky: 'Маалыматыңызды кимдир бирөө колдонсо, ошол замат ушул жерде көрүнөт.',
    ru: 'Как только кто-нибудь использует ваши данные, это появится здесь.',
    en: 'As soon as somebody uses your data, it appears here.',
  },
  'my-data.act.application.view': {
    ky: 'Арызды ачты',
    ru: 'Заявление открыто',
    en: 'Opened the application',
  },
  'my-data.act.application.watch': {
    ky: 'Арыздын абалын жана мөөнөтүн карады',
    ru: 'Просмотрены стадия и сроки заявления',
    en: 'Looked at the stage and time limits',
  },
  'my-data.act.application.attachment': {
    ky: 'Тиркелген файлды ачты',
    ru: 'Открыт приложенный файл',
    en: 'Opened an attached file',
  },
  'my-data.act.application.copy': {
    ky: 'Арыздын көчүрмөсүн алды',
    ru: 'Получена копия заявления',
    en: 'Took a copy of the application',
  },
  'my-data.act.application.package': {
    ky: 'Арыз мекеменин документ системасына берилди',
    ru: 'Заявление передано в систему документооборота учреждения',
    en: 'The application was passed to the institution’s document system',
  },
  'my-data.act.application.result': {
    ky: 'Жыйынтык документин ачты',
    ru: 'Открыт документ-результат',
    en: 'Opened the result document',
  },
  'my-data.act.application.notice': {
    ky: 'Арыз боюнча билдирүү даярдалды',
    ru: 'Подготовлено уведомление по заявлению',
    en: 'Prepared a notice about the application',
  },
  'my-data.act.profile.read': {
    ky: 'Формага же документке жазуу үчүн алынды',
    ru: 'Взяты для формы или документа',
    en: 'Taken for a form or a document',
  },
  'my-data.act.contact.read': {
    ky: 'Билдирүү жөнөтүү үчүн алынды',
    ru: 'Взяты, чтобы отправить уведомление',
    en: 'Taken to send a notice',
  },
  'my-data.act.data.exported': {
    ky: 'Бардык маалыматтын көчүрмөсү алынды',
    ru: 'Получена копия всех данных',
    en: 'A copy of all data was taken',
  },
  'my-data.act.data.erased': { ky: 'Маалымат өчүрүлдү', ru: 'Данные удалены', en: 'Data were deleted' },
  'my-data.data.profile': {
    ky: 'аты-жөнү, ЖИН, туулган күнү, дареги',
    ru: 'имя, ПИН, дата рождения, адрес',
    en: 'name, personal number, date of birth, address',
  },
  'my-data.data.contact': { ky: 'байланыш маалыматы', ru: 'контактные данные', en: 'contact details' },
  'my-data.data.consents': { ky: 'макулдуктар', ru: 'согласия', en: 'consents' },
  'my-data.data.applicant': { ky: 'арыз ээсинин аты-жөнү', ru: 'имя заявителя', en: 'applicant’s name' },
  'my-data.data.answers': {
    ky: 'арыздагы жооптор',
    ru: 'ответы в заявлении',
    en: 'answers in the application',
  },
  'my-data.data.attachments': { ky: 'тиркелген файлдар', ru: 'приложенные файлы', en: 'attached files' },
  'my-data.data.history': {
    ky: 'арыздын жүрүшү',
    ru: 'ход рассмотрения',
    en: 'progress of the application',
  },
  'my-data.data.result': { ky: 'жыйынтык документ', ru: 'документ-результат', en: 'result document' },
  'my-data.data.payment': { ky: 'төлөм', ru: 'оплата', en: 'payment' },
  'my-data.who.you': { ky: 'Сиз', ru: 'Вы', en: 'You' },
  'my-data.who.stranger': {
    ky: 'порталдын башка колдонуучусу',
    ru: 'другой пользователь портала',
    en: 'another user of the portal',
  },
  'my-data.who.executor': {
    ky: 'мекеменин кызматкери',
    ru: 'сотрудник учреждения',
    en: 'officer of the institution',
  },
  'my-data.who.signer': {
    ky: 'кол коюуга укуктуу кызматкер',
    ru: 'сотрудник с правом подписи',
    en: 'officer authorised to sign',
  },
  'my-data.who.provider_head': {
    ky: 'мекеменин жетекчиси',
    ru: 'руководитель учреждения',
    en: 'head of the institution',
  },
  'my-data.who.provider_system': {
    ky: 'мекеменин маалымат системасы',
    ru: 'информационная система учреждения',
    en: 'information system of the institution',
  },
  'my-data.who.operator': { ky: 'порталдын оператору', ru: 'оператор портала', en: 'operator of the portal' },
  'my-data.who.owner': { ky: 'порталдын ээси', ru: 'владелец портала', en: 'owner of the portal' },
  'my-data.who.system': {
    ky: 'портал, автоматтык түрдө',
    ru: 'портал, автоматически',
    en: 'the portal, automatically',
  },
} satisfies TextBook;
