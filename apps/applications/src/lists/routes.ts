import type { Caller } from '@kyzmat/auth';
import type { Applications as Contract, ApplicationsApi } from '@kyzmat/contracts';
import { forbidden } from '@kyzmat/http';
import type { ContractRoutes } from '@kyzmat/kit';
import { actsForProvider } from '@kyzmat/lifecycle';
import type { Doors } from '../acts/visible.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { never } from '../state/application.ts';
import { readCode } from '../state/codes.ts';
import type { Applications } from '../state/store.ts';
import { pageOfList, type ListQuery, type Listed } from './query.ts';

interface ListParts {
  readonly applications: Applications;
  readonly doors: Doors;
  readonly catalogue: Catalogue;
}

/** A user's own applications, newest first; a provider's inbox; the view of operator and owner, due soonest first. */
export function listRoutes(routes: ContractRoutes<ApplicationsApi>, parts: ListParts): void {
  routes.get('/applications', async ({ query, caller }) => {
    await parts.doors.admit(caller);
    const { rows, next } = await pageOfList(parts.applications.documents, {
      ...scopeOf(caller),
      ...query,
      ...(query.reference === undefined ? {} : { reference: readCode(query.reference) ?? query.reference }),
      limit: query.limit ?? 25,
    });
    const applications = await Promise.all(rows.map((row) => summary(row, parts.catalogue)));
    return { applications, ...(next === undefined ? {} : { next }) };
  });
}

function scopeOf(caller: Caller): Pick<ListQuery, 'ownerId' | 'providerId'> {
  if (caller.role === 'user') return { ownerId: caller.subject };
  if (actsForProvider(caller.role) && caller.provider !== undefined) return { providerId: caller.provider };
  if (caller.role === 'operator' || caller.role === 'owner') return {};
  throw forbidden();
}

async function summary({ state }: Listed, catalogue: Catalogue): Promise<Contract['ApplicationSummary']> {
  const { list, executorId, provisionEndsAt, serviceCode, serviceVersion } = state;
  const service = await catalogue.version(serviceCode, serviceVersion);
  return {
    id: state.id,
    reference: state.reference,
    serviceCode,
    serviceTitle: service.definition.service.title,
    providerId: state.providerId,
    stage: state.stage,
    payment: state.payment,
    submittedAt: state.submittedAt,
    version: state.version,
    breached: list.breached,
    ...(list.dueAt === never ? {} : { nextDueAt: list.dueAt }),
    ...(list.dueKind === undefined ? {} : { nextDueKind: list.dueKind }),
    ...(executorId === undefined ? {} : { executorId }),
    ...(provisionEndsAt === undefined ? {} : { provisionEndsAt }),
  };
}
