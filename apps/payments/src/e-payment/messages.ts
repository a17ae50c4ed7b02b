import { Problem } from '@kyzmat/http';
import type { Owned } from '@kyzmat/kit';
import { StaleVersion } from '@kyzmat/store';
import { told, type ChargeState, type EPaymentMessage } from '../charges/charge.ts';

/** Writes down what the e-payment system said; the same message again, or an overtaken one, changes nothing. */
export async function takeMessage(
  charges: Owned<ChargeState>,
  chargeId: string,
  message: EPaymentMessage,
  receivedAt: string,
): Promise<void> {
  for (;;) {
    const charge = await charges.aggregates.load(chargeId);
    if (charge === undefined) throw new Problem(404, 'unknown_charge', 'No such charge.');
    if (message.amountTyiyn !== charge.state.amountTyiyn) {
      throw new Problem(422, 'wrong_amount', 'The amount is not the one charged.', { ruleId: 'P573-32' });
    }
    const next = told(chargeId, charge.version, charge.state, message, receivedAt);
    if (next === undefined) return;
    try {
      await charges.aggregates.update(chargeId, charge.version, next);
      return;
    } catch (error) {
      if (!(error instanceof StaleVersion)) throw error;
    }
  }
}
