import type { Caller } from '@kyzmat/auth';
import { instant } from '@kyzmat/clock';
import type { NotificationsApi } from '@kyzmat/contracts';
import { notFound, permit } from '@kyzmat/http';
import type { ContractRoutes, Kit, Owned } from '@kyzmat/kit';
import { may } from '@kyzmat/policy';
import type { Aggregate } from '@kyzmat/store';
import { amend } from '../notices/amend.ts';
import { opened, view, type NoticeState } from '../notices/notice.ts';
import { cursorOf, olderThan } from './page.ts';

const usualLimit = 20;

/** Notices of the person who asks; anybody else's are as if they were not there (P573-8e). */
export function cabinetRoutes(
  routes: ContractRoutes<NotificationsApi>,
  kit: Kit,
  { aggregates, collection }: Owned<NoticeState>,
): void {
  routes.get('/notices', async ({ query, caller }) => {
    const recipientId = recipientOf(caller);
    const { applicationId, after, limit = usualLimit } = query;
    const filter = {
      'state.recipientId': recipientId,
      ...(applicationId === undefined ? {} : { 'state.applicationId': applicationId }),
      ...(after === undefined ? {} : olderThan(after)),
    };
    const [found, unopened] = await Promise.all([
      collection
        .find(filter)
        .project<Pick<Aggregate<NoticeState>, '_id' | 'state'>>({ state: 1 })
        .sort({ 'state.at': -1, _id: -1 })
        // One more, to know whether there is more.
        .limit(limit + 1)
        .toArray(),
      collection.countDocuments({ 'state.recipientId': recipientId, 'state.openedAt': { $exists: false } }),
    ]);
    const page = found.slice(0, limit);
    const last = found.length > limit ? page.at(-1) : undefined;
    return {
      notices: page.map(({ _id, state }) => view(_id, state)),
      unopened,
      ...(last === undefined ? {} : { next: cursorOf(last) }),
    };
  });

  routes.get('/notices/{id}', async ({ params, caller }) => {
    const notice = await own(params.id, caller);
    return view(notice._id, notice.state);
  });

  routes.post('/notices/{id}/opened', async ({ params, caller }) => {
    const notice = await own(params.id, caller);
    const at = instant(kit.clock);
    return view(notice._id, await amend(aggregates, notice, ({ state }) => opened(state, at)));
  });

  async function own(id: string, caller: Caller): Promise<Aggregate<NoticeState>> {
    const recipientId = recipientOf(caller);
    const notice = await aggregates.load(id);
    if (notice?.state.recipientId !== recipientId) throw notFound('No such notice.');
    return notice;
  }
}

/** Whose notices the caller may have: the own ones (P573-32). */
function recipientOf(caller: Caller): string {
  permit(may(caller, 'notices.read'));
  return caller.subject;
}

/** Indexes of the lists above. */
export async function cabinetIndexes({ collection }: Owned<NoticeState>): Promise<void> {
  await collection.createIndex({ 'state.recipientId': 1, 'state.at': -1, _id: -1 });
  await collection.createIndex({ 'state.recipientId': 1, 'state.openedAt': 1 });
  await collection.createIndex({ 'state.recipientId': 1, 'state.applicationId': 1, 'state.at': -1, _id: -1 });
}
