import { isBreach, type ApplicationState } from '@kyzmat/lifecycle';
import type { Calendar } from '@kyzmat/working-time';
import { retention } from '../retention/policy.ts';

/** Whether something may go, or why it stays, by which rule and until when. */
export interface Standing {
  readonly standing: 'erasable' | 'open' | 'year' | 'held' | 'breach';
  readonly ruleId?: string;
  readonly until?: string;
}

/** An application may go when it has ended and the year of P573-27e is over; a hold and a broken limit keep it. */
export function standingOf(
  state: Pick<ApplicationState, 'submittedAt' | 'endedAt' | 'payment' | 'clocks'>,
  facts: { readonly held: boolean; readonly now: string; readonly calendar: Calendar },
): Standing {
  if (facts.held) return { standing: 'held' };
  const moneyOwed = state.payment === 'refund_due' || state.payment === 'pending';
  if (state.endedAt === undefined || moneyOwed) return { standing: 'open', ruleId: 'P573-31c' };
  // The record of a broken limit is not the applicant's to erase, nor anybody's.
  if (state.clocks.some(isBreach)) return { standing: 'breach', ruleId: 'P573-19e' };
  const { ruleId } = retention.application;
  const until = retention.application.ends(state.submittedAt, facts.calendar);
  return facts.now > until ? { standing: 'erasable' } : { standing: 'year', ruleId, until };
}
