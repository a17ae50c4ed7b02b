import type { Caller } from '@kyzmat/auth';
import type { PaymentsApi } from '@kyzmat/contracts';
import { permit } from '@kyzmat/http';
import { linesFor, systemCaller, type Act, type Journal, type Use } from '@kyzmat/journal';
import type { ContractRoutes, Kit } from '@kyzmat/kit';
import { may } from '@kyzmat/policy';
import type { Aggregates } from '@kyzmat/store';
import { chargeIdOf, isUnpaid, type ChargeState } from './charges/charge.ts';
import type { GivesOrder } from './e-payment/work.ts';

/**
 * P573-13c: who is paying for what goes to the e-payment system with the order, so it is written down before. That system
 * takes part in no transaction of ours; tried again, the same order stands once.
 */
export function openGivesOrder({ name }: Pick<Kit, 'name'>, journal: Pick<Journal, 'gives'>): GivesOrder {
  return (chargeId, state) =>
    journal.gives(systemCaller(name), { ...useOf(state, 'payment.order'), once: `${chargeId}:order` });
}

export type UseCharge = (caller: Caller, state: ChargeState, act: Act, allowed: boolean) => Promise<void>;

/** Who sees a charge or its payment document, and who reached for one in vain. */
export function openUseCharge(journal: Pick<Journal, 'gives' | 'refuses'>): UseCharge {
  return (caller, state, act, allowed) => journal[allowed ? 'gives' : 'refuses'](caller, useOf(state, act));
}

function useOf({ payerId, applicationId, reference }: ChargeState, act: Act): Use {
  return { subject: payerId, act, application: applicationId, reference };
}

/** P573-13c for the person; P573-49: whether what may go has gone with the application. */
export function journalRoutes(
  routes: ContractRoutes<PaymentsApi>,
  journal: Pick<Journal, 'page'>,
  charges: Pick<Aggregates<ChargeState>, 'load'>,
): void {
  routes.get('/journal', ({ caller, query }) => linesFor(journal, caller, query));

  routes.get('/erasures/{applicationId}', async ({ caller, params }) => {
    permit(may(caller, 'erasure.ask'));
    const charge = await charges.load(chargeIdOf(params.applicationId));
    return { erased: charge === undefined || !isUnpaid(charge.state) };
  });
}
