import type {
  ClockKind,
  CommandType,
  EventType,
  IntakeRefusalGround,
  NoticeKind,
  OutageCause,
  PaymentState,
  Stage,
  Text,
} from '../types.ts';

/** Names of the stages, as the user reads them. */
export const stageTexts: Readonly<Record<Stage, Text>> = {
  submitted: { ky: 'Жөнөтүлдү', ru: 'Отправлено' },
  accepted: { ky: 'Катталды', ru: 'Зарегистрировано' },
  suspended_unpaid: { ky: 'Төлөмдү күтүүдө', ru: 'Ожидает оплаты' },
  in_progress: { ky: 'Каралууда', ru: 'На рассмотрении' },
  approved: { ky: 'Оң чечим кабыл алынды', ru: 'Принято положительное решение' },
  completed: { ky: 'Аткарылды', ru: 'Исполнено' },
  provision_refused: { ky: 'Кызмат көрсөтүүдөн баш тартылды', ru: 'В предоставлении отказано' },
  intake_refused: { ky: 'Кароодон баш тартылды', ru: 'В рассмотрении отказано' },
  withdrawn: { ky: 'Кайтарып алынды', ru: 'Отозвано' },
};

/** Names of the states of the payment. */
export const paymentTexts: Readonly<Record<PaymentState, Text>> = {
  none: { ky: 'Төлөм жок', ru: 'Без оплаты' },
  charged: { ky: 'Төлөнө элек', ru: 'Не оплачено' },
  pending: { ky: 'Төлөм текшерилүүдө', ru: 'Платёж проверяется' },
  confirmed: { ky: 'Төлөндү', ru: 'Оплачено' },
  expired: { ky: 'Төлөө мөөнөтү бүттү, акча алынган жок', ru: 'Срок оплаты истёк, деньги не списаны' },
  refund_due: { ky: 'Акча кайтарылууда', ru: 'Деньги возвращаются' },
  refunded: { ky: 'Акча кайтарылды', ru: 'Деньги возвращены' },
};

/** Names of the commands that people give, as on a button; those of our own processes are for the journal. */
export const commandTexts: Readonly<Record<CommandType, Text>> = {
  submit: { ky: 'Жөнөтүү', ru: 'Отправить' },
  register: { ky: 'Кабыл алып каттоо', ru: 'Принять и зарегистрировать' },
  refuse_intake: { ky: 'Кароодон баш тартуу', ru: 'Отказать в рассмотрении' },
  designate_executor: { ky: 'Аткаруучуну дайындоо', ru: 'Назначить исполнителя' },
  record_appearance: { ky: 'Келгенин белгилөө', ru: 'Отметить явку' },
  ask_clarification: { ky: 'Тактоо суроо', ru: 'Запросить уточнение' },
  answer_clarification: { ky: 'Суроого жооп берүү', ru: 'Ответить на вопрос' },
  correct_contacts: { ky: 'Байланыш маалыматын оңдоо', ru: 'Исправить контактные данные' },
  approve: { ky: 'Оң чечим кабыл алуу', ru: 'Принять положительное решение' },
  return_to_work: { ky: 'Кайра кароого кайтаруу', ru: 'Вернуть на рассмотрение' },
  complete: { ky: 'Жыйынтыкты берүү', ru: 'Выдать результат' },
  refuse_provision: { ky: 'Кызмат көрсөтүүдөн баш тартуу', ru: 'Отказать в предоставлении' },
  confirm_status: { ky: 'Абалын ырастоо', ru: 'Подтвердить статус' },
  withdraw: { ky: 'Арызды кайтарып алуу', ru: 'Отозвать заявление' },
  record_outage: { ky: 'Үзгүлтүктү белгилөө', ru: 'Отметить сбой' },
  record_outage_removed: { ky: 'Үзгүлтүк жоюлганын белгилөө', ru: 'Отметить устранение сбоя' },
  charge: { ky: 'Төлөмдү эсептөө', ru: 'Начислить оплату' },
  payment_pending: { ky: 'Төлөм башталды', ru: 'Платёж начат' },
  confirm_payment: { ky: 'Төлөмдү ырастоо', ru: 'Подтвердить оплату' },
  expire_payment: { ky: 'Төлөө мөөнөтү бүттү', ru: 'Срок оплаты истёк' },
  refund: { ky: 'Акчаны кайтаруу', ru: 'Вернуть деньги' },
  close_notice: { ky: 'Билдирүү тапшырылды', ru: 'Уведомление передано' },
  breach_clock: { ky: 'Мөөнөт бузулду', ru: 'Срок нарушен' },
  remind_clock: { ky: 'Мөөнөттү эскертүү', ru: 'Напомнить о сроке' },
  replan_clocks: { ky: 'Мөөнөттөрдү кайра эсептөө', ru: 'Пересчитать сроки' },
};

