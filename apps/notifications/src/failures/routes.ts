import { instant } from '@kyzmat/clock';
import type { Notifications, NotificationsApi } from '@kyzmat/contracts';
import { notFound, permit, Problem } from '@kyzmat/http';
import { noContent, type ContractRoutes, type Kit, type Owned } from '@kyzmat/kit';
import { may } from '@kyzmat/policy';
import { amend } from '../notices/amend.ts';
import type { Asking } from '../notices/ask.ts';
import { isTriedAgain, triedAgain, type NoticeState } from '../notices/notice.ts';

/** What the operator sees at once; the newest are the ones to mend. */
const shown = 100;

/** Deliveries that failed for good, for the operator, who can have them tried again. What a notice says is not shown. */
export function failureRoutes(
  routes: ContractRoutes<NotificationsApi>,
  kit: Kit,
  { aggregates, collection }: Owned<NoticeState>,
  { contactFor }: Pick<Asking, 'contactFor'>,
): void {
  routes.get('/failures', async ({ caller }) => {
    permit(may(caller, 'failures.watch'));
    const found = await collection
      .find({ 'state.failedAt': { $exists: true } })
      .sort({ 'state.failedAt': -1 })
      .limit(shown)
      .toArray();
    return { failures: found.flatMap(({ _id, state }) => failuresOf(_id, state)) };
  });

  routes.post('/notices/{id}/deliveries/{number}/retry', async ({ params: { id, number }, caller }) => {
    permit(may(caller, 'failures.watch'));
    const notice = await aggregates.load(id);
    const delivery = notice?.state.deliveries[number];
    if (notice === undefined || delivery?.status !== 'failed') throw notFound('No such failed delivery.');
    const contact = await contactFor(id, notice.state);
    const to = delivery.channel === 'email' ? contact.email : contact.emessageAddress;
    if (to === undefined) {
      throw new Problem(422, 'no_address', 'The person still has no address for this channel.');
    }
    await amend(aggregates, notice, ({ state }) => triedAgain(id, state, number, to, instant(kit.clock)));
    return noContent;
  });
}

function failuresOf(noticeId: string, state: NoticeState): Notifications['FailedDelivery'][] {
  return state.deliveries.flatMap(({ channel, status, at, attempts = 0, reason }, number) => {
    if (status !== 'failed' || channel === 'cabinet') return [];
    return [
      {
        noticeId,
        number,
        channel,
        kind: state.kind,
        title: state.title,
        at: at ?? state.at,
        attempts,
        triedAgain: isTriedAgain(state, number),
        ...(state.reference !== undefined && { reference: state.reference }),
        ...(state.dueAt !== undefined && { dueAt: state.dueAt }),
        ...(reason !== undefined && { reason }),
      },
    ];
  });
}

export async function failureIndexes({ collection }: Owned<NoticeState>): Promise<void> {
  const partialFilterExpression = { 'state.failedAt': { $exists: true } };
  await collection.createIndex({ 'state.failedAt': -1 }, { partialFilterExpression });
}
