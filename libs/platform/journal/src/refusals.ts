import type { Common } from '@kyzmat/contracts';
import type { Kit } from '@kyzmat/kit';
import type { Access } from './journal.ts';
import { entriesOf } from './place.ts';

/** So many refusals of one caller within a day are no slip of the hand. */
const worthLooking = 3;
const dayMs = 86_400_000;

export interface Refusals {
  ensureIndexes(): Promise<void>;
  /** P573-19e: who was refused again and again within the last day, most often first. */
  lately(): Promise<Common['Sighting'][]>;
}

/** Reads in a journal who reached for what is not theirs. */
export function openRefusals({ store, clock }: Pick<Kit, 'store' | 'clock'>): Refusals {
  const collection = entriesOf<Access>(store);
  return {
    async ensureIndexes() {
      // Refusals only: what is given out, which is nearly all, pays nothing for it.
      await collection.createIndex({ at: -1 }, { partialFilterExpression: { 'body.outcome': 'refused' } });
    },
    async lately() {
      const since = new Date(clock.now().getTime() - dayMs).toISOString();
      const found = await collection
        .aggregate<{ _id: string; count: number; firstAt: string; lastAt: string }>([
          { $match: { 'body.outcome': 'refused', at: { $gte: since } } },
          {
            $group: {
              _id: '$body.actor',
              count: { $sum: 1 },
              firstAt: { $min: '$at' },
              lastAt: { $max: '$at' },
            },
          },
          { $match: { count: { $gte: worthLooking } } },
          { $sort: { count: -1, _id: 1 } },
          { $limit: 50 },
        ])
        .toArray();
      return found.map(({ _id: who, ...counted }) => ({
        key: `refused_access:${who}:${counted.firstAt.slice(0, 10)}`,
        kind: 'refused_access',
        who,
        ...counted,
      }));
    },
  };
}