/** What has happened, as a line of the application's history. */
export const eventTexts: Readonly<Record<EventType, Text>> = {
  submitted: { ky: 'Арыз кол коюлуп жөнөтүлдү', ru: 'Заявление подписано и отправлено' },
  registered: { ky: 'Арыз кабыл алынып, катталды', ru: 'Заявление принято и зарегистрировано' },
  suspended: { ky: 'Арызды кароо төлөнгөнгө чейин токтотулду', ru: 'Рассмотрение приостановлено до оплаты' },
  resumed: { ky: 'Арызды кароо улантылды', ru: 'Рассмотрение возобновлено' },
  started: { ky: 'Кызмат көрсөтүү башталды', ru: 'Предоставление услуги началось' },
  intake_refused: { ky: 'Арызды кароодон баш тартылды', ru: 'В рассмотрении заявления отказано' },
  executor_designated: { ky: 'Аткаруучу дайындалды', ru: 'Назначен исполнитель' },
  appearance_recorded: { ky: 'Арыз ээсинин келгени белгиленди', ru: 'Отмечена явка заявителя' },
  clarification_asked: { ky: 'Арыз боюнча суроо берилди', ru: 'По заявлению задан вопрос' },
  clarification_answered: { ky: 'Суроого жооп берилди', ru: 'На вопрос дан ответ' },
  contacts_corrected: { ky: 'Байланыш маалыматы оңдолду', ru: 'Исправлены контактные данные' },
  approved: { ky: 'Оң чечим кабыл алынды', ru: 'Принято положительное решение' },
  returned_to_work: {
    ky: 'Документке кол коюла турган кызматкердин укугу токтогондуктан, арыз кайра каралууда',
    ru: 'Тот, кто должен был подписать документ, больше не вправе: заявление снова на рассмотрении',
  },
  completed: { ky: 'Жыйынтык берилди', ru: 'Результат выдан' },
  provision_refused: { ky: 'Кызмат көрсөтүүдөн баш тартылды', ru: 'В предоставлении услуги отказано' },
  status_confirmed: { ky: 'Арыздын абалы ырасталды', ru: 'Статус подтверждён' },
  withdrawn: { ky: 'Арыз кайтарып алынды', ru: 'Заявление отозвано' },
  outage_recorded: {
    ky: 'Кызмат көрсөтүүчүдө үзгүлтүк болду: кечигүү ушундан',
    ru: 'Сбой у поставщика услуг: задержка из-за него',
  },
  outage_removed: { ky: 'Үзгүлтүк жоюлду', ru: 'Сбой устранён' },
  charged: { ky: 'Төлөм эсептелди', ru: 'Начислена оплата' },
  payment_pending: { ky: 'Төлөм башталды', ru: 'Платёж начат' },
  payment_confirmed: { ky: 'Төлөм келип түштү', ru: 'Оплата получена' },
  payment_expired: {
    ky: 'Төлөө мөөнөтү бүттү, акча алынган жок',
    ru: 'Срок оплаты истёк, деньги не списаны',
  },
  refund_opened: { ky: 'Акча кайтарыла турган болду', ru: 'Открыт возврат денег' },
  refunded: { ky: 'Акча кайтарылды', ru: 'Деньги возвращены' },
  notice_handed_over: { ky: 'Билдирүү тапшырылды', ru: 'Уведомление передано' },
  clock_breached: { ky: 'Мөөнөт өтүп кетти', ru: 'Срок прошёл' },
  clock_reminded: { ky: 'Мөөнөт жакындаганы эскертилди', ru: 'Напомнено о приближении срока' },
  clocks_replanned: {
    ky: 'Мөөнөттөр жаңы календарь боюнча эсептелди',
    ru: 'Сроки пересчитаны по новому календарю',
  },
};

