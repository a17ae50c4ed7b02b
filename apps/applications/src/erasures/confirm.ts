import type { NotificationsApi, PaymentsApi, TundukApi } from '@kyzmat/contracts';
import { dataOf } from '@kyzmat/http';
import type { Kit, Owned } from '@kyzmat/kit';
import { DependencyDown, StaleVersion } from '@kyzmat/store';
import { keepers, type ErasureState, type Keeper } from './erasure.ts';

/** News travels that long, mostly. */
const askAgainMs = 2000;

/**
 * P573-49: asks the processes that hear of an erasure whether nothing is left of it that may go, and notes who said so.
 * Throws DependencyDown while one has not: the work comes again.
 */
export function openConfirm(
  kit: Kit,
  { aggregates }: Pick<Owned<ErasureState>, 'aggregates'>,
): (id: string) => Promise<void> {
  const to = {
    notifications: kit.to<NotificationsApi>('notifications')(kit.self),
    payments: kit.to<PaymentsApi>('payments')(kit.self),
    tunduk: kit.to<TundukApi>('tunduk')(kit.self),
  };

  async function isErased(keeper: Keeper, applicationId: string): Promise<boolean> {
    const params = { path: { applicationId } };
    const ask = {
      notifications: () => to.notifications.GET('/erasures/{applicationId}', { params }),
      payments: () => to.payments.GET('/erasures/{applicationId}', { params }),
      tunduk: () => to.tunduk.GET('/erasures/{applicationId}', { params }),
    };
    try {
      return dataOf(await ask[keeper]()).erased;
    } catch (error) {
      kit.telemetry.log.warn({ keeper, reason: String(error) }, 'an erasure could not be confirmed yet');
      return false;
    }
  }

  async function note(id: string, said: readonly Keeper[]): Promise<readonly Keeper[]> {
    const erasure = await aggregates.load(id);
    if (erasure === undefined) return said;
    const { version, state } = erasure;
    const before = state.erasedBy ?? [];
    const erasedBy = keepers.filter((each) => before.includes(each) || said.includes(each));
    if (erasedBy.length === before.length) return erasedBy;
    try {
      await aggregates.update(id, version, { state: { ...state, erasedBy } });
      return erasedBy;
    } catch (error) {
      if (!(error instanceof StaleVersion)) throw error;
      return note(id, said);
    }
  }

  return async (id) => {
    const known = (await aggregates.load(id))?.state.erasedBy ?? [];
    const open = keepers.filter((each) => !known.includes(each));
    const answers = await Promise.all(open.map((each) => isErased(each, id)));
    const erasedBy = await note(
      id,
      open.filter((_, place) => answers[place] === true),
    );
    if (erasedBy.length < keepers.length) {
      throw new DependencyDown('Others have not erased it yet', { retryAfterMs: askAgainMs });
    }
  };
}
