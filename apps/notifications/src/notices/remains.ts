import type { NotificationsApi } from '@kyzmat/contracts';
import { permit } from '@kyzmat/http';
import type { ContractRoutes, Owned } from '@kyzmat/kit';
import { may } from '@kyzmat/policy';
import type { NoticeState } from './notice.ts';

/** P573-49: whether the notices of an application its person let go have gone too. */
export function remainsRoutes(
  routes: ContractRoutes<NotificationsApi>,
  { collection }: Pick<Owned<NoticeState>, 'collection'>,
): void {
  routes.get('/erasures/{applicationId}', async ({ caller, params }) => {
    permit(may(caller, 'erasure.ask'));
    const left = await collection.findOne(
      { 'state.applicationId': params.applicationId },
      { projection: { _id: 1 } },
    );
    return { erased: left === null };
  });
}
