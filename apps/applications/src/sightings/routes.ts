import type { ApplicationsApi } from '@kyzmat/contracts';
import { permit } from '@kyzmat/http';
import type { Refusals } from '@kyzmat/journal';
import type { ContractRoutes } from '@kyzmat/kit';
import { may } from '@kyzmat/policy';

/** P573-19e: what the operator should look at: ids, counts and times. */
export function sightingRoutes(routes: ContractRoutes<ApplicationsApi>, refusals: Refusals): void {
  routes.get('/sightings', async ({ caller }) => {
    permit(may(caller, 'incident.record'));
    return { sightings: await refusals.lately() };
  });
}
