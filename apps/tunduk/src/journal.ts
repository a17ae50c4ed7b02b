import type { TundukApi } from '@kyzmat/contracts';
import { permit } from '@kyzmat/http';
import { linesFor, type Journal } from '@kyzmat/journal';
import type { ContractRoutes } from '@kyzmat/kit';
import { may } from '@kyzmat/policy';
import type { Deliveries } from './delivery/change.ts';

/** P573-13c: what went to document systems of providers, for the person; P573-49: whether its person is forgotten. */
export function journalRoutes(
  routes: ContractRoutes<TundukApi>,
  journal: Pick<Journal, 'page'>,
  { aggregates }: Pick<Deliveries, 'aggregates'>,
): void {
  routes.get('/journal', ({ caller, query }) => linesFor(journal, caller, query));

  routes.get('/erasures/{applicationId}', async ({ caller, params }) => {
    permit(may(caller, 'erasure.ask'));
    const delivery = await aggregates.load(params.applicationId);
    return { erased: delivery?.state.ownerId === undefined };
  });
}
