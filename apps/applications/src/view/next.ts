import type { Common } from '@kyzmat/contracts';
import {
  openClocks,
  responsible,
  type ApplicationState,
  type ClockKind,
  type Responsible,
} from '@kyzmat/lifecycle';
import { formatDeadline } from '@kyzmat/working-time';

const awaits: Readonly<Record<Responsible['awaited'], { text: Common['Text']; clock?: ClockKind }>> = {
  intake: {
    text: {
      ky: 'Кызмат көрсөтүүчү арызды каттайт же себебин көрсөтүп баш тартат.',
      ru: 'Поставщик услуг зарегистрирует заявление или откажет, указав причину.',
    },
    clock: 'intake_acceptance',
  },
  payment: {
    text: {
      ky: 'Төлөмдү төлөңүз: төлөнгөндөн кийин арыз каралат. Төлөнбөгөнү үчүн арыз четке кагылбайт.',
      ru: 'Оплатите услугу: после оплаты заявление будет рассмотрено. За неуплату в услуге не отказывают.',
    },
  },
  appearance: {
    text: {
      ky: 'Кызмат көрсөтүүчүгө өзүңүз барыңыз: мөөнөт ошондон кийин башталат.',
      ru: 'Придите лично к поставщику услуг: после этого начнётся срок.',
    },
  },
  decision: {
    text: {
      ky: 'Кызмат көрсөтүүчү арызды карап, чечим кабыл алат.',
      ru: 'Поставщик услуг рассмотрит заявление и примет решение.',
    },
    clock: 'provision_end',
  },
  result: {
    text: {
      ky: 'Жыйынтык документи даярдалып, кол коюлат.',
      ru: 'Документ-результат готовится и подписывается.',
    },
    clock: 'provision_end',
  },
  refund: { text: { ky: 'Акчаңыз кайтарылат.', ru: 'Деньги будут возвращены.' } },
  notice: { text: { ky: 'Сизге билдирүү жөнөтүлөт.', ru: 'Вам будет направлено уведомление.' } },
};

/** What comes next, until when and by which rule; undefined when the matter is closed. */
export function nextStep(state: ApplicationState, zone: string): Common['Text'] | undefined {
  const move = responsible(state);
  if (move === undefined) return undefined;
  const { text, clock: kind } = awaits[move.awaited];
  const clock = openClocks(state).find((open) => open.kind === kind);
  if (clock === undefined) return text;
  const rule = paragraph(clock.ruleId);
  return {
    ky: `${text.ky} Акыркы мөөнөтү: ${formatDeadline(clock.dueAt, 'ky', zone)} (${rule.ky}).`,
    ru: `${text.ru} Крайний срок: ${formatDeadline(clock.dueAt, 'ru', zone)} (${rule.ru}).`,
  };
}

/** The paragraph of the law in words: `P573-41c` is paragraph 41 of the Rules, `C22-11` paragraph 11 of the Order. */
function paragraph(ruleId: string): { ky: string; ru: string } {
  const [act, rest = ''] = ruleId.split('-');
  const number = Number.parseInt(rest, 10);
  return act === 'P573'
    ? { ky: `Эрежелердин ${number}-пункту`, ru: `пункт ${number} Правил` }
    : { ky: `Тартиптин ${number}-пункту`, ru: `пункт ${number} Порядка` };
}
