import type { Caller } from '@kyzmat/auth';
import { instant } from '@kyzmat/clock';
import type { PaymentsApi } from '@kyzmat/contracts';
import { notFound, Problem } from '@kyzmat/http';
import type { ContractRoutes, Kit, Owned } from '@kyzmat/kit';
import { may } from '@kyzmat/policy';
import { StaleVersion, type Aggregate, type Aggregates } from '@kyzmat/store';
import { chargeIdOf, pending, view, type ChargeState } from '../charges/charge.ts';
import type { RegisterCharge } from '../e-payment/work.ts';

/** The payer looks at the charge and goes to pay. Somebody else's charge is as if it were not there (P573-8e). */
export function checkoutRoutes(
  routes: ContractRoutes<PaymentsApi>,
  kit: Kit,
  { aggregates }: Owned<ChargeState>,
  register: RegisterCharge,
): void {
  routes.get('/charges', async ({ query, caller }) => {
    const charge = await ownCharge(aggregates, chargeIdOf(query.applicationId), caller);
    return view(charge._id, charge.state);
  });

  routes.post('/charges/{id}/checkout', async ({ params, caller }) => {
    const charge = await ownCharge(aggregates, params.id, caller);
    if (charge.state.state !== 'charged' && charge.state.state !== 'pending') {
      throw new Problem(409, 'not_payable', 'This charge is not waiting for a payment.');
    }
    const payUrl = await register(params.id);
    await goesToPay(params.id);
    return { payUrl };
  });

  /** Two clicks at once are one: whoever comes second finds it done. */
  async function goesToPay(id: string): Promise<void> {
    const charge = await aggregates.load(id);
    if (charge?.state.state !== 'charged') return;
    try {
      await aggregates.update(
        id,
        charge.version,
        pending(id, charge.version, charge.state, instant(kit.clock)),
      );
    } catch (error) {
      if (!(error instanceof StaleVersion)) throw error;
      await goesToPay(id);
    }
  }
}

/** The charge, when it is the caller's to see. */
export async function ownCharge(
  charges: Pick<Aggregates<ChargeState>, 'load'>,
  id: string,
  caller: Caller,
): Promise<Aggregate<ChargeState>> {
  const charge = await charges.load(id);
  if (charge === undefined || !may(caller, 'charge.pay', { ownerId: charge.state.payerId }).allowed) {
    throw notFound('No such charge.');
  }
  return charge;
}
