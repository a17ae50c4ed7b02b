import type { Caller } from '@kyzmat/auth';
import { instant } from '@kyzmat/clock';
import type { NotificationsApi } from '@kyzmat/contracts';
import { forbidden, notFound } from '@kyzmat/http';
import type { ContractRoutes, Kit, Owned } from '@kyzmat/kit';
import { StaleVersion, type Aggregate } from '@kyzmat/store';
import { opened, view, type NoticeState } from '../notices/notice.ts';

const usualLimit = 20;

/** Notices of the person who asks; anybody else's are as if they were not there (P573-8e). */
export function cabinetRoutes(
  routes: ContractRoutes<NotificationsApi>,
  kit: Kit,
  { aggregates, collection }: Owned<NoticeState>,
): void {
  routes.get('/notices', async ({ query, caller }) => {
    const recipientId = userOnly(caller);
    const limit = query.limit ?? usualLimit;
    const filter = {
      'state.recipientId': recipientId,
      ...(query.applicationId === undefined ? {} : { 'state.applicationId': query.applicationId }),
      ...(query.after === undefined ? {} : { 'state.at': { $lt: query.after } }),
    };
    const [found, unopened] = await Promise.all([
      collection.find(filter).sort({ 'state.at': -1 }).limit(limit).toArray(),
      collection.countDocuments({ 'state.recipientId': recipientId, 'state.openedAt': { $exists: false } }),
    ]);
    const last = found.length === limit ? found.at(-1) : undefined;
    return {
      notices: found.map(({ _id, state }) => view(_id, state)),
      unopened,
      ...(last === undefined ? {} : { next: last.state.at }),
    };
  });

  routes.get('/notices/{id}', async ({ params, caller }) => {
    const notice = await own(params.id, caller);
    return view(notice._id, notice.state);
  });

  routes.post('/notices/{id}/opened', async ({ params, caller }) => {
    const notice = await own(params.id, caller);
    const next = opened(notice.state, instant(kit.clock));
    if (next === undefined) return view(notice._id, notice.state);
    try {
      await aggregates.update(notice._id, notice.version, next);
    } catch (error) {
      // A channel reported in between: the next look will count as the first.
      if (!(error instanceof StaleVersion)) throw error;
    }
    return view(notice._id, next.state);
  });

  async function own(id: string, caller: Caller): Promise<Aggregate<NoticeState>> {
    const recipientId = userOnly(caller);
    const notice = await aggregates.load(id);
    if (notice?.state.recipientId !== recipientId) throw notFound('No such notice.');
    return notice;
  }
}

function userOnly(caller: Caller): string {
  if (caller.role !== 'user') throw forbidden('user_only');
  return caller.subject;
}

/** Indexes of the lists above. */
export async function cabinetIndexes({ collection }: Owned<NoticeState>): Promise<void> {
  await collection.createIndex({ 'state.recipientId': 1, 'state.at': -1 });
  await collection.createIndex({ 'state.recipientId': 1, 'state.openedAt': 1 });
  await collection.createIndex({ 'state.recipientId': 1, 'state.applicationId': 1, 'state.at': -1 });
}
