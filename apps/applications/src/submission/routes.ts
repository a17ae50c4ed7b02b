import type { ApplicationsApi } from '@kyzmat/contracts';
import { created, type ContractRoutes } from '@kyzmat/kit';
import type { Submit } from './submit.ts';

export function submissionRoutes(routes: ContractRoutes<ApplicationsApi>, submit: Submit): void {
  routes.post('/applications', async ({ caller, body }) => {
    const { confirmation, replayed } = await submit(body, caller);
    return replayed ? confirmation : created(confirmation);
  });
}
