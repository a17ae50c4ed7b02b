import type { TextBook } from '@kyzmat/web';

export const applicationTexts = {
  'status.title': {
    ky: '№ {reference} арыз',
    ru: 'Заявление № {reference}',
    en: 'Application No. {reference}',
  },
  'status.answer.submitted': {
    ky: 'Арызыңыз «{provider}» мекемесине жетти',
    ru: 'Ваше заявление получено: {provider}',
    en: 'Your application has been received: {provider}',
  },
  'status.answer.submitted.until': {
    ky: 'Арызыңызды «{provider}» кабыл алышы керек. Мөөнөтү: {date}',
    ru: '{provider}: ответит о приёме заявления. Срок: {date}',
    en: '{provider} will say whether it accepts your application, by {date}',
  },
  'status.answer.accepted': {
    ky: '«{provider}» арызыңызды каттады, мөөнөт азырынча баштала элек',
    ru: '{provider}: заявление зарегистрировано, срок ещё не начался',
    en: '{provider} has registered your application; the term has not begun yet',
  },
  'status.answer.suspended_unpaid': {
    ky: 'Сиздин кезегиңиз: төлөңүз. «{provider}» төлөмдү күтүүдө',
    ru: 'Ваш ход: оплатите услугу. {provider}: ожидает оплаты',
    en: 'Your turn: please pay. {provider} is waiting for the payment',
  },
  'status.answer.in_progress': {
    ky: '«{provider}» арызыңызды карап жатат',
    ru: '{provider}: рассматривает ваше заявление',
    en: '{provider} is considering your application',
  },
  'status.answer.in_progress.until': {
    ky: '«{provider}» арызыңызды карап жатат. Мөөнөтү: {date}',
    ru: '{provider}: рассматривает ваше заявление. Срок: {date}',
    en: '{provider} is considering your application. Due by {date}',
  },
  'status.answer.approved': {
    ky: 'Чечим оң болду, документ даярдалып жатат. Мекеме: «{provider}»',
    ru: 'Решение положительное, документ готовится. {provider}',
    en: 'Approved; the document is being prepared. {provider}',
  },
  'status.answer.approved.until': {
    ky: 'Чечим оң болду, документ даярдалып жатат. Мекеме: «{provider}», акыркы мөөнөтү: {date}',
    ru: 'Решение положительное, документ готовится. {provider}, крайний срок: {date}',
    en: 'Approved; the document is being prepared. {provider}, at the latest {date}',
  },
  'status.answer.completed': {
    ky: 'Документиңиз даяр. Берген мекеме: «{provider}»',
    ru: 'Ваш документ готов. Выдан: {provider}',
    en: 'Your document is ready. Issued by: {provider}',
  },
  'status.answer.provision_refused': {
    ky: '«{provider}» кызмат көрсөтүүдөн баш тартты',
    ru: '{provider}: в предоставлении услуги отказано',
    en: '{provider} has refused the service',
  },
  'status.answer.intake_refused': {
    ky: '«{provider}» арызды кароодон баш тартты',
    ru: '{provider}: в рассмотрении заявления отказано',
    en: '{provider} has refused to consider the application',
  },
  'status.answer.withdrawn': {
    ky: 'Арызды кайтарып алдыңыз. Мекеме: «{provider}»',
    ru: 'Вы отозвали заявление. {provider}',
    en: 'You withdrew the application. {provider}',
  },
  'status.rule': { ky: 'Эреженин белгиси: {rule}', ru: 'Правило: {rule}', en: 'Rule: {rule}' },
  'status.until': { ky: 'Акыркы мөөнөтү: {date}', ru: 'Крайний срок: {date}', en: 'At the latest: {date}' },
  'status.pay': { ky: 'Төлөө: {amount}', ru: 'Оплатить {amount}', en: 'Pay {amount}' },
  'status.result': { ky: 'Документти алуу', ru: 'Получить документ', en: 'Get the document' },
  'status.question': {
    ky: 'Мекеме сизден сурап жатат',
    ru: 'Учреждение задало вам вопрос',
    en: 'The provider has asked you something',
  },
  'status.question.answer': { ky: 'Суроого жооп берүү', ru: 'Ответить на вопрос', en: 'Answer the question' },
  'status.question.clock': {
    ky: 'Жоопту күткөндө мөөнөт токтобойт.',
    ru: 'Пока ждут ответа, срок не останавливается.',
    en: 'The term goes on while they wait for your answer.',
  },
  'status.appearance': { ky: 'Мекемеге өзүңүз келишиңиз керек', ru: 'Нужно прийти лично' },
  'status.appearance.clock': {
    ky: 'Кароо мөөнөтү келгениңиз белгиленгенде башталат.',
    ru: 'Срок рассмотрения начнётся, когда отметят ваш приход.',
  },
  'status.incomplete': {
    ky: 'Төлөм же билдирүүлөр азыр көрүнбөйт. Алар жоголгон жок: бир аздан кийин баракты жаңылаңыз.',
    ru: 'Оплата или уведомления сейчас не видны. Они не потеряны: обновите страницу чуть позже.',
    en: 'Payment or notices cannot be seen now. They are not lost: reload the page a little later.',
  },
  'status.refusal': { ky: 'Баш тартуунун себеби', ru: 'Причина отказа', en: 'Why it was refused' },
  'status.refusal.grounds': { ky: 'Негиздери:', ru: 'Основания:', en: 'Grounds:' },
  'status.refusal.executor': {
    ky: 'Жооптуу кызматкер: {name}',
    ru: 'Ответственный сотрудник: {name}',
    en: 'Responsible officer: {name}',
  },
  'status.refusal.appeal': { ky: 'Макул болбосоңуз', ru: 'Если вы не согласны', en: 'If you disagree' },
  'status.payment': { ky: 'Төлөм', ru: 'Оплата', en: 'Payment' },
  'status.payment.expired': {
    ky: 'Акча алынган жок. Кайра төлөп көрсөңүз болот.',
    ru: 'Деньги не списаны. Можно попробовать ещё раз.',
    en: 'No money was taken. You can try again.',
  },
  'status.timeline': {
    ky: 'Эмне болду, эмне болот',
    ru: 'Что было и что будет',
    en: 'What happened and what comes next',
  },
  'status.documents': { ky: 'Документтер', ru: 'Документы', en: 'Documents' },
  'status.copy': {
    ky: 'Арыздын көчүрмөсү, PDF',
    ru: 'Копия заявления, PDF',
    en: 'Copy of the application, PDF',
  },
  'status.result.pdf': {
    ky: 'Жыйынтык документи, PDF',
    ru: 'Документ-результат, PDF',
    en: 'The resulting document, PDF',
  },
  'status.receipt': {
    ky: 'Төлөм документи, PDF',
    ru: 'Платёжный документ, PDF',
    en: 'Payment document, PDF',
  },
  'status.verify': {
    ky: 'Документти текшерүү коду:',
    ru: 'Код проверки документа:',
    en: 'Code to check the document:',
  },
  'status.registered': {
    ky: 'Каттоо номери: {number}',
    ru: 'Регистрационный номер: {number}',
    en: 'Registration number: {number}',
  },
  'status.executor': { ky: 'Аткаруучу: {name}', ru: 'Исполнитель: {name}', en: 'Officer in charge: {name}' },
  'status.can': { ky: 'Эмне кыла аласыз', ru: 'Что вы можете', en: 'What you can do' },
  'status.withdraw': { ky: 'Арызды кайтарып алуу', ru: 'Отозвать заявление', en: 'Withdraw the application' },
  'status.answered': {
    ky: 'Суроолор жана жоопторуңуз',
    ru: 'Вопросы и ваши ответы',
    en: 'Questions and your answers',
  },
  'status.answers': {
    ky: 'Арызда эмне жазылган',
    ru: 'Что написано в заявлении',
    en: 'What the application says',
  },

  'sent.title': { ky: 'Арызыңыз жөнөтүлдү', ru: 'Заявление отправлено', en: 'Application sent' },
  'sent.reference': { ky: 'Арыздын номери', ru: 'Номер заявления', en: 'Application number' },
  'sent.at': { ky: 'Жөнөтүлгөн убактысы: {date}', ru: 'Отправлено: {date}', en: 'Sent: {date}' },
  'sent.next': { ky: 'Эми эмне болот', ru: 'Что будет дальше', en: 'What happens next' },
  'sent.notices': {
    ky: 'Ар бир өзгөрүү тууралуу кабинетиңизге жана телефонуңузга билдиребиз.',
    ru: 'О каждом изменении сообщим в кабинет и на телефон.',
    en: 'We will tell you of every change in your account and on your phone.',
  },
  'sent.pay': { ky: 'Төлөө керек: {amount}', ru: 'Нужно оплатить: {amount}', en: 'To pay: {amount}' },
  'sent.pay.text': {
    ky: 'Азыр же кийинчерээк төлөсөңүз болот. Мөөнөт төлөм келгенден кийин гана башталат.',
    ru: 'Можно сейчас или позже. Срок начнётся только после оплаты.',
    en: 'You can pay now or later. The term begins only after the payment.',
  },
  'sent.status': {
    ky: 'Арыздын абалын көрүү',
    ru: 'Посмотреть, что с заявлением',
    en: 'See how the application is going',
  },

  'paid.title': { ky: 'Төлөм', ru: 'Оплата', en: 'Payment' },
  'paid.confirmed': {
    ky: 'Төлөм келди: {amount}',
    ru: 'Оплата поступила: {amount}',
    en: 'Payment received: {amount}',
  },
  'paid.confirmed.text': {
    ky: 'Мамлекеттик төлөм тутуму ырастады. Төлөм документи арыздын барагында.',
    ru: 'Государственная система платежей подтвердила. Платёжный документ — на странице заявления.',
    en: 'The state payment system has confirmed it. The payment document is on the page of the application.',
  },
  'paid.waiting': {
    ky: 'Төлөм тутумунун ырастоосун күтүп жатабыз',
    ru: 'Ждём подтверждения системы платежей',
    en: 'Waiting for the payment system to confirm',
  },
  'paid.waiting.text': {
    ky: 'Төлөсөңүз, ырастоо адатта бир мүнөттө келет жана ушул жерден көрүнөт. Төлөбөсөңүз, акча алынган жок: арыздын барагынан кайра төлөй аласыз.',
    ru: 'Если вы заплатили, подтверждение обычно приходит за минуту и появится здесь. Если нет, деньги не списаны: оплатить можно со страницы заявления.',
    en: 'If you paid, the confirmation usually comes within a minute and shows here. If not, no money was taken: you can pay from the page of the application.',
  },
  'paid.expired': { ky: 'Төлөм өткөн жок', ru: 'Оплата не прошла', en: 'The payment did not go through' },
  'paid.refund': { ky: 'Акчаңыз кайтарылат', ru: 'Деньги возвращаются', en: 'Your money is being returned' },

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
  'withdraw.money': {
    ky: 'Төлөгөн акчаңыз кызматтын эрежеси боюнча кайтарылат.',
    ru: 'Деньги вернутся по правилам этой услуги.',
    en: 'Your money will be returned by the rules of this service.',
  },
  'withdraw.changed': {
    ky: 'Арыздын абалы азыр эле өзгөрдү. Карап чыгып, кайра чечиңиз.',
    ru: 'С заявлением только что что-то произошло. Посмотрите и решите снова.',
    en: 'Something has just happened to the application. Have a look and decide again.',
  },

  'question.title': { ky: 'Суроого жооп', ru: 'Ответ на вопрос', en: 'Answer to the question' },
  'question.answer': { ky: 'Жообуңуз', ru: 'Ваш ответ', en: 'Your answer' },
  'question.send': { ky: 'Жоопту жөнөтүү', ru: 'Отправить ответ', en: 'Send the answer' },
} satisfies TextBook;
