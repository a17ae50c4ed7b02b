import type { TextBook } from '@kyzmat/web';

export const deleteTexts = {
  'my-data.delete.lead': {
    ky: 'Мыйзам уруксат бергенин азыр өчүрсөңүз болот. Калганы эмне үчүн жана качанга чейин сакталары жанында жазылган.',
    ru: 'То, что закон позволяет, можно удалить сейчас. Рядом с остальным написано, почему и до какого времени оно хранится.',
    en: 'What the law lets go can be deleted now. Beside the rest it says why it is kept and until when.',
  },
  'my-data.delete.free': { ky: 'Азыр өчүрсө болот', ru: 'Можно удалить сейчас', en: 'Can be deleted now' },
  'my-data.delete.none': {
    ky: 'Азыр өчүрө турган эч нерсе жок.',
    ru: 'Сейчас удалять нечего.',
    en: 'There is nothing to delete now.',
  },
  'my-data.delete.choose': { ky: 'Эмнени өчүрөсүз?', ru: 'Что удалить?', en: 'What do you want to delete?' },
  'my-data.delete.hint': {
    ky: 'Өчүрүлгөндү кайра калыбына келтирүү мүмкүн эмес.',
    ru: 'Вернуть удалённое нельзя.',
    en: 'What is deleted cannot be brought back.',
  },
  'my-data.delete.kind.draft': { ky: 'Бүтө элек арыз', ru: 'Черновик', en: 'Unfinished application' },
  'my-data.delete.kind.application': {
    ky: 'Арыз, файлдары жана билдирүүлөрү менен',
    ru: 'Заявление с файлами и уведомлениями',
    en: 'Application with its files and notices',
  },
  'my-data.delete.go': { ky: 'Тандалганды өчүрүү', ru: 'Удалить выбранное', en: 'Delete what is chosen' },
  'my-data.delete.kept': { ky: 'Сакталат', ru: 'Хранится', en: 'Is kept' },
  'my-data.delete.standing.open': {
    ky: 'Арыз бүтө элек же төлөм кайтарыла элек.',
    ru: 'Заявление не завершено или ещё не возвращена оплата.',
    en: 'The application is not finished, or money is still to be returned.',
  },
  'my-data.delete.standing.year': {
    ky: 'Жөнөтүлгөн арыз кеминде бир жыл сакталат (Эрежелердин 27-пункту). Мөөнөтү: {date}.',
    ru: 'Отправленное заявление хранится не меньше года (пункт 27 Правил), до: {date}.',
    en: 'An application that was sent is kept for at least a year (paragraph 27 of the Rules): until {date}.',
  },
  'my-data.delete.standing.held': {
    ky: 'Оператор өчүрүүнү токтотуп койгон, мисалы сот иши үчүн.',
    ru: 'Удаление приостановлено оператором, например из-за судебного дела.',
    en: 'The operator has stopped its deletion, for example because of a court case.',
  },
  'my-data.delete.standing.breach': {
    ky: 'Мекеме мөөнөттү бузган: ал жөнүндө жазууну эч ким өчүрө албайт (Эрежелердин 19-пункту).',
    ru: 'Учреждение нарушило срок: запись об этом не может удалить никто (пункт 19 Правил).',
    en: 'The institution broke a time limit: nobody can delete the record of it (paragraph 19 of the Rules).',
  },
  'my-data.delete.always': {
    ky: 'Булар арыз менен кошо өчпөйт',
    ru: 'Это не удаляется вместе с заявлением',
    en: 'This does not go with the application',
  },
  'my-data.delete.always.results': {
    ky: 'берилген документтердин реестри: алардын чындыгын ар ким текшере алышы үчүн;',
    ru: 'реестр выданных документов – чтобы каждый мог проверить их подлинность;',
    en: 'the register of issued documents, so that anybody can check that they are genuine;',
  },
  'my-data.delete.always.payments': {
    ky: 'төлөмдөр жана төлөм документтери;',
    ru: 'платежи и платёжные документы;',
    en: 'payments and payment documents;',
  },
  'my-data.delete.always.provider': {
    ky: 'мекеменин өз архивиндегиси: анын мөөнөтүн мекеме белгилейт;',
    ru: 'то, что лежит в архиве учреждения: срок определяет оно само;',
    en: 'what lies in the institution’s own archive: it decides for how long;',
  },
  'my-data.delete.always.journal': {
    ky: 'маалыматты ким колдонгону жөнүндө жазуулар: аларда атыңыз да, жоопторуңуз да жок.',
    ru: 'записи о том, кто использовал данные: в них нет ни имени, ни ответов.',
    en: 'the records of who used your data: they hold neither your name nor your answers.',
  },
  'my-data.delete.contact': {
    ky: 'Байланыш маалыматын өзгөртүү же алып салуу',
    ru: 'Изменить или убрать контактные данные',
    en: 'Change or remove contact details',
  },
  'my-data.delete.consents': {
    ky: 'Макулдукту кайтарып алуу',
    ru: 'Отозвать согласие',
    en: 'Withdraw a consent',
  },
  'my-data.delete.gone': {
    ky: 'Өчүрүлдү: {count}. Билдирүүлөр бир аздан кийин өчөт.',
    ru: 'Удалено: {count}. Уведомления исчезнут через несколько мгновений.',
    en: 'Deleted: {count}. Notices follow within moments.',
  },
  'my-data.delete.code': { ky: 'Өчүрүүнү ырастаңыз', ru: 'Подтвердите удаление', en: 'Confirm the deletion' },
  'my-data.delete.code.sent': {
    ky: 'Код {to} номерине жөнөтүлдү. Аны жазсаңыз, тандалгандар ({count}) биротоло өчөт.',
    ru: 'Код отправлен на {to}. Когда вы его введёте, выбранное ({count}) будет удалено навсегда.',
    en: 'A code was sent to {to}. When you enter it, what you chose ({count}) is deleted for good.',
  },
  'my-data.delete.code.label': {
    ky: 'Билдирүүдөгү код',
    ru: 'Код из сообщения',
    en: 'Code from the message',
  },
  'my-data.delete.code.go': { ky: 'Биротоло өчүрүү', ru: 'Удалить навсегда', en: 'Delete for good' },
} satisfies TextBook;

export const title = { ky: 'Маалыматты өчүрүү', ru: 'Удаление данных' };
export const codeMissing = {
  ky: 'Код алты сандан турат.',
  ru: 'Код состоит из шести цифр.',
  en: 'The code has six digits.',
};
export const codeMend = {
  ky: 'Акыркы билдирүүдөгү алты санды жазыңыз.',
  ru: 'Введите шесть цифр из последнего сообщения.',
  en: 'Enter the six digits of the last message.',
};
export const nothingChosen = {
  what: { ky: 'Эч нерсе тандалган жок.', ru: 'Ничего не выбрано.', en: 'Nothing is chosen.' },
  mend: { ky: 'Өчүрө турганды белгилеңиз.', ru: 'Отметьте, что удалить.', en: 'Tick what is to be deleted.' },
};
