import type { Caller } from '@kyzmat/auth';
import type { Applications as Contract, ApplicationsApi } from '@kyzmat/contracts';
import { forbidden, notFound } from '@kyzmat/http';
import { created, noContent, type ContractRoutes } from '@kyzmat/kit';
import type { Calendars } from '../calendars/calendars.ts';
import type { Drafts } from '../drafts/store.ts';
import type { Applications } from '../state/store.ts';
import type { Hold, Holds } from './holds.ts';
import { retention } from './policy.ts';
import { preview } from './preview.ts';

export interface RetentionParts {
  readonly drafts: Drafts;
  readonly applications: Applications;
  readonly calendars: Calendars;
  readonly holds: Holds;
}

/** For the operator: what is kept how long, what would go when, and what must stay whatever its age. Counts only. */
export function retentionRoutes(routes: ContractRoutes<ApplicationsApi>, parts: RetentionParts): void {
  const { applications, holds } = parts;

  routes.get('/retention', async ({ caller }) => {
    operatorOnly(caller);
    const [days, standing] = await Promise.all([preview(parts), holds.standing()]);
    const rules = Object.values(retention).map(({ ends, ...rule }) => rule);
    return { rules, preview: days, holds: standing.map(viewOf) };
  });

  routes.post('/retention/holds', async ({ caller, body }) => {
    operatorOnly(caller);
    const reference = body.reference.trim().toUpperCase();
    const found = await applications.documents.findOne(
      { 'state.reference': reference },
      { projection: { _id: 1 } },
    );
    if (found === null) throw notFound('No application has this number.');
    const hold = { applicationId: found._id, reference, reason: body.reason, placedBy: caller.actor };
    return created(viewOf(await holds.place(hold)));
  });

  routes.delete('/retention/holds/{id}', async ({ caller, params }) => {
    operatorOnly(caller);
    if (!(await holds.lift(params.id, caller.actor))) throw notFound('No such hold.');
    return noContent;
  });
}

function operatorOnly({ role }: Caller): void {
  if (role !== 'operator') throw forbidden('forbidden', 'Only the operator decides what stays.');
}

function viewOf({ _id, reference, reason, placedAt, placedBy }: Hold): Contract['Hold'] {
  return { id: _id, reference, reason, placedAt, placedBy };
}
