import { instant } from '@kyzmat/clock';
import type { Payments } from '@kyzmat/contracts';
import type { Kit, Owned } from '@kyzmat/kit';
import { StaleVersion, type Next } from '@kyzmat/store';
import { openRefusal, refundAgain, refundRefused, type ChargeState } from '../charges/charge.ts';

/** Money that the e-payment system will not give back until a person has cleared it up. */
export interface Refunds {
  refused(chargeId: string, reason: string): Promise<void>;
  /** Those that wait for a person, the oldest first. */
  waiting(): Promise<Payments['RefusedRefund'][]>;
  /** Asks the e-payment system once more; false when no refusal waits at this charge. */
  again(chargeId: string, by: string): Promise<boolean>;
}

const most = 200;

export function openRefunds(kit: Kit, { aggregates, collection }: Owned<ChargeState>): Refunds {
  /** Decides upon the newest state, however often somebody else is faster. */
  async function change(
    id: string,
    decide: (state: ChargeState) => Next<ChargeState> | undefined,
  ): Promise<boolean> {
    for (;;) {
      const charge = await aggregates.load(id);
      const next = charge && decide(charge.state);
      if (charge === undefined || next === undefined) return false;
      try {
        await aggregates.update(id, charge.version, next);
        return true;
      } catch (error) {
        if (!(error instanceof StaleVersion)) throw error;
      }
    }
  }

  return {
    async refused(id, reason) {
      await change(id, (state) => refundRefused(state, reason, instant(kit.clock)));
      kit.telemetry.log.error({ code: 'refund_refused', chargeId: id }, 'a refund waits for a person');
    },
    async waiting() {
      const found = await collection
        .find({ 'state.state': 'refund_due', 'state.refundRefusals.0': { $exists: true } })
        .limit(most)
        .toArray();
      return found
        .flatMap(({ _id: chargeId, state }) => {
          const { applicationId, reference, amountTyiyn } = state;
          const refusal = openRefusal(state);
          if (refusal === undefined) return [];
          const { at: refusedAt, reason } = refusal;
          return [{ chargeId, applicationId, reference, amountTyiyn, refusedAt, reason }];
        })
        .toSorted((a, b) => a.refusedAt.localeCompare(b.refusedAt));
    },
    again: (id, by) => change(id, (state) => refundAgain(id, state, by, instant(kit.clock))),
  };
}
