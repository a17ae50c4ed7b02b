import { invalidRequest } from '@kyzmat/http';
import type { ClockKind, Stage } from '@kyzmat/lifecycle';
import type { mongo } from 'mongoose';
import { never, type ApplicationDocument, type StoredState } from '../state/application.ts';

export interface ListQuery {
  /** Only this person's, newest first; without it, due soonest first. */
  readonly ownerId?: string;
  readonly providerId?: string;
  readonly stage?: Stage;
  readonly executor?: string;
  readonly serviceCode?: string;
  readonly reference?: string;
  /** Only those with an open limit of this kind, in time or late. */
  readonly owes?: ClockKind;
  /** Where the page before ended. */
  readonly after?: string;
  readonly limit: number;
}

/** What a list needs of an application; never what somebody wrote. */
export interface Listed {
  readonly _id: string;
  readonly state: Pick<
    StoredState,
    | 'id'
    | 'reference'
    | 'serviceCode'
    | 'serviceVersion'
    | 'providerId'
    | 'stage'
    | 'payment'
    | 'submittedAt'
    | 'provisionEndsAt'
    | 'executorId'
    | 'version'
    | 'list'
  >;
}

const fields = [
  'id',
  'reference',
  'serviceCode',
  'serviceVersion',
  'providerId',
  'stage',
  'payment',
  'submittedAt',
  'provisionEndsAt',
  'executorId',
  'version',
  'list',
].map((field) => [`state.${field}`, 1] as const);

type Documents = mongo.Collection<ApplicationDocument>;

/** One page of a list, along its index, from where the page before ended. */
export async function pageOfList(
  documents: Documents,
  query: ListQuery,
): Promise<{ rows: Listed[]; next?: string }> {
  const rows = await listCursor(documents, query).toArray();
  const last = rows.length > query.limit ? rows[query.limit - 1] : undefined;
  const page = rows.slice(0, query.limit);
  return last === undefined ? { rows: page } : { rows: page, next: cursorOf(last, query) };
}

/** The query itself, also for the test that explains it. */
export function listCursor(documents: Documents, query: ListQuery): mongo.FindCursor<Listed> {
  const { ownerId, providerId, stage, executor, serviceCode, reference, owes, after, limit } = query;
  const [sortBy, direction] = ownerId === undefined ? dueFirst : newestFirst;
  const filter: mongo.Filter<ApplicationDocument> = {
    ...(ownerId !== undefined && { 'state.ownerId': ownerId }),
    ...(providerId !== undefined && { 'state.providerId': providerId }),
    ...(stage !== undefined && { 'state.stage': stage }),
    ...(executor !== undefined && { 'state.executorId': executor }),
    ...(serviceCode !== undefined && { 'state.serviceCode': serviceCode }),
    ...(reference !== undefined && { 'state.reference': reference }),
    ...(owes !== undefined && owing(owes)),
    ...(after !== undefined && beyond(after, sortBy, direction)),
  };
  return documents
    .find(filter)
    .project<Listed>(Object.fromEntries(fields))
    .sort({ [sortBy]: direction, _id: 1 })
    .limit(limit + 1);
}

/** Who owes something stands in front of the index. */
function owing(kind: ClockKind): mongo.Filter<ApplicationDocument> {
  return {
    'state.list.dueAt': { $lt: never },
    'state.clocks': { $elemMatch: { kind, closedAt: { $exists: false } } },
  };
}

const dueFirst = ['state.list.dueAt', 1] as const;
const newestFirst = ['state.submittedAt', -1] as const;

function beyond(after: string, sortBy: string, direction: 1 | -1): mongo.Filter<ApplicationDocument> {
  const [at, id, ...more] = Buffer.from(after, 'base64url').toString().split(' ');
  if (at === undefined || id === undefined || more.length > 0) {
    throw invalidRequest([{ field: 'after' }], 'This is not where a page ended');
  }
  const past = direction === 1 ? { $gt: at } : { $lt: at };
  return { $or: [{ [sortBy]: past }, { [sortBy]: at, _id: { $gt: id } }] };
}

function cursorOf({ _id, state }: Listed, { ownerId }: ListQuery): string {
  const at = ownerId === undefined ? state.list.dueAt : state.submittedAt;
  return Buffer.from(`${at} ${_id}`).toString('base64url');
}
