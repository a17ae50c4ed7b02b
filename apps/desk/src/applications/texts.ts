import type { TextBook } from '@kyzmat/web';

export const applicationTexts = {
  'application.back': { ky: 'Бардык арыздар', ru: 'Все заявления' },
  'application.done': { ky: 'Аткарылды: {name}', ru: 'Выполнено: {name}' },
  'application.no-acts': {
    ky: 'Азыр сизден эч нерсе талап кылынбайт.',
    ru: 'Сейчас от вас ничего не требуется.',
  },
  'application.facts': { ky: 'Кыскача', ru: 'Коротко' },
  'application.applicant': { ky: 'Арыз ээси', ru: 'Заявитель' },
  'application.submitted': { ky: 'Келген', ru: 'Поступило' },
  'application.number': { ky: 'Каттоо номери', ru: 'Регистрационный номер' },
  'application.executor': { ky: 'Аткаруучу', ru: 'Исполнитель' },
  'application.payment': { ky: 'Төлөм', ru: 'Оплата' },
  'application.until': { ky: 'Кызмат көрсөтүүнүн акыркы мөөнөтү', ru: 'Срок предоставления' },
  'application.answers': { ky: 'Жооптор', ru: 'Ответы' },
  'application.file.waiting': {
    ky: 'Вируска текшерилип жатат: текшерилгенден кийин ачылат',
    ru: 'Проверяется на вирусы: откроется после проверки',
  },
  'application.file.unavailable': {
    ky: 'Вируска текшерилип жатат: текшерилгенден кийин ачылат',
    ru: 'Проверяется на вирусы: откроется после проверки',
  },
  'application.file.infected': {
    ky: 'Вирус табылды: берилбейт. Арыз ээсинен башкасын сураңыз',
    ru: 'Найден вирус: не выдаётся. Запросите у заявителя другой файл',
  },
  'application.files': { ky: 'Документтер', ru: 'Документы' },
  'application.copy': { ky: 'Арыздын көчүрмөсү, PDF', ru: 'Копия заявления, PDF' },
  'application.result': { ky: 'Жыйынтык, PDF', ru: 'Результат, PDF' },
  'application.clocks': { ky: 'Мөөнөттөр', ru: 'Сроки' },
  'application.due': { ky: 'Мөөнөтү: {when}', ru: 'Срок: {when}' },
  'application.closed': { ky: 'Жабылган: {when}', ru: 'Закрыт: {when}' },
  'application.rule': { ky: 'Эрежеси: {rule}', ru: 'Правило: {rule}' },
  'application.history': { ky: 'Эмне болду', ru: 'Что было' },
  'application.questions': { ky: 'Суроолор', ru: 'Вопросы' },
  'application.waiting': { ky: 'Жооп али келе элек', ru: 'Ответа пока нет' },
  'application.refusal': { ky: 'Баш тартуу', ru: 'Отказ' },
  'application.reason': { ky: 'Себеби', ru: 'Причина' },
} satisfies TextBook;