/** Titles of the notices. */
export const noticeTexts: Readonly<Record<NoticeKind, Text>> = {
  submitted: { ky: 'Арызыңыз келип түштү', ru: 'Ваше заявление поступило' },
  intake_registered: {
    ky: 'Арызыңыз кабыл алынып, катталды',
    ru: 'Ваше заявление принято и зарегистрировано',
  },
  intake_refused: { ky: 'Арызыңызды кароодон баш тартылды', ru: 'В рассмотрении заявления отказано' },
  suspended_unpaid: {
    ky: 'Арызды кароо төлөнгөнгө чейин токтотулду',
    ru: 'Рассмотрение приостановлено до оплаты',
  },
  payment_confirmed: { ky: 'Төлөмүңүз келип түштү', ru: 'Оплата получена' },
  started: { ky: 'Кызмат көрсөтүү башталды', ru: 'Предоставление услуги началось' },
  clarification_asked: { ky: 'Арызыңыз боюнча суроо бар', ru: 'По вашему заявлению есть вопрос' },
  result_ready: { ky: 'Оң чечим кабыл алынды, жыйынтык даяр', ru: 'Решение положительное, результат готов' },
  provision_refused: { ky: 'Кызмат көрсөтүүдөн баш тартылды', ru: 'В предоставлении услуги отказано' },
  withdrawn: { ky: 'Арызыңыз кайтарылып алынды', ru: 'Ваше заявление отозвано' },
  term_changed: { ky: 'Мөөнөт өзгөрдү', ru: 'Срок изменился' },
  refund_opened: { ky: 'Акчаңыз кайтарылат', ru: 'Деньги будут возвращены' },
  refunded: { ky: 'Акчаңыз кайтарылды', ru: 'Деньги возвращены' },
};

/** What each clock counts towards. */
export const clockTexts: Readonly<Record<ClockKind, Text>> = {
  intake_acceptance: { ky: 'Кабыл алынганын билдирүү', ru: 'Уведомить о приёме' },
  intake_refusal: { ky: 'Кароодон баш тартууну билдирүү', ru: 'Уведомить об отказе в рассмотрении' },
  provision_end: { ky: 'Кызматты көрсөтүп бүтүү', ru: 'Завершить предоставление услуги' },
  result_handover: { ky: 'Оң чечимдин жыйынтыгын берүү', ru: 'Выдать результат положительного решения' },
  outage_status: { ky: 'Үзгүлтүктөн кийин абалын көрсөтүү', ru: 'Показать статус после сбоя' },
  notice: { ky: 'Билдирүүнү тапшыруу', ru: 'Передать уведомление' },
};

/** The closed list of grounds for refusing to consider (P573-39a, P573-39b). */
export const groundTexts: Readonly<Record<IntakeRefusalGround, Text>> = {
  untrue: { ky: 'Маалымат чындыкка дал келбейт', ru: 'Сведения недостоверны' },
  incomplete: { ky: 'Маалымат толук эмес', ru: 'Сведения неполны' },
  not_current: {
    ky: 'Маалымат жөнөтүү учурунда эскирген болчу',
    ru: 'Данные были неактуальны на момент подачи',
  },
};

/** What kept a provider from working (P573-42). */
export const outageTexts: Readonly<Record<OutageCause, Text>> = {
  no_internet: { ky: 'Интернет жок болду', ru: 'Не было интернета' },
  no_electricity: { ky: 'Электр жарыгы жок болду', ru: 'Не было электричества' },
  system_failure: { ky: 'Маалымат тутуму иштебей калды', ru: 'Отказала информационная система' },
  other: { ky: 'Күтүүсүз жагдай болду', ru: 'Непредвиденные обстоятельства' },
};
