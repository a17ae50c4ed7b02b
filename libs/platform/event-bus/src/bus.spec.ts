import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { eventually } from '@kyzmat/testing/eventually';
import { createEventBus, DependencyDown } from './index.ts';
import type { Batch, CloudEvent, EventBus, Received } from './index.ts';

const brokers = (process.env['KAFKA_BROKERS'] ?? '').split(',');
const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
const refuse = (reason: string): never => assert.fail(`stuck: ${reason}`);

function newBus(onStuck: (reason: string) => void = refuse, stuckAfterMs = 60_000): EventBus {
  return createEventBus({
    brokers,
    clientId: 'test',
    log: quiet,
    prefix: `${randomUUID()}.`,
    onStuck,
    stuckAfterMs,
  });
}

function events(subject: string, count: number): CloudEvent[] {
  return Array.from({ length: count }, (_, n) => ({
    specversion: '1.0',
    id: `${subject}:1:${n}`,
    source: '/kyzmat/test',
    type: 'thing.happened.v1',
    subject,
    time: '2026-03-12T08:00:00.000Z',
    datacontenttype: 'application/json',
    data: { n },
  }));
}

const ids = (seen: readonly Received[]): (string | undefined)[] => seen.map((each) => each.event?.id);
const things = { name: 'things', partitions: 3 };

describe('the event bus', () => {
  let bus: EventBus;
  before(async () => {
    bus = newBus();
    await bus.ensureTopics([things]);
    await bus.ensureTopics([things]);
  });
  after(() => bus.close());

  test('delivers every event, each subject in order, in small batches', async () => {
    const seen: Batch[] = [];
    const subjects = Array.from({ length: 8 }, (_, n) => `s${n}`);
    await Promise.all(subjects.map((subject) => bus.publish('things', events(subject, 700))));
    await bus.consume({
      group: 'all',
      topics: ['things'],
      handle: (batch) => {
        seen.push(batch);
        return Promise.resolve();
      },
    });
    await eventually(() => seen.reduce((sum, batch) => sum + batch.messages.length, 0) >= 5600);
    assert.ok(seen.every((batch) => batch.messages.length <= 200 && batch.topic === 'things'));
    const messages = seen.flatMap((batch) => batch.messages);
    for (const subject of subjects) {
      const own = messages.filter((message) => message.origin.key === subject);
      assert.deepEqual(
        ids(own),
        events(subject, 700).map((event) => event.id),
      );
    }
  });

  test('a failing handler gets the same batch again, a dependency that is down only delays', async () => {
    const seen: Received[] = [];
    const errors = [new Error('first'), new DependencyDown('second', { retryAfterMs: 10 })];
    await bus.publish('things', events('again', 3));
    await bus.consume({
      group: 'again',
      topics: ['things'],
      handle: (batch) => {
        const own = batch.messages.filter((message) => message.origin.key === 'again');
        const error = own.length > 0 ? errors.shift() : undefined;
        if (error !== undefined) return Promise.reject(error);
        seen.push(...own);
        return Promise.resolve();
      },
    });
    await eventually(() => seen.length >= 3);
    assert.deepEqual(ids(seen), ['again:1:0', 'again:1:1', 'again:1:2']);
    assert.equal(errors.length, 0);
  });

  test('what was committed does not come to the next member of the group', async () => {
    const first: Received[] = [];
    const second: Received[] = [];
    const into = (list: Received[]) => (batch: Batch) => {
      list.push(...batch.messages.filter((message) => message.origin.key.startsWith('turn')));
      return Promise.resolve();
    };
    await bus.publish('things', events('turn1', 5));
    const member = await bus.consume({ group: 'turns', topics: ['things'], handle: into(first) });
    await eventually(() => first.length === 5);
    await member.stop();
    await bus.publish('things', events('turn2', 5));
    await bus.consume({ group: 'turns', topics: ['things'], handle: into(second) });
    await eventually(() => second.length === 5);
    assert.deepEqual(
      ids(second),
      events('turn2', 5).map((event) => event.id),
    );
  });

  test('an event that can never be sent is refused at once, others still go', async () => {
    const [small] = events('small', 1);
    assert.ok(small);
    const large = { ...small, id: 'large:1:0', data: 'x'.repeat(2_000_000) };
    await assert.rejects(bus.publish('things', [large]), { type: 'MESSAGE_TOO_LARGE' });
    await bus.publish('things', [small]);
  });
});

test('a consumer started before its topic exists begins when the topic is there', async () => {
  const bus = newBus();
  const seen: Received[] = [];
  try {
    const consumer = await bus.consume({
      group: 'early',
      topics: ['things'],
      handle: (batch) => {
        seen.push(...batch.messages);
        return Promise.resolve();
      },
    });
    await bus.ensureTopics([things]);
    await bus.publish('things', events('a', 2));
    await consumer.joined();
    await eventually(() => seen.length === 2);
  } finally {
    await bus.close();
  }
});

test('a handler that fails for ever is reported as stuck', async () => {
  const reasons: string[] = [];
  const bus = newBus((reason) => reasons.push(reason), 400);
  try {
    await bus.ensureTopics([things]);
    await bus.publish('things', events('a', 1));
    const handle = () => Promise.reject(new Error('always'));
    const consumer = await bus.consume({ group: 'poison', topics: ['things'], handle });
    await eventually(() => reasons.length === 1);
    assert.equal(consumer.alive(), false);
  } finally {
    await bus.close();
  }
});

test('Kafka down: starting returns at once, closing gives up, nothing is called stuck', async () => {
  const bus = createEventBus({
    brokers: ['127.0.0.1:1'],
    clientId: 'test',
    log: quiet,
    onStuck: refuse,
    stuckAfterMs: 50,
  });
  const consumer = await bus.consume({ group: 'g', topics: ['t'], handle: () => Promise.resolve() });
  assert.equal(consumer.alive(), true);
  const [publishing, ensuring] = [bus.publish('t', events('a', 1)), bus.ensureTopics([things])];
  const outcomes = Promise.allSettled([publishing, ensuring]);
  await bus.close();
  assert.deepEqual(
    (await outcomes).map((outcome) => outcome.status),
    ['rejected', 'rejected'],
  );
});
