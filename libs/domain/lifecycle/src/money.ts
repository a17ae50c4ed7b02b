import type { ApplicationEvent, ApplicationState, Refund } from './types.ts';

type MoneyEvent = Extract<
  ApplicationEvent,
  {
    type:
      'charged' | 'payment_pending' | 'payment_confirmed' | 'payment_expired' | 'refund_opened' | 'refunded';
  }
>;

/** What an event of the money changes. A refund of another charge leaves the payment itself as it is. */
export function moneyAfter(state: ApplicationState, event: MoneyEvent): Partial<ApplicationState> {
  const { chargeId } = event.facts;
  const ofThePayment = chargeId === state.chargeId;
  switch (event.type) {
    case 'charged':
      return { payment: 'charged', chargeId };
    case 'payment_pending':
      return { payment: 'pending' };
    case 'payment_confirmed':
      return { payment: 'confirmed', chargeId, paidAt: event.facts.paidAt };
    case 'payment_expired':
      return { payment: 'expired' };
    case 'refund_opened': {
      const refund: Refund = { ...event.facts, openedAt: event.at };
      return { ...(ofThePayment && { payment: 'refund_due' }), refunds: [...state.refunds, refund] };
    }
    case 'refunded': {
      const refunds = state.refunds.map((refund) =>
        refund.chargeId === chargeId ? { ...refund, refundedAt: event.at } : refund,
      );
      return { ...(ofThePayment && { payment: 'refunded' }), refunds };
    }
  }
}
