import type { mongo } from 'mongoose';
import type { Entry } from './entry.ts';
import type { Access } from './journal.ts';

export interface PageQuery {
  readonly subject: string;
  readonly application?: string | undefined;
  readonly provider?: string | undefined;
  /** The `cursor` of the last line seen. */
  readonly before?: string | undefined;
  readonly limit: number;
}

/** A line of a person's journal; `cursor` sorts all lines of all processes by time. */
export interface Line extends Access {
  readonly at: string;
  readonly cursor: string;
}

export interface Page {
  readonly lines: readonly Line[];
  /** There are older ones. */
  readonly more: boolean;
}

type Entries = mongo.Collection<Entry<Access>>;

export async function pageIndex(entries: Entries): Promise<void> {
  await entries.createIndex({ 'body.subject': 1, at: -1, 'body.id': -1 });
}

export async function pageOf(entries: Entries, query: PageQuery): Promise<Page> {
  const { subject, application, provider, before, limit } = query;
  const found = await entries
    .find({
      'body.subject': subject,
      ...(application === undefined ? {} : { 'body.application': application }),
      ...(provider === undefined ? {} : { 'body.provider': provider }),
      ...(before === undefined ? {} : olderThan(before)),
    })
    .sort({ at: -1, 'body.id': -1 })
    // One more, to know whether there is more.
    .limit(limit + 1)
    .toArray();
  const lines = found
    .slice(0, limit)
    .map(({ at, body }): Line => ({ ...body, at, cursor: `${at}~${body.id}` }))
    // The same use, written again after the database failed over.
    .filter(({ id }, place, all) => all.findIndex((each) => each.id === id) === place);
  return { lines, more: found.length > limit };
}

function olderThan(cursor: string): mongo.Filter<Entry<Access>> {
  const [at = '', id = ''] = cursor.split('~');
  return { $or: [{ at: { $lt: at } }, { at, 'body.id': { $lt: id } }] };
}
