import { parseEvent } from '@kyzmat/contracts';
import type { Owned } from '@kyzmat/kit';
import { bulk, type KeyEvents, type Writes } from '@kyzmat/store';
import type { NoticeState } from './notice.ts';

export const erased = 'application.erased.v1';

/** A person let an application go: what was written about it goes too. Told twice, it finds nothing. */
export function erasedNotices(
  { collection }: Pick<Owned<NoticeState>, 'collection'>,
  keys: readonly KeyEvents[],
): Writes[] {
  const gone = keys.flatMap(({ events }) =>
    events
      .filter(({ type }) => type === erased)
      .map(({ data }) => parseEvent('ApplicationEvent', data).applicationId),
  );
  if (gone.length === 0) return [];
  return [bulk(collection, [{ deleteMany: { filter: { 'state.applicationId': { $in: gone } } } }])];
}
