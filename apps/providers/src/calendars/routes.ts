import type { ProvidersApi } from '@kyzmat/contracts';
import { created, type ContractRoutes } from '@kyzmat/kit';
import { only } from '../only.ts';
import type { Calendars } from './store.ts';

export function calendarRoutes(routes: ContractRoutes<ProvidersApi>, calendars: Calendars): void {
  routes.get('/calendars/current', () => calendars.currentVersion());
  routes.get('/calendars/{version}', ({ params }) => calendars.version(params.version));
  routes.post('/calendars/exceptions', async ({ caller, body }) => {
    only(caller, 'calendar.change');
    return created(await calendars.addExceptions(body.exceptions));
  });
}
