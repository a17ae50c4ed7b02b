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
    ky: 'Арыз, файлдары, билдирүүлөрү жана баасы менен',
    ru: 'Заявление с файлами, уведомлениями и оценкой',
    en: 'Application with its files, notices and rating',
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
    ky: 'берилген документтердин реестри: код, күнү, ким кол койгону, файлдын изи. Документтин өзү өчөт; колунда бар адам анын чындыгын текшере алышы үчүн жазуу калат (Токтомдун 4-пункту, Эрежелердин 33-пункту);',
    ru: 'реестр выданных документов: код, дата, кто подписал, отпечаток файла. Сам документ удаляется; запись остаётся, чтобы тот, у кого он есть, мог проверить подлинность (пункт 4 постановления, пункт 33 Правил);',
    en: 'the register of issued documents: code, date, who signed, fingerprint of the file. The document itself goes; the entry stays, so that whoever holds it can check that it is genuine (point 4 of the decree, point 33 of the Rules);',
  },
  'my-data.delete.always.payments': {
    ky: 'төлөнгөн төлөмдөр: номери, суммасы, төлөөчүнүн ички номери – төлөм документи жана бухгалтердик эсеп үчүн (Эрежелердин 31-пункту, бухгалтердик эсеп жөнүндө мыйзам). Төлөнбөгөнү өчөт;',
    ru: 'оплаченные платежи: номер, сумма, внутренний номер плательщика – для платёжного документа и бухгалтерского учёта (пункт 31 Правил, закон о бухгалтерском учёте). Неоплаченные удаляются;',
    en: 'paid payments: number, amount, inner number of the payer, for the payment document and the accounts (point 31 of the Rules, the law on accounting). Unpaid ones go;',
  },
  'my-data.delete.always.tunduk': {
    ky: 'Түндүктө: арыз качан берилгени жана мекеменин жоопторунун изи, сизге шилтемесиз (Эрежелердин 17-пункту);',
    ru: 'в Тундуке: когда заявление передано и отпечатки ответов учреждения, без указания на вас (пункт 17 Правил);',
    en: 'at Tunduk: when the application was handed over and fingerprints of the institution’s answers, with nothing that points to you (point 17 of the Rules);',
  },
  'my-data.delete.always.provider': {
    ky: 'мекеменин өз архивиндегиси: анын мөөнөтүн мекеме белгилейт (Эрежелердин 47-пункту);',
    ru: 'то, что лежит в архиве учреждения: срок определяет оно само (пункт 47 Правил);',
    en: 'what lies in the institution’s own archive: it decides for how long (point 47 of the Rules);',
  },
  'my-data.delete.always.journal': {
    ky: 'маалыматты ким колдонгону жөнүндө жазуулар: аларда атыңыз да, жоопторуңуз да жок (Эрежелердин 13- жана 48-пункттары);',
    ru: 'записи о том, кто использовал данные: в них нет ни имени, ни ответов (пункты 13 и 48 Правил);',
    en: 'the records of who used your data: they hold neither your name nor your answers (points 13 and 48 of the Rules);',
  },
  'my-data.delete.always.access': {
    ky: 'порталга кирүүлөр жана кирүү аракеттери: убактысы, браузери, дареги (Эрежелердин 19-пункту).',
    ru: 'входы на портал и попытки входа: время, браузер, адрес (пункт 19 Правил).',
    en: 'sign-ins and attempts at them: time, browser, address (point 19 of the Rules).',
  },
  'my-data.delete.lately': { ky: 'Жакында өчүрүлгөн', ru: 'Недавно удалено', en: 'Deleted lately' },
  'my-data.delete.lately.draft': { ky: 'Бүтө элек арыз', ru: 'Черновик', en: 'Unfinished application' },
  'my-data.delete.lately.application': { ky: 'Арыз', ru: 'Заявление', en: 'Application' },
  'my-data.delete.lately.state': {
    ky: '{all} кызматтын {done} өчүрдү.',
    ru: 'Удалили {done} из {all} служб.',
    en: '{done} of {all} services have erased it.',
  },
  'my-data.delete.lately.owed': {
    ky: 'Дагы күтүлөт. Портал өзү кайра сурап турат:',
    ru: 'Ещё ожидаются. Портал спрашивает их сам:',
    en: 'Still awaited. The portal asks them again by itself:',
  },
  'my-data.delete.keeper.notifications': { ky: 'билдирүүлөр', ru: 'уведомления', en: 'notices' },
  'my-data.delete.keeper.payments': { ky: 'төлөмдөр', ru: 'платежи', en: 'payments' },
  'my-data.delete.keeper.tunduk': { ky: 'Түндүк', ru: 'Тундук', en: 'Tunduk' },
  'my-data.cabinet': { ky: 'Кабинетти өчүрүү', ru: 'Удалить кабинет', en: 'Delete the cabinet' },
  'my-data.cabinet.lead': {
    ky: 'Кабинет биротоло өчөт. Эмне өчөрүн, эмне жана эмне үчүн каларын адегенде окуп чыгыңыз.',
    ru: 'Кабинет удаляется навсегда. Сначала прочитайте, что исчезнет, что останется и почему.',
    en: 'The cabinet goes for good. Read first what goes, what stays and why.',
  },
  'my-data.cabinet.own-name': {
    ky: 'Башканын атынан киргенде кабинетти өчүрүүгө болбойт. Өз атыңыздан кириңиз.',
    ru: 'Действуя от чужого имени, удалить кабинет нельзя. Войдите от своего имени.',
    en: 'Acting for another you cannot delete a cabinet. Sign in in your own name.',
  },
  'my-data.cabinet.open': {
    ky: 'Каралып жаткан арыздарыңыз бар: {count}. Алар бүткөндө же аларды кайтарып алганда кабинетти өчүрсөңүз болот (Эрежелердин 31-пункту).',
    ru: 'Есть заявления в работе: {count}. Удалить кабинет можно, когда они завершатся или вы их отзовёте (пункт 31 Правил).',
    en: 'Applications of yours go on: {count}. The cabinet can be deleted when they have ended or you have withdrawn them (point 31 of the Rules).',
  },
  'my-data.cabinet.to-applications': { ky: 'Арыздарыма', ru: 'К моим заявлениям', en: 'To my applications' },
  'my-data.cabinet.goes': { ky: 'Дароо өчөт', ru: 'Исчезает сразу', en: 'Goes at once' },
  'my-data.cabinet.goes.person': {
    ky: 'аты-жөнүңүз, ПИН, дарегиңиз, байланыш маалыматыңыз, макулдуктарыңыз;',
    ru: 'имя, ПИН, адрес, контактные данные, согласия;',
    en: 'name, personal number, address, contact details, consents;',
  },
  'my-data.cabinet.goes.means': {
    ky: 'сырсөз, код түзгүч, калыбына келтирүү коддору; бардык түзмөктөрдөгү кирүүлөр бүтөт;',
    ru: 'пароль, приложение с кодами, коды восстановления; сеансы на всех устройствах завершаются;',
    en: 'password, authenticator, recovery codes; sessions on all devices end;',
  },
  'my-data.cabinet.goes.powers': {
    ky: 'сиз берген жана алган ишеним каттар күчүн жоготот;',
    ru: 'выданные и полученные доверенности прекращаются;',
    en: 'powers you gave and received end;',
  },
  'my-data.cabinet.goes.applications': {
    ky: 'бүтө элек арыздар жана бир жылдан ашкан арыздар, файлдары, билдирүүлөрү, бааларыңыз менен.',
    ru: 'черновики и заявления старше года с файлами, уведомлениями и вашими оценками.',
    en: 'unfinished applications and those older than a year, with files, notices and your ratings.',
  },
  'my-data.cabinet.stays': { ky: 'Калат', ru: 'Остаётся', en: 'Stays' },
  'my-data.cabinet.stays.year': {
    ky: 'бир жылы бүтө элек арыздар: {count}. Жылы бүткөндө өзү өчөт (Эрежелердин 27-пункту);',
    ru: 'заявления, год которых не прошёл: {count}. Когда пройдёт, они удалятся сами (пункт 27 Правил);',
    en: 'applications whose year is not over: {count}. When it is, they go by themselves (point 27 of the Rules);',
  },
  'my-data.cabinet.stays.held': {
    ky: 'оператор өчүрүүнү токтотуп койгон арыздар: {count}. Токтотуу алынганда өчөт (Эрежелердин 49-пункту);',
    ru: 'заявления, удаление которых приостановил оператор: {count}. Удалятся, когда запрет снимут (пункт 49 Правил);',
    en: 'applications whose deletion the operator has stopped: {count}. They go when that is lifted (point 49 of the Rules);',
  },
  'my-data.cabinet.stays.breach': {
    ky: 'мекеме мөөнөтүн бузган арыздар: {count}. Ал жазууну эч ким өчүрө албайт (Эрежелердин 19-пункту);',
    ru: 'заявления, по которым учреждение нарушило срок: {count}. Эту запись не может удалить никто (пункт 19 Правил);',
    en: 'applications whose limit the institution broke: {count}. Nobody can delete that record (point 19 of the Rules);',
  },
  'my-data.cabinet.stays.signatures': {
    ky: 'жөнөтүлгөн арыздарга коюлган квалификациялуу кол тамгалар (Эрежелердин 8- жана 28-пункттары);',
    ru: 'квалифицированные подписи отправленных заявлений (пункты 8 и 28 Правил);',
    en: 'qualified signatures of applications that were sent (points 8 and 28 of the Rules);',
  },
  'my-data.cabinet.stays.powers': {
    ky: 'ким кимдин атынан иш кылганы: экинчи тарап үчүн (Эрежелердин 15-пункту).',
    ru: 'кто от чьего имени действовал: для второй стороны (пункт 15 Правил).',
    en: 'who acted in whose name: for the other side (point 15 of the Rules).',
  },
  'my-data.cabinet.copy-first': {
    ky: 'Адегенде бардык маалыматтын көчүрмөсүн алуу',
    ru: 'Сначала получить копию всех данных',
    en: 'Get a copy of all data first',
  },
  'my-data.cabinet.go': { ky: 'Кабинетти өчүрүү', ru: 'Удалить кабинет', en: 'Delete the cabinet' },
  'my-data.cabinet.code': {
    ky: 'Кабинетти өчүрүүнү ырастаңыз',
    ru: 'Подтвердите удаление кабинета',
    en: 'Confirm that the cabinet goes',
  },
  'my-data.cabinet.code.sent': {
    ky: 'Код {to} номерине жөнөтүлдү. Аны жазсаңыз, кабинет биротоло өчөт, бардык кирүүлөр бүтөт.',
    ru: 'Код отправлен на {to}. Когда вы его введёте, кабинет будет удалён навсегда, все сеансы завершатся.',
    en: 'A code was sent to {to}. When you enter it, the cabinet goes for good and all sessions end.',
  },
  'my-data.cabinet.done': { ky: 'Кабинет өчүрүлдү', ru: 'Кабинет удалён', en: 'The cabinet was deleted' },
  'my-data.cabinet.done.text': {
    ky: 'Бардык кирүүлөр бүттү. Кызмат керек болсо, кайра каттала аласыз: жаңы кабинет бош болот.',
    ru: 'Все сеансы завершены. Если понадобится услуга, можно зарегистрироваться снова: новый кабинет будет пуст.',
    en: 'All sessions have ended. If you need a service, you can register again: the new cabinet will be empty.',
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
    ky: 'Өчүрүлдү: {count}. Калган кызматтар өчүргөнү төмөндө көрүнөт.',
    ru: 'Удалено: {count}. Ниже видно, какие службы уже удалили.',
    en: 'Deleted: {count}. Below you see which services have erased it.',
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
export const cabinetTitle = { ky: 'Кабинетти өчүрүү', ru: 'Удаление кабинета' };
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
