import type { Caller } from '@kyzmat/auth';
import { instant } from '@kyzmat/clock';
import type { PaymentsApi } from '@kyzmat/contracts';
import { notFound, Problem } from '@kyzmat/http';
import type { Act } from '@kyzmat/journal';
import type { ContractRoutes, Kit, Owned } from '@kyzmat/kit';
import { may } from '@kyzmat/policy';
import { StaleVersion, type Aggregate, type Aggregates } from '@kyzmat/store';
import { chargeIdOf, pending, view, type ChargeState } from '../charges/charge.ts';
import type { RegisterCharge } from '../e-payment/work.ts';
import type { UseCharge } from '../journal.ts';

/** The payer looks at the charge and goes to pay. Somebody else's charge is as if it were not there (P573-8e). */
export function checkoutRoutes(
  routes: ContractRoutes<PaymentsApi>,
  kit: Kit,
  { aggregates }: Owned<ChargeState>,
  register: RegisterCharge,
  use: UseCharge,
): void {
  routes.get('/charges', async ({ query, caller }) => {
    const charge = await ownCharge({ charges: aggregates, use }, chargeIdOf(query.applicationId), caller);
    return view(charge._id, charge.state);
  });

  routes.post('/charges/{id}/checkout', async ({ params, caller }) => {
    const charge = await ownCharge({ charges: aggregates, use }, params.id, caller);
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

interface ChargeDoor {
  readonly charges: Pick<Aggregates<ChargeState>, 'load'>;
  readonly use: UseCharge;
}

/** The charge, when it is the caller's to see; the journal has it before (P573-19d). */
export async function ownCharge(
  { charges, use }: ChargeDoor,
  id: string,
  caller: Caller,
  act: Act = 'payment.view',
): Promise<Aggregate<ChargeState>> {
  const charge = await charges.load(id);
  if (charge === undefined) throw notFound('No such charge.');
  const { allowed } = may(caller, 'charge.open', { ownerId: charge.state.payerId });
  await use(caller, charge.state, act, allowed);
  if (!allowed) throw notFound('No such charge.');
  return charge;
}
