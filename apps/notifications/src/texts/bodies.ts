import type { NoticeKind } from '@kyzmat/lifecycle';
import {
  about,
  amount,
  appeal,
  because,
  ends,
  executor,
  grounds,
  movedLimits,
  question,
  reason,
  say,
  starts,
  startsLater,
  type Facts,
  type Line,
} from './lines.ts';

/** What a notice says. `complete` tells whether the facts are there without which the law knows no such notice. */
export interface Body {
  readonly lines: readonly Line[];
  readonly complete?: (facts: Facts) => boolean;
}

const hasPeriod = ({ startsAt, endsAt, awaits = [] }: Facts): boolean =>
  (startsAt !== undefined && endsAt !== undefined) || awaits.length > 0;
const hasReason = ({ reason: given = '' }: Facts): boolean => given.trim() !== '';

/** Every kind of notice that the life of an application can owe: one without words does not compile. */
export const bodies: Readonly<Record<NoticeKind, Body>> = {
  submitted: {
    lines: [
      about,
      say(
        'Арыз мекемеге жеткирилди. Кабыл алынганы же баш тартылганы тууралуу билдирүү ушул жерге келет.',
        'Заявление передано учреждению. Сюда придёт уведомление о приёме или об отказе.',
      ),
    ],
  },
  // P573-35a, P573-41c
  intake_registered: {
    complete: hasPeriod,
    lines: [
      about,
      say(
        'Арыз жана документтер кабыл алынып, катталды.',
        'Заявление и документы приняты и зарегистрированы.',
      ),
      starts,
      ends,
      startsLater,
    ],
  },
  // P573-35b, P573-41a
  intake_refused: {
    complete: hasReason,
    lines: [
      about,
      grounds,
      reason,
      executor,
      say(
        'Кемчиликти оңдоп, арызды кайра берсеңиз болот.',
        'Вы можете исправить недостатки и подать заявление снова.',
      ),
      appeal,
    ],
  },
  // P573-40
  suspended_unpaid: {
    lines: [
      about,
      amount,
      say(
        'Төлөм ырасталганга чейин арызды кароо токтотулду. Бул баш тартуу эмес: төлөгөнүңүздөн кийин кароо улантылат.',
        'Рассмотрение приостановлено до подтверждения оплаты. Это не отказ: после оплаты оно продолжится.',
      ),
      say('Төлөмдү кабинетиңизден жүргүзсөңүз болот.', 'Оплатить можно в кабинете.'),
    ],
  },
  // P573-32, P573-35c
  payment_confirmed: {
    lines: [
      about,
      amount,
      say(
        'Мамлекеттик электрондук төлөм тутумунан төлөмүңүздү ырастаган маалымат келди.',
        'Из государственной системы электронных платежей пришло подтверждение вашей оплаты.',
      ),
      starts,
      ends,
      startsLater,
    ],
  },
  started: { lines: [about, starts, ends] },
  clarification_asked: {
    lines: [
      about,
      question,
      say(
        'Жоопту кабинетиңизден бериңиз. Мөөнөттөр токтобойт.',
        'Ответьте в кабинете. Сроки при этом не останавливаются.',
      ),
    ],
  },
  // P573-35d
  result_ready: {
    lines: [
      about,
      say(
        'Кызмат көрсөтүү жөнүндө оң чечим кабыл алынды. Жыйынтыгын кабинетиңизден алсаңыз болот.',
        'Принято положительное решение об оказании услуги. Результат можно получить в кабинете.',
      ),
    ],
  },
  // P573-35e
  provision_refused: { complete: hasReason, lines: [about, grounds, reason, executor, appeal] },
  withdrawn: {
    lines: [
      about,
      say('Арызды сиз кайтарып алдыңыз. Аны кароо бүттү.', 'Вы отозвали заявление. Рассмотрение окончено.'),
    ],
  },
  term_changed: {
    complete: ({ moved = [], because: why }) => moved.length > 0 && why !== undefined,
    lines: [about, because, movedLimits, ends, startsLater],
  },
  refund_opened: { lines: [about, amount, say('Төлөмдү кайтаруу башталды.', 'Возврат оплаты начат.')] },
  refunded: {
    lines: [
      about,
      amount,
      say('Электрондук төлөм тутуму акчаны кайтарды.', 'Система электронных платежей вернула деньги.'),
    ],
  },
};
