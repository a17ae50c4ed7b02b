import type { ApplicationsApi } from '@kyzmat/contracts';
import type { ContractRoutes } from '@kyzmat/kit';
import type { Doors } from '../acts/visible.ts';
import type { ViewOf } from './view.ts';

export function viewRoutes(routes: ContractRoutes<ApplicationsApi>, doors: Doors, viewOf: ViewOf): void {
  routes.get('/applications/{id}', async ({ params, query, caller }) =>
    doors.document(params.id, caller, 'application.view', (found) => viewOf(found, caller, query.language)),
  );
}
