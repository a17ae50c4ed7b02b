import { topics } from '@kyzmat/contracts';
import type { Consumer } from '@kyzmat/event-bus';
import type { Kit } from '@kyzmat/kit';

interface StoredCount {
  readonly _id: string;
  readonly applications: number;
}

export interface Popularity {
  /** Applications sent for each service. */
  counts(): Promise<ReadonlyMap<string, number>>;
  start(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Counts what people apply for, so that it stands first. One write a batch; a batch that comes again counts again:
 * an order of lists needs no exact number.
 */
export function openPopularity(kit: Kit): Popularity {
  const collection = kit.store.collection<StoredCount>('service_applications');
  let consumer: Consumer | undefined;
  return {
    async counts() {
      const all = await collection.find().toArray();
      return new Map(all.map(({ _id, applications }) => [_id, applications]));
    },
    async start() {
      consumer = await kit.bus.consume({
        group: 'providers-popularity',
        topics: [topics.applications],
        async handle({ messages }) {
          const codes = messages.flatMap(({ event }) =>
            event?.type === 'application.submitted.v1' ? serviceCodeOf(event.data) : [],
          );
          if (codes.length === 0) return;
          const byCode = Map.groupBy(codes, (code) => code);
          await collection.bulkWrite(
            [...byCode].map(([_id, { length: applications }]) => ({
              updateOne: { filter: { _id }, update: { $inc: { applications } }, upsert: true },
            })),
            { ordered: false },
          );
        },
      });
    },
    async stop() {
      await consumer?.stop();
    },
  };
}

/** What cannot be read is nothing to count, and nothing to stand still for. */
function serviceCodeOf(data: unknown): string[] {
  if (typeof data !== 'object' || data === null || !('serviceCode' in data)) return [];
  return typeof data.serviceCode === 'string' ? [data.serviceCode] : [];
}
