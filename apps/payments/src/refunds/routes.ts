import type { PaymentsApi } from '@kyzmat/contracts';
import { permit, Problem } from '@kyzmat/http';
import { noContent, type ContractRoutes } from '@kyzmat/kit';
import { may } from '@kyzmat/policy';
import type { Refunds } from './refunds.ts';

/** The operator sees refunds that do not go by themselves, and has them tried again once the cause is gone. */
export function refundRoutes(routes: ContractRoutes<PaymentsApi>, refunds: Refunds): void {
  routes.get('/refunds/refused', async ({ caller }) => {
    permit(may(caller, 'refund.watch'));
    return { refunds: await refunds.waiting() };
  });

  routes.post('/refunds/{id}/again', async ({ params, caller }) => {
    permit(may(caller, 'refund.watch'));
    if (!(await refunds.again(params.id, caller.actor))) {
      throw new Problem(409, 'not_refused', 'No refusal of this refund waits for anybody.');
    }
    return noContent;
  });
}
