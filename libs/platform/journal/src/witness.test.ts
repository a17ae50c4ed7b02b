import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CloudEvent } from '@kyzmat/event-bus';
import type { Head } from './entry.ts';
import { openWitness } from './witness.ts';

const head: Head = { chain: 'applications-1', seq: 7, hash: 'a'.repeat(64) };
const clock = { now: () => new Date('2026-03-12T04:00:00.000Z') };
const away = () => Promise.reject(new Error('away'));

function busThat(publish: (events: readonly CloudEvent[]) => Promise<void>) {
  const none = () => Promise.reject(new Error('A witness does not ask for this'));
  return {
    publish: (_topic: string, events: readonly CloudEvent[]) => publish(events),
    consume: none,
    ensureTopics: none,
    close: none,
  };
}

test('P573-48: Kafka is told a head, and nobody else is asked', async () => {
  const told: unknown[] = [];
  const bus = busThat((events) => {
    told.push(...events.map(({ subject, data }) => [subject, data]));
    return Promise.resolve();
  });
  await openWitness({ name: 'applications', bus, clock }, away)(head);
  assert.deepEqual(told, [['applications-1', head]]);
});

test('P573-48: while Kafka is away identity is told; when both are away the data stay', async () => {
  const told: Head[] = [];
  const identity = (one: Head): Promise<void> => {
    told.push(one);
    return Promise.resolve();
  };
  await openWitness({ name: 'applications', bus: busThat(away), clock }, identity)(head);
  assert.deepEqual(told, [head]);
  await assert.rejects(openWitness({ name: 'applications', bus: busThat(away), clock }, away)(head));
});

test('P573-48: while a head waits for Kafka, the next one does not wait behind it', async () => {
  const told: Head[] = [];
  const { promise, resolve } = Promise.withResolvers<undefined>();
  const bus = busThat(() => promise);
  const witness = openWitness({ name: 'applications', bus, clock }, (one) => {
    told.push(one);
    return Promise.resolve();
  });
  const first = witness(head);
  await witness({ ...head, seq: 8 });
  assert.deepEqual(
    told.map(({ seq }) => seq),
    [8],
  );
  resolve(undefined);
  await first;
});
