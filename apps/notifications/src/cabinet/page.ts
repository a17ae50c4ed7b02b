import { invalidRequest } from '@kyzmat/http';
import type { Aggregate } from '@kyzmat/store';
import type { NoticeState } from '../notices/notice.ts';

/** Where a list goes on: two notices of one act have the same moment, so the id decides between them. */
export function cursorOf({ _id, state }: Pick<Aggregate<NoticeState>, '_id' | 'state'>): string {
  return Buffer.from(`${state.at} ${_id}`).toString('base64url');
}

/** The condition for what comes after, newest first. Throws invalidRequest for what is no cursor. */
export function olderThan(cursor: string): object {
  const [at = '', id] = Buffer.from(cursor, 'base64url').toString('utf8').split(' ');
  if (id === undefined) throw invalidRequest([{ field: 'after' }], 'This is not where a page ended');
  // The first condition bounds the index, the second is exact.
  return { 'state.at': { $lte: at }, $or: [{ 'state.at': { $lt: at } }, { _id: { $lt: id } }] };
}
