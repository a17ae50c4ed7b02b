import type { EventData } from '@kyzmat/contracts';
import type { Kit } from '@kyzmat/kit';
import { bulk, type Writes } from '@kyzmat/store';
import type { mongo } from 'mongoose';

/** An outage of a provider, as its register tells of it. */
export type Outage = EventData['ProviderOutage'];
interface StoredOutage extends Outage {
  readonly _id: string;
}

/** Own copy of the outages of providers: for the pages of applications that came while one lasted. */
export interface Outages {
  start(): Promise<void>;
  /** The outage that lasts at a provider now. */
  lasting(providerId: string): Promise<Outage | undefined>;
  /** For the transaction of the consumer. */
  writes(told: readonly Outage[]): Writes;
}

export function openOutages(kit: Kit): Outages {
  const collection: mongo.Collection<StoredOutage> = kit.store.collection<StoredOutage>('outages');
  return {
    async start() {
      await collection.createIndex({ providerId: 1, removedAt: 1 });
    },
    async lasting(providerId) {
      return (await collection.findOne({ providerId, removedAt: { $exists: false } })) ?? undefined;
    },
    writes: (told) =>
      bulk(
        collection,
        told.map((outage) => ({
          replaceOne: { filter: { _id: outage.outageId }, replacement: outage, upsert: true },
        })),
      ),
  };
}
