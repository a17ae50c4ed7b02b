import { parseEvent } from '@kyzmat/contracts';
import type { Owned } from '@kyzmat/kit';
import { bulk, type KeyEvents, type Writes } from '@kyzmat/store';
import type { NoticeState } from './notice.ts';

/** A person let an application go: what was written about it goes too. Told twice, it finds nothing. */
export function erasedNotices(
  { collection }: Pick<Owned<NoticeState>, 'collection'>,
  keys: readonly KeyEvents[],
): Writes[] {
  const gone = keys.flatMap(({ events }) =>
    events
      .filter(({ type }) => type === 'application.erased.v1')
      .map(({ data }) => parseEvent('ApplicationEvent', data).applicationId),
  );
  if (gone.length === 0) return [];
  return [bulk(collection, [{ deleteMany: { filter: { 'state.applicationId': { $in: gone } } } }])];
}
