import { instant } from '@kyzmat/clock';
import { ownWork, type Kit, type Owned, type OwnWork } from '@kyzmat/kit';
import { StaleVersion } from '@kyzmat/store';
import { queues, type ChargeState, type ChargeWork } from '../charges/charge.ts';
import type { PriceOf } from '../charges/price.ts';
import { RefundRefused, type EPayment } from './client.ts';
import { takeMessage } from './messages.ts';

export interface Addresses {
  readonly returnTo: (applicationId: string) => string;
  readonly callbackUrl: string;
}

/** Makes a charge known to the e-payment system and gives where to pay; safe to repeat. */
export type RegisterCharge = (chargeId: string) => Promise<string>;

/** To be awaited before an order goes out: when it cannot be written down, the order stays. */
export type GivesOrder = (chargeId: string, state: ChargeState) => Promise<void>;

export function openRegistration(
  charges: () => Owned<ChargeState>['aggregates'],
  ePayment: EPayment,
  priceOf: PriceOf,
  addresses: Addresses,
  gives: GivesOrder,
): RegisterCharge {
  return async function register(chargeId) {
    const charge = await charges().load(chargeId);
    if (charge === undefined) throw new Error(`No charge ${chargeId}`);
    const { state } = charge;
    if (state.payUrl !== undefined) return state.payUrl;
    const { title } = await priceOf(state.serviceCode, state.serviceVersion);
    await gives(chargeId, state);
    const { payUrl } = await ePayment.register({
      chargeId,
      payerId: state.payerId,
      amountTyiyn: state.amountTyiyn,
      description: { ky: `${title.ky}, ${state.reference}`, ru: `${title.ru}, ${state.reference}` },
      split: state.split,
      returnUrl: addresses.returnTo(state.applicationId),
      callbackUrl: addresses.callbackUrl,
    });
    try {
      await charges().update(chargeId, charge.version, { state: { ...state, payUrl } });
    } catch (error) {
      // Somebody was faster; the system knows the charge, which is what this was for.
      if (!(error instanceof StaleVersion)) throw error;
    }
    return payUrl;
  };
}

/** Calls that charges owe to the e-payment system. */
export function ePaymentWork(
  kit: Kit,
  register: RegisterCharge,
  ePayment: EPayment,
  refused: (chargeId: string, reason: string) => Promise<void>,
): readonly OwnWork[] {
  async function refund(chargeId: string): Promise<void> {
    try {
      await ePayment.refund(chargeId);
    } catch (error) {
      if (!(error instanceof RefundRefused)) throw error;
      await refused(chargeId, error.message);
    }
  }
  return [
    ownWork<ChargeWork>(kit, queues.register, ({ chargeId }) => register(chargeId)),
    ownWork<ChargeWork>(kit, queues.refund, ({ chargeId }) => refund(chargeId)),
  ];
}

const askEveryMs = 30_000;
const askAtOnce = 100;

/**
 * For payers who never come back and messages that never arrive: the system itself is asked what became of charges
 * that wait. One charge it cannot answer for keeps no other waiting.
 */
export async function askForWaiting(
  kit: Kit,
  charges: Owned<ChargeState>,
  ePayment: EPayment,
): Promise<void> {
  const waiting = await charges.collection
    .find({ 'state.state': { $in: ['pending', 'refund_due'] } }, { projection: { _id: 1 } })
    .limit(askAtOnce)
    .toArray();
  for (const { _id } of waiting) {
    try {
      const message = await ePayment.stateOf(_id);
      if (message !== undefined) await takeMessage(charges, _id, message, instant(kit.clock));
    } catch (error) {
      kit.telemetry.log.warn({ err: error, chargeId: _id }, 'the e-payment system was asked in vain');
    }
  }
}

/** Asks again and again; gives back how to stop. */
export function keepAsking(kit: Kit, charges: Owned<ChargeState>, ePayment: EPayment): () => void {
  let asking = false;
  const ask = async (): Promise<void> => {
    if (asking) return;
    asking = true;
    try {
      await askForWaiting(kit, charges, ePayment);
    } catch (error) {
      kit.telemetry.log.warn({ err: error }, 'waiting charges could not be read');
    } finally {
      asking = false;
    }
  };
  const timer = setInterval(() => void ask(), askEveryMs).unref();
  return () => clearInterval(timer);
}
