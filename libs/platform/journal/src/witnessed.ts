import { randomUUID } from 'node:crypto';
import { topics } from '@kyzmat/contracts';
import type { CloudEvent, EventBus } from '@kyzmat/event-bus';
import type { Head } from './entry.ts';
import { headType } from './witness.ts';

const markType = 'journal.read.v1';

/** Every head Kafka was told and still has: of each chain at least the newest. Waits while Kafka is away. */
export async function witnessedHeads(bus: Pick<EventBus, 'publish' | 'consume'>): Promise<readonly Head[]> {
  const heads: Head[] = [];
  const mark = markOf(randomUUID());
  const done = Promise.withResolvers<undefined>();
  await bus.publish(topics.journalHeads, [mark]);
  const consumer = await bus.consume({
    group: `journal-verify-${mark.id}`,
    topics: [topics.journalHeads],
    handle({ messages }) {
      for (const { event } of messages) {
        if (event?.type === headType && isHead(event.data)) heads.push(event.data);
        // The topic has one partition: what was told before the mark has been read.
        if (event?.id === mark.id) done.resolve(undefined);
      }
      return Promise.resolve();
    },
  });
  await done.promise;
  await consumer.stop();
  return heads;
}

function markOf(id: string): CloudEvent {
  return {
    specversion: '1.0',
    id,
    source: '/kyzmat/journal-verify',
    type: markType,
    subject: 'verify',
    time: new Date().toISOString(),
    datacontenttype: 'application/json',
    data: {},
  };
}

function isHead(value: unknown): value is Head {
  if (typeof value !== 'object' || value === null) return false;
  const { chain, seq, hash }: Partial<Record<keyof Head, unknown>> = value;
  return typeof chain === 'string' && typeof seq === 'number' && typeof hash === 'string';
}
