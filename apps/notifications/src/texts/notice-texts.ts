import type { Applications } from '@kyzmat/contracts';
import { formatSom } from '@kyzmat/money';
import { formatDeadline, formatLocal } from '@kyzmat/working-time';

type Facts = Applications['NoticeFacts'];
export type NoticeText = (facts: Facts, language: 'ky' | 'ru') => string;

const zone = 'Asia/Bishkek';

/** Words by kind of notice. Sentences whose facts are missing are left out; what the law demands is always there. */
export const noticeTexts: Readonly<Record<string, { title: NoticeText; body: NoticeText }>> = {
  submitted: {
    title: say('Арызыңыз келди', 'Ваше заявление получено'),
    body: lines(
      about,
      say(
        'Арызыңыз мекемеге жеткирилди. Кабыл алынганы же баш тартылганы тууралуу билдирүү ушул жерге келет.',
        'Заявление передано учреждению. Сюда придёт уведомление о приёме или об отказе.',
      ),
    ),
  },
  intake_registered: {
    title: say('Арызыңыз кабыл алынды жана катталды', 'Ваше заявление принято и зарегистрировано'),
    body: lines(
      about,
      say(
        'Арыз жана документтер кабыл алынып, катталды.',
        'Заявление и документы приняты и зарегистрированы.',
      ),
      starts,
      ends,
      startsLater,
    ),
  },
  intake_refused: {
    title: say('Арызыңызды кароодон баш тартылды', 'В рассмотрении заявления отказано'),
    body: lines(about, grounds, reason, executor, appeal, refusedNext),
  },
  suspended_unpaid: {
    title: say('Төлөм күтүлүүдө: арызды кароо токтотулду', 'Ожидается оплата: рассмотрение приостановлено'),
    body: lines(
      about,
      amount,
      say(
        'Төлөм ырасталганга чейин арызды кароо токтотулду. Бул — баш тартуу эмес: төлөгөндөн кийин кароо улантылат.',
        'До подтверждения оплаты рассмотрение приостановлено. Это не отказ: после оплаты оно продолжится.',
      ),
    ),
  },
  payment_confirmed: {
    title: say('Төлөмүңүз ырасталды', 'Ваша оплата подтверждена'),
    body: lines(
      about,
      amount,
      say(
        'Мамлекеттик төлөм тутуму төлөмдү ырастады.',
        'Государственная система платежей подтвердила оплату.',
      ),
      starts,
      ends,
    ),
  },
  started: {
    title: say('Кызмат көрсөтүү башталды', 'Оказание услуги началось'),
    body: lines(about, starts, ends),
  },
  clarification_asked: {
    title: say('Мекеме сизден суроо сурады', 'Учреждение просит уточнить'),
    body: lines(
      about,
      ({ question }) => question,
      say(
        'Жоопту кабинетиңизден бериңиз. Мөөнөттөр токтобойт.',
        'Ответьте в кабинете. Сроки при этом не останавливаются.',
      ),
    ),
  },
  approved: {
    title: say('Оң чечим кабыл алынды', 'Принято положительное решение'),
    body: lines(
      about,
      say(
        'Кызматты көрсөтүү жөнүндө оң чечим кабыл алынды. Жыйынтыгы даярдалып жатат.',
        'Принято положительное решение об оказании услуги. Результат готовится.',
      ),
    ),
  },
  result_ready: {
    title: say('Жыйынтык даяр', 'Результат готов'),
    body: lines(
      about,
      say(
        'Кызматты көрсөтүү жөнүндө оң чечим кабыл алынды. Жыйынтыгын кабинетиңизден алсаңыз болот.',
        'Принято положительное решение об оказании услуги. Результат можно получить в кабинете.',
      ),
    ),
  },
  provision_refused: {
    title: say('Кызмат көрсөтүүдөн баш тартылды', 'В оказании услуги отказано'),
    body: lines(about, grounds, reason, executor, appeal),
  },
  withdrawn: {
    title: say('Арызыңыз кайра алынды', 'Заявление отозвано'),
    body: lines(
      about,
      say('Арызды сиз кайра алдыңыз. Аны кароо бүттү.', 'Вы отозвали заявление. Рассмотрение окончено.'),
    ),
  },
  term_changed: {
    title: say('Кызматтын мөөнөтү өзгөрдү', 'Срок услуги изменился'),
    body: lines(
      about,
      say('Жумушчу күндөрдүн календары өзгөрдү.', 'Календарь рабочих дней изменился.'),
      ends,
    ),
  },
  refund_opened: {
    title: say('Акчаңыз кайтарылат', 'Деньги будут возвращены'),
    body: lines(about, amount, say('Төлөмдү кайтаруу башталды.', 'Возврат оплаты начат.')),
  },
  refunded: {
    title: say('Акчаңыз кайтарылды', 'Деньги возвращены'),
    body: lines(about, amount, say('Төлөм тутуму акчаны кайтарды.', 'Система платежей вернула деньги.')),
  },
};

