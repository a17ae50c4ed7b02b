import type { TextBook } from '@kyzmat/web';

export const draftTexts = {
  'draft.saved': { ky: 'Сакталды: {time}', ru: 'Сохранено: {time}', en: 'Saved: {time}' },
  'draft.next': { ky: 'Сактап, улантуу', ru: 'Сохранить и продолжить', en: 'Save and continue' },
  'draft.exit': { ky: 'Сактап, чыгуу', ru: 'Сохранить и выйти', en: 'Save and leave' },
  'draft.both.title': {
    ky: 'Бул барак башка жерден да сакталган',
    ru: 'Эту страницу сохранили и в другом месте',
    en: 'This page was saved in another place too',
  },
  'draft.both.text': {
    ky: 'Эч нерсе жоголгон жок. Башка терезеде же түзмөктө башкача жооп жазылган. Ар бир суроо боюнча кайсынысы калсын?',
    ru: 'Ничего не потеряно. В другом окне или на другом устройстве ответили иначе. Что оставить в каждом вопросе?',
    en: 'Nothing is lost. Another window or device holds other answers. Which should stay for each question?',
  },
  'draft.both.theirs': {
    ky: 'Башка жерден сакталган',
    ru: 'Сохранено в другом месте',
    en: 'Saved in the other place',
  },
  'draft.both.mine': { ky: 'Бул жерде жазылган', ru: 'Введено здесь', en: 'Typed here' },
  'draft.both.choose': { ky: 'Жооп тандалган эмес.', ru: 'Ответ не выбран.', en: 'No answer is chosen.' },
  'draft.both.choose.mend': {
    ky: 'Эки жооптун бирин тандаңыз.',
    ru: 'Выберите один из двух ответов.',
    en: 'Choose one of the two answers.',
  },
  'draft.check.title': { ky: 'Жоопторуңузду текшериңиз', ru: 'Проверьте ответы', en: 'Check your answers' },
  'draft.check.lead': {
    ky: 'Баары туурабы? Туура эмес жерин азыр оңдосоңуз болот.',
    ru: 'Всё верно? Сейчас ещё можно исправить.',
    en: 'Is everything right? You can still correct it.',
  },
  'draft.check.mend': {
    ky: 'Арызды жөнөтүүдөн мурда белгиленген жерлерин оңдоңуз.',
    ru: 'Перед отправкой исправьте отмеченное.',
    en: 'Correct what is marked before sending.',
  },
  'draft.copy': {
    ky: 'Арыздын көчүрмөсү, PDF',
    ru: 'Копия заявления, PDF',
    en: 'Copy of the application, PDF',
  },
  'draft.to-sign': { ky: 'Кол коюуга өтүү', ru: 'Перейти к подписанию', en: 'Go on to signing' },
  'draft.later': { ky: 'Кийинчерээк жөнөтүү', ru: 'Отправить позже', en: 'Send later' },
  'draft.delete.title': {
    ky: 'Бул арызды өчүрөсүзбү?',
    ru: 'Удалить этот черновик?',
    en: 'Delete this draft?',
  },
  'draft.delete.text': {
    ky: 'Толтурганыңыз жана тиркеген файлдарыңыз биротоло өчөт. Жөнөтүлгөн арыздарга тийиштүү эмес.',
    ru: 'Введённое и приложенные файлы исчезнут навсегда. Отправленных заявлений это не касается.',
    en: 'What you typed and the attached files will be gone for good. Applications already sent are not affected.',
  },
  'draft.delete.keep': { ky: 'Калтыруу', ru: 'Оставить', en: 'Keep it' },

  'sign.title': { ky: 'Арызга кол коюу', ru: 'Подписание заявления', en: 'Signing the application' },
  'sign.lead': {
    ky: 'Кол койгондо арыз жөнөтүлөт. Андан кийин аны өзгөртүүгө болбойт, кайтарып алса болот.',
    ru: 'После подписания заявление будет отправлено. Изменить его уже нельзя, отозвать можно.',
    en: 'Once signed, the application is sent. It cannot be changed then, but it can be withdrawn.',
  },
  'sign.what': { ky: 'Эмнеге кол коёсуз', ru: 'Что вы подписываете', en: 'What you are signing' },
  'sign.whom': { ky: 'Кимге жөнөтүлөт', ru: 'Кому отправится', en: 'Who it goes to' },
  'sign.who': { ky: 'Ким кол коёт', ru: 'Кто подписывает', en: 'Who is signing' },
  'sign.hash': { ky: 'Мазмундун белгиси', ru: 'Отпечаток содержания', en: 'Fingerprint of the content' },
  'sign.hash.what': {
    ky: 'Мазмундун белгиси деген эмне?',
    ru: 'Что такое отпечаток содержания?',
    en: 'What is the fingerprint of the content?',
  },
  'sign.hash.text': {
    ky: 'Ал арыздын мазмунунан эсептелет: бир тамга өзгөрсө, ал да өзгөрөт. Колуңуз дал ушул мазмунга коюлат. Толугу (SHA-256): {hash}',
    ru: 'Он вычислен из содержания заявления: изменится хоть одна буква — изменится и он. Ваша подпись встанет именно под этим содержанием. Полностью (SHA-256): {hash}',
    en: 'It is computed from the content of the application: if one letter changes, so does the fingerprint. Your signature is put under exactly this content. In full (SHA-256): {hash}',
  },
  'sign.qualified': {
    ky: 'Мыйзам боюнча бул арызга квалификациялуу электрондук кол керек. Азырынча аны порталда коюуга болбойт: арызыңыз сакталып турат.',
    ru: 'По закону здесь нужна квалифицированная электронная подпись. Пока поставить её на портале нельзя: ваше заявление сохранено.',
    en: 'The law asks for a qualified electronic signature here. It cannot be made on the portal yet: your application is saved.',
  },
  'sign.result': {
    ky: 'Жыйынтыгы кандай түрдө болсун?',
    ru: 'В какой форме нужен результат?',
    en: 'In which form do you want the result?',
  },
  'sign.result.signed_document': {
    ky: 'Электрондук кол коюлган документ',
    ru: 'Документ с электронной подписью',
    en: 'Document with an electronic signature',
  },
  'sign.result.information': { ky: 'Маалымат', ru: 'Сведения', en: 'Information' },
  'sign.code.why': {
    ky: 'Кол коюу үчүн телефонуңузга бир жолку код жөнөтөбүз.',
    ru: 'Чтобы подписать, мы отправим на ваш телефон одноразовый код.',
    en: 'To sign, we send a one-time code to your phone.',
  },
  'sign.send-code': { ky: 'Код жөнөтүү', ru: 'Отправить код', en: 'Send the code' },

  'code.title': { ky: 'Кодду жазыңыз', ru: 'Введите код', en: 'Enter the code' },
  'code.sent': {
    ky: 'Код {to} номерине жөнөтүлдү.',
    ru: 'Код отправлен на номер {to}.',
    en: 'The code was sent to {to}.',
  },
  'code.about': {
    ky: 'Кодду жазганыңыз — арызга колуңузду койгонуңуз. Аны эч кимге айтпаңыз.',
    ru: 'Ввести код — значит поставить подпись под заявлением. Никому его не сообщайте.',
    en: 'Entering the code puts your signature under the application. Tell it to nobody.',
  },
  'code.label': { ky: 'Билдирүүдөгү код', ru: 'Код из сообщения', en: 'Code from the message' },
  'code.hint': {
    ky: 'Алты сан, 5 мүнөт жарактуу.',
    ru: 'Шесть цифр, действует 5 минут.',
    en: 'Six digits, valid for 5 minutes.',
  },
  'code.submit': { ky: 'Кол коюп, жөнөтүү', ru: 'Подписать и отправить', en: 'Sign and send' },
  'code.not-sent': {
    ky: 'Колуңуз коюлду, арыз азырынча жөнөтүлө элек',
    ru: 'Подпись поставлена, но заявление ещё не отправлено',
    en: 'It is signed but not sent yet',
  },
  'code.not-sent.text': {
    ky: 'Байланыш үзүлдү. Эч нерсе жоголгон жок: бир аздан кийин кайра басыңыз, жаңы код керек эмес.',
    ru: 'Прервалась связь. Ничего не потеряно: нажмите ещё раз чуть позже, новый код не нужен.',
    en: 'The connection broke. Nothing is lost: press again a little later, no new code is needed.',
  },
  'code.again': { ky: 'Кайра жөнөтүү', ru: 'Отправить ещё раз', en: 'Send again' },
  'code.none': { ky: 'Код келген жокпу?', ru: 'Код не пришёл?', en: 'No code yet?' },
  'code.none.text': {
    ky: 'Бир мүнөттөй күтүп, жаңы код сураңыз. Мурунку код жарабай калышы мүмкүн: акыркысын жазыңыз.',
    ru: 'Подождите минуту и запросите новый код. Вводите код из последнего сообщения.',
    en: 'Wait a minute and ask for a new code. Use the code from the latest message.',
  },
  'code.send-again': { ky: 'Жаңы код жөнөтүү', ru: 'Отправить новый код', en: 'Send a new code' },
} satisfies TextBook;
