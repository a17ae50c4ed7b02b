import type { Applications as Contract, ApplicationsApi } from '@kyzmat/contracts';
import { notFound, permit } from '@kyzmat/http';
import { created, noContent, type ContractRoutes } from '@kyzmat/kit';
import { may } from '@kyzmat/policy';
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
    permit(may(caller, 'retention.hold'));
    const [days, standing] = await Promise.all([preview(parts), holds.standing()]);
    const rules = Object.values(retention).map(({ ends, ...rule }) => rule);
    return { rules, preview: days, holds: standing.map(viewOf) };
  });

  routes.post('/retention/holds', async ({ caller, body }) => {
    permit(may(caller, 'retention.hold'));
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
    permit(may(caller, 'retention.hold'));
    if (!(await holds.lift(params.id, caller.actor))) throw notFound('No such hold.');
    return noContent;
  });
}

function viewOf({ _id, reference, reason, placedAt, placedBy }: Hold): Contract['Hold'] {
  return { id: _id, reference, reason, placedAt, placedBy };
}