type Line = (facts: Facts, language: 'ky' | 'ru') => string | undefined;

function say(ky: string, ru: string): NoticeText {
  return (_facts, language) => (language === 'ky' ? ky : ru);
}

function lines(...parts: readonly Line[]): NoticeText {
  return (facts, language) =>
    parts
      .map((part) => part(facts, language))
      .filter((line) => line !== undefined && line !== '')
      .join('\n');
}

function about({ reference, serviceTitle, providerName }: Facts, language: 'ky' | 'ru'): string {
  return language === 'ky'
    ? `${reference} арызы: «${serviceTitle.ky}», ${providerName.ky}.`
    : `Заявление ${reference}: «${serviceTitle.ru}», ${providerName.ru}.`;
}

function starts({ startsAt }: Facts, language: 'ky' | 'ru'): string | undefined {
  if (startsAt === undefined) return undefined;
  const at = formatLocal(startsAt, language, zone);
  return language === 'ky' ? `Башталышы: ${at}.` : `Начало: ${at}.`;
}

/** P573-35a: the end is a date and a time of day. */
function ends({ endsAt }: Facts, language: 'ky' | 'ru'): string | undefined {
  if (endsAt === undefined) return undefined;
  const at = formatDeadline(endsAt, language, zone);
  return language === 'ky'
    ? `Кызмат көрсөтүү бүтө турган убакыт: ${at}.`
    : `Оказание услуги завершится: ${at}.`;
}

function startsLater({ endsAt, startsWithPayment }: Facts, language: 'ky' | 'ru'): string | undefined {
  if (endsAt !== undefined) return undefined;
  if (startsWithPayment === true) {
    return language === 'ky'
      ? 'Мөөнөт төлөм ырасталганда башталат. Бүтө турган күнүн ошондо билдиребиз.'
      : 'Срок начнётся с подтверждения оплаты. Дату и время окончания сообщим тогда.';
  }
  return language === 'ky'
    ? 'Мөөнөт сиз жеке келгенде башталат. Бүтө турган күнүн ошондо билдиребиз.'
    : 'Срок начнётся с вашей личной явки. Дату и время окончания сообщим тогда.';
}

function amount({ amountTyiyn }: Facts, language: 'ky' | 'ru'): string | undefined {
  if (amountTyiyn === undefined) return undefined;
  return language === 'ky'
    ? `Суммасы: ${formatSom(amountTyiyn, 'ky')}.`
    : `Сумма: ${formatSom(amountTyiyn, 'ru')}.`;
}

function grounds({ grounds: given = [] }: Facts, language: 'ky' | 'ru'): string | undefined {
  if (given.length === 0) return undefined;
  const list = given.map((ground) => ground[language]).join('; ');
  return language === 'ky' ? `Негизи: ${list}.` : `Основание: ${list}.`;
}

function reason({ reason: given }: Facts, language: 'ky' | 'ru'): string | undefined {
  if (given === undefined) return undefined;
  return language === 'ky' ? `Себеби: ${given}` : `Причина: ${given}`;
}

function executor({ executorName }: Facts, language: 'ky' | 'ru'): string | undefined {
  if (executorName === undefined) return undefined;
  return language === 'ky' ? `Аткаруучу: ${executorName}.` : `Исполнитель: ${executorName}.`;
}

function appeal({ appeal: given }: Facts, language: 'ky' | 'ru'): string | undefined {
  return given?.[language];
}

function refusedNext(_facts: Facts, language: 'ky' | 'ru'): string {
  return language === 'ky'
    ? 'Кемчиликти оңдоп, арызды кайра берсеңиз болот.'
    : 'Вы можете исправить недостатки и подать заявление снова.';
}
