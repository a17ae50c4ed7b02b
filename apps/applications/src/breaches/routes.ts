import type { Caller } from '@kyzmat/auth';
import type { Applications as Contract, ApplicationsApi } from '@kyzmat/contracts';
import { forbidden, invalidRequest } from '@kyzmat/http';
import type { ContractRoutes } from '@kyzmat/kit';
import { actsForProvider, isBreach, outageTexts, type LegalClock } from '@kyzmat/lifecycle';
import type { mongo } from 'mongoose';
import type { Doors } from '../acts/visible.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { ApplicationDocument, StoredState } from '../state/application.ts';
import type { Applications } from '../state/store.ts';

interface Row {
  readonly _id: string;
  readonly state: Pick<
    StoredState,
    | 'reference'
    | 'providerId'
    | 'serviceCode'
    | 'serviceVersion'
    | 'executorId'
    | 'clocks'
    | 'outage'
    | 'list'
  >;
}

/**
 * The record of broken limits. It is read from the clocks of the applications themselves, which nothing ever takes out
 * or changes once their limit has passed; so there is no route that writes here.
 */
export function breachRoutes(
  routes: ContractRoutes<ApplicationsApi>,
  { applications, doors, catalogue }: { applications: Applications; doors: Doors; catalogue: Catalogue },
): void {
  routes.get('/breaches', async ({ query, caller }) => {
    await doors.admit(caller);
    const limit = query.limit ?? 25;
    const rows = await breachCursor(applications.documents, scopeOf(caller), query.after, limit).toArray();
    const page = rows.slice(0, limit);
    const last = rows.length > limit ? page.at(-1) : undefined;
    return {
      breaches: (await Promise.all(page.map((row) => breachesOf(row, catalogue)))).flat(),
      ...(last === undefined ? {} : { next: cursorOf(last) }),
    };
  });
}

type Scope = { readonly 'state.providerId': string } | object;

function scopeOf(caller: Caller): Scope {
  if (caller.role === 'operator') return {};
  if (actsForProvider(caller.role) && caller.provider !== undefined) {
    return { 'state.providerId': caller.provider };
  }
  throw forbidden();
}

/** The query itself, also for the test that explains it. */
export function breachCursor(
  documents: mongo.Collection<ApplicationDocument>,
  scope: Scope,
  after: string | undefined,
  limit: number,
): mongo.FindCursor<Row> {
  return documents
    .find({
      ...scope,
      'state.list.breachedAt': { $exists: true },
      ...(after === undefined ? {} : older(after)),
    })
    .project<Row>({
      'state.reference': 1,
      'state.providerId': 1,
      'state.serviceCode': 1,
      'state.serviceVersion': 1,
      'state.executorId': 1,
      'state.clocks': 1,
      'state.outage': 1,
      'state.list': 1,
    })
    .sort({ 'state.list.breachedAt': -1, _id: 1 })
    .limit(limit + 1);
}

function older(cursor: string): object {
  const [at, id] = Buffer.from(cursor, 'base64url').toString().split(' ');
  if (at === undefined || id === undefined) {
    throw invalidRequest([{ field: 'after' }], 'This is not where a page ended');
  }
  const key = 'state.list.breachedAt';
  return { $or: [{ [key]: { $lt: at } }, { [key]: at, _id: { $gt: id } }] };
}

function cursorOf({ _id, state }: Row): string {
  return Buffer.from(`${state.list.breachedAt ?? ''} ${_id}`).toString('base64url');
}

async function breachesOf({ _id, state }: Row, catalogue: Catalogue): Promise<Contract['Breach'][]> {
  const { definition } = await catalogue.version(state.serviceCode, state.serviceVersion);
  return state.clocks
    .filter(isBreach)
    .map((clock) => ({
      applicationId: _id,
      reference: state.reference,
      providerId: state.providerId,
      serviceTitle: definition.service.title,
      ...(state.executorId !== undefined && { executorId: state.executorId }),
      clockId: clock.id,
      kind: clock.kind,
      ...(clock.notice && { noticeKind: clock.notice.kind }),
      ruleId: clock.ruleId,
      responsible: clock.responsible,
      since: clock.since,
      breachedAt: clock.breachedAt ?? clock.dueAt,
      loosest: clock.loosest,
      ...(clock.closedAt !== undefined && { mendedAt: clock.closedAt }),
      ...(during(clock, state.outage) && { outage: outageTexts[state.outage?.cause ?? 'other'] }),
    }))
    .toSorted((a, b) => b.breachedAt.localeCompare(a.breachedAt));
}

/** The recorded outage explains the delay of a limit that ran while it lasted; it moves none (P573-42). */
function during({ since, dueAt }: LegalClock, outage: StoredState['outage']): boolean {
  return outage !== undefined && outage.startedAt <= dueAt && (outage.removedAt ?? dueAt) >= since;
}
