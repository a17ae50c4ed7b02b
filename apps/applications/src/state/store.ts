import type { ApplicationEvent } from '@kyzmat/lifecycle';
import { topics } from '@kyzmat/contracts';
import { ownAggregates, type Kit, type Owned, type OwnWork } from '@kyzmat/kit';
import type { mongo } from 'mongoose';
import type { ApplicationDocument, StoredState } from './application.ts';

/** The applications this process owns, with relay and mover; `documents` reads them whole, content included. */
export interface Applications extends Owned<StoredState, ApplicationEvent> {
  readonly documents: mongo.Collection<ApplicationDocument>;
  /** Those whose id no application has: a draft is submitted when there is an application of its id. */
  notAmong<T extends { readonly _id: string }>(some: readonly T[]): Promise<T[]>;
}

const name = 'applications';

/** @param work queues that acts may owe work to, such as making the result. */
export function openApplications(kit: Kit, work: readonly OwnWork[]): Applications {
  const owned = ownAggregates<StoredState, ApplicationEvent>(kit, {
    collection: name,
    topicOf: () => topics.applications,
    work,
  });
  const documents = kit.store.collection<ApplicationDocument>(name);
  return {
    ...owned,
    documents,
    async notAmong(some) {
      if (some.length === 0) return [];
      const ids = some.map(({ _id }) => _id);
      const found = await documents.find({ _id: { $in: ids } }, { projection: { _id: 1 } }).toArray();
      const taken = new Set(found.map(({ _id }) => _id));
      return some.filter(({ _id }) => !taken.has(_id));
    },
    async start() {
      await ensureIndexes(documents);
      await owned.start();
    },
  };
}

/** Few applications ever break a limit, so only they are in the index. */
const broken = { 'state.list.breachedAt': { $exists: true } };

/** One index for each question that is asked often; a test explains them. */
async function ensureIndexes(documents: mongo.Collection<ApplicationDocument>): Promise<void> {
  await documents.createIndexes([
    { key: { 'state.reference': 1 }, unique: true },
    { key: { 'content.jti': 1 }, unique: true },
    { key: { 'state.ownerId': 1, 'state.submittedAt': -1, _id: 1 } },
    { key: { 'state.providerId': 1, 'state.list.dueAt': 1, _id: 1 } },
    { key: { 'state.list.dueAt': 1, _id: 1 } },
    { key: { 'state.list.breachedAt': -1, _id: 1 }, partialFilterExpression: broken },
    { key: { 'state.providerId': 1, 'state.list.breachedAt': -1, _id: 1 }, partialFilterExpression: broken },
  ]);
}
