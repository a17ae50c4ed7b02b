import type { TextBook } from '@kyzmat/web';

export const actTexts = {
  'withdraw.title': {
    ky: 'Арызды кайтарып аласызбы?',
    ru: 'Отозвать заявление?',
    en: 'Withdraw the application?',
  },
  'withdraw.text': {
    ky: 'Мекеме арызды карабай калат. Муну артка кайтарууга болбойт, бирок жаңы арыз берсеңиз болот.',
    ru: 'Учреждение перестанет рассматривать заявление. Вернуть его нельзя, но можно подать новое.',
    en: 'The provider will stop considering it. This cannot be undone, but you can apply again.',
  },
  'withdraw.refund': {
    ky: 'Төлөгөн акчаңыз кайтарылат: {amount}',
    ru: 'Деньги вернутся: {amount}',
    en: 'Your money will be returned: {amount}',
  },
  'withdraw.refund.text': {
    ky: 'Акча төлөнгөн жолу менен кайтат. Кайтканын ушул арыздын барагынан көрөсүз.',
    ru: 'Их вернут тем же путём, которым вы платили. Когда вернут, будет видно на странице заявления.',
    en: 'It goes back the way it was paid. The page of the application will say when.',
  },
  'withdraw.no-refund': {
    ky: 'Төлөгөн акчаңыз кайтарылбайт: {amount}',
    ru: 'Деньги не вернутся: {amount}',
    en: 'Your money will not be returned: {amount}',
  },
  'withdraw.no-refund.text': {
    ky: 'Мекеме арызды карай баштады, ал эми кызматтын эрежеси боюнча андан кийин акча кайтарылбайт.',
    ru: 'Учреждение уже начало работу, а по правилам этой услуги после этого деньги не возвращают.',
    en: 'The provider has begun to work, and by the rules of this service the money is not returned after that.',
  },
  'withdraw.unpaid': {
    ky: 'Сиз азырынча төлөгөн жоксуз. Кайтарып алгандан кийин төлөнгөн акча толук кайтарылат.',
    ru: 'Вы ещё не платили. Если деньги придут после отзыва, их вернут полностью.',
    en: 'You have not paid yet. Money that arrives after the withdrawal is returned in full.',
  },
  'withdraw.changed': {
    ky: 'Арыздын абалы азыр эле өзгөрдү. Карап чыгып, кайра чечиңиз.',
    ru: 'С заявлением только что что-то произошло. Посмотрите и решите снова.',
    en: 'Something has just happened to the application. Have a look and decide again.',
  },
  'contacts.title': { ky: 'Байланыш маалыматы', ru: 'Контактные данные', en: 'Contact data' },
  'contacts.change': {
    ky: 'Байланыш маалыматын оңдоо',
    ru: 'Исправить контактные данные',
    en: 'Correct the contact data',
  },
  'contacts.corrected': { ky: 'Оңдолгон: {date}', ru: 'Исправлено: {date}', en: 'Corrected: {date}' },
  'contacts.text': {
    ky: 'Мекеме сиз менен ушул арыз боюнча кантип байланышат. Кол коюлган арыз өзгөрбөйт, оңдоо тарыхта калат.',
    ru: 'Как учреждение свяжется с вами по этому заявлению. Подписанное заявление не меняется, исправление останется в истории.',
    en: 'How the provider reaches you about this application. What you signed stays as it is; the correction is kept in the history.',
  },
  'contacts.phone': { ky: 'Телефон', ru: 'Телефон', en: 'Phone' },
  'contacts.email': { ky: 'Электрондук дарек', ru: 'Электронная почта', en: 'E-mail' },
  'contacts.postal': { ky: 'Кат алуучу дарек', ru: 'Адрес для писем', en: 'Postal address' },
  'contacts.postal.hint': {
    ky: 'Облус, шаар же айыл, көчө, үй.',
    ru: 'Область, город или село, улица, дом.',
    en: 'Region, town or village, street, house.',
  },
  'contacts.save': { ky: 'Сактоо', ru: 'Сохранить', en: 'Save' },
  'contacts.code.why': {
    ky: 'Билдирүүлөрдө жеке маалыматыңыз бар: алар ырасталган дарекке гана барат.',
    ru: 'В уведомлениях есть ваши личные данные: они уходят только на подтверждённый адрес.',
    en: 'Notices carry your personal data: they go only to an address that is confirmed.',
  },
  'contacts.code.again': { ky: 'Жаңы код жөнөтүү', ru: 'Отправить новый код', en: 'Send a new code' },
  'contacts.keep': { ky: 'Өзгөртпөө', ru: 'Не менять', en: 'Leave as it is' },
  'question.files': { ky: 'Файлдар', ru: 'Файлы', en: 'Files' },
  'question.files.hint': {
    ky: 'Мекеме документ сураса, аны тиркеңиз.',
    ru: 'Приложите документ, если учреждение его просит.',
    en: 'Attach a document if the provider asks for one.',
  },
  'question.file': { ky: '{number}-файл', ru: 'Файл {number}', en: 'File {number}' },
  'question.title': { ky: 'Суроого жооп', ru: 'Ответ на вопрос', en: 'Answer to the question' },
  'question.answer': { ky: 'Жообуңуз', ru: 'Ваш ответ', en: 'Your answer' },
  'question.send': { ky: 'Жоопту жөнөтүү', ru: 'Отправить ответ', en: 'Send the answer' },
} satisfies TextBook;
