import { instant } from '@kyzmat/clock';
import type { PaymentsApi } from '@kyzmat/contracts';
import { Problem, rawBodyOf } from '@kyzmat/http';
import { noContent, type ContractRoutes, type Kit, type Owned } from '@kyzmat/kit';
import type { ChargeState } from '../charges/charge.ts';
import { takeMessage } from './messages.ts';
import { isSignedBy } from './signature.ts';

/** P573-32: only a message signed by the e-payment system makes a payment true; a payer's return never does. */
export function callbackRoute(
  routes: ContractRoutes<PaymentsApi>,
  kit: Kit,
  charges: Owned<ChargeState>,
  keys: () => readonly string[],
): void {
  const refused = kit.telemetry.counter(
    'e_payment_messages_refused_total',
    'Messages with no valid signature',
  );
  routes.post('/callbacks/e-payment', async ({ body, request }) => {
    const header = request.get('X-Signature') ?? '';
    // Real time, not legal time: the window is about replays.
    if (!isSignedBy(keys(), header, rawBodyOf(request), Date.now() / 1000)) {
      refused.inc();
      kit.telemetry.log.warn({ code: 'bad_signature' }, 'a payment message was refused');
      throw new Problem(
        401,
        'bad_signature',
        'The message is not signed by the e-payment system, or is too old.',
      );
    }
    const { chargeId, ...message } = body;
    await takeMessage(charges, chargeId, message, instant(kit.clock));
    return noContent;
  });
}
