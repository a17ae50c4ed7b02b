import type { Caller } from '@kyzmat/auth';
import type { PaymentsApi } from '@kyzmat/contracts';
import { forbidden, Problem } from '@kyzmat/http';
import { noContent, type ContractRoutes } from '@kyzmat/kit';
import { may } from '@kyzmat/policy';
import type { Refunds } from './refunds.ts';

/** The operator sees refunds that do not go by themselves, and has them tried again once the cause is gone. */
export function refundRoutes(routes: ContractRoutes<PaymentsApi>, refunds: Refunds): void {
  routes.get('/refunds/refused', async ({ caller }) => {
    mustWatch(caller);
    return { refunds: await refunds.waiting() };
  });

  routes.post('/refunds/{id}/again', async ({ params, caller }) => {
    mustWatch(caller);
    if (!(await refunds.again(params.id, caller.actor))) {
      throw new Problem(409, 'not_refused', 'No refusal of this refund waits for anybody.');
    }
    return noContent;
  });
}

function mustWatch(caller: Caller): void {
  if (!may(caller, 'refund.watch').allowed) {
    throw forbidden('operator_only', 'Only the operator of the portal may do this.');
  }
}
