import { randomUUID } from 'node:crypto';
import { instant } from '@kyzmat/clock';
import type { Kit } from '@kyzmat/kit';

/** While it stands nothing of the application is removed. A lifted hold stays on record. */
export interface Hold {
  readonly _id: string;
  /** The draft has the same id. */
  readonly applicationId: string;
  readonly reference: string;
  readonly reason: string;
  readonly placedAt: string;
  readonly placedBy: string;
  readonly liftedAt?: string;
  readonly liftedBy?: string;
}

export interface Holds {
  place(hold: Pick<Hold, 'applicationId' | 'reference' | 'reason' | 'placedBy'>): Promise<Hold>;
  /** False when there is no such hold that stands. */
  lift(id: string, by: string): Promise<boolean>;
  /** Newest first. */
  standing(): Promise<readonly Hold[]>;
  /** Whether nothing of an application or draft may be removed now. */
  on(applicationId: string): Promise<boolean>;
  start(): Promise<void>;
}

export function openHolds(kit: Kit): Holds {
  const holds = kit.store.collection<Hold>('holds');
  const open = { liftedAt: { $exists: false } };
  return {
    async place(given) {
      const hold = { _id: randomUUID(), ...given, placedAt: instant(kit.clock) };
      await holds.insertOne(hold);
      return hold;
    },
    async lift(_id, liftedBy) {
      const change = { $set: { liftedAt: instant(kit.clock), liftedBy } };
      return (await holds.updateOne({ _id, ...open }, change)).matchedCount === 1;
    },
    standing: () => holds.find(open).sort({ placedAt: -1 }).toArray(),
    on: async (applicationId) => (await holds.findOne({ applicationId, ...open })) !== null,
    async start() {
      await holds.createIndex({ applicationId: 1 });
    },
  };
}
