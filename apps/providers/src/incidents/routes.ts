import type { ProvidersApi } from '@kyzmat/contracts';
import { Problem } from '@kyzmat/http';
import { created, type ContractRoutes } from '@kyzmat/kit';
import { only } from '../only.ts';
import type { Incidents } from './store.ts';

/** P573-19e: the operator records, examines and answers incidents; nobody else sees them. */
export function incidentRoutes(routes: ContractRoutes<ProvidersApi>, incidents: Incidents): void {
  routes.get('/incidents', async ({ caller }) => {
    only(caller, 'incident.record');
    return { incidents: await incidents.list() };
  });
  routes.get('/incidents/{id}', ({ caller, params }) => {
    only(caller, 'incident.record');
    return incidents.get(params.id);
  });
  routes.post('/incidents', async ({ caller, body }) => {
    only(caller, 'incident.record');
    return created(await incidents.open(body.seen, body.sighting, caller));
  });
  routes.post('/incidents/{id}/entries', async ({ caller, params, body: { kind, text } }) => {
    only(caller, 'incident.record');
    if (kind === 'closed') return created(await incidents.close(params.id, caller));
    if (text === undefined) throw new Problem(422, 'text_missing', 'What is recorded is said in words.');
    return created(await incidents.add(params.id, kind, text, caller));
  });
}
