import type { Store } from '@kyzmat/store';

/** The demo clock: how far legal time is ahead of real time, in milliseconds. Kept over restarts. */
export interface DemoTime {
  offsetMs(): Promise<number>;
  move(byMs: number): Promise<number>;
  reset(): Promise<void>;
}

interface StoredOffset {
  readonly _id: 'clock';
  readonly offsetMs: number;
}

export function openClock(store: Store): DemoTime {
  const collection = store.collection<StoredOffset>('clock');
  const read = async (): Promise<number> => (await collection.findOne({ _id: 'clock' }))?.offsetMs ?? 0;
  return {
    offsetMs: read,
    async move(byMs) {
      const after = await collection.findOneAndUpdate(
        { _id: 'clock' },
        { $inc: { offsetMs: byMs } },
        { upsert: true, returnDocument: 'after' },
      );
      return after?.offsetMs ?? byMs;
    },
    async reset() {
      await collection.updateOne({ _id: 'clock' }, { $set: { offsetMs: 0 } }, { upsert: true });
    },
  };
}
