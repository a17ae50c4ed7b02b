import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { topics } from '@kyzmat/contracts';
import { createEventBus, type CloudEvent } from '@kyzmat/event-bus';
import { dataOf } from '@kyzmat/http';
import { eventually } from '@kyzmat/testing/eventually';
import { startWorld, type World } from '@kyzmat/world';
import { behindTheDoors } from './behind-the-doors.ts';
import { signIn, type Citizen } from './citizen.ts';
import { clerkOf, type Clerk } from './clerk.ts';
import { messagesOn } from './outside.ts';
import { signedSubmission, submit } from './submission.ts';
import { noticesOf, until } from './waiting.ts';

let world: World;
let aigul: Citizen;
let clerk: Clerk;

before(async () => {
  world = await startWorld({ only: behindTheDoors, seed: true });
  aigul = await signIn(world, 'aigul');
  clerk = clerkOf(world, 'nurlan', 'population-register');
});
after(() => world.stop());

/** Registers at the provider and waits until everything that is owed for it has gone out. */
async function roadEndsWell(id: string, reference: string): Promise<void> {
  await eventually(
    () => clerk.act(id, { type: 'register', registrationNumber: reference, executorId: clerk.id }),
    {
      what: 'registration',
    },
  );
  await noticesOf(aigul, id, ['submitted', 'intake_registered']);
  await until('the message, once', async () => {
    const own = (await messagesOn(world, aigul.phone)).filter((text) => text.includes(reference));
    assert.ok(own.length <= 1, 'a message came twice');
    return own.length === 1;
  });
}

test('kill -9 of applications in the middle of submitting: confirmed is kept, repeated is the same', async () => {
  const body = await signedSubmission(world, aigul, 'residence-certificate');
  const sending = aigul.applications.POST('/applications', { body }).catch(() => undefined);
  await world.processes.kill9('applications');
  await sending;
  await world.processes.restart('applications');

  const { id, reference } = await eventually(
    async () => dataOf(await aigul.applications.POST('/applications', { body })),
    { what: 'submission after the restart' },
  );
  assert.equal(id, body.draftId);
  await roadEndsWell(id, reference);
});

test('kill -9 of notifications: every debt is still paid, once', async () => {
  const { id, reference } = await submit(world, aigul, 'residence-certificate');
  await world.processes.kill9('notifications');
  const registering = roadEndsWell(id, reference);
  await world.processes.restart('notifications');
  await registering;
});

test('kill -9 of the broker: submission goes on without it, and the events come after', async () => {
  await world.engines.kafka.kill9();
  const { id, reference } = await submit(world, aigul, 'residence-certificate');
  await world.engines.kafka.restart();
  await roadEndsWell(id, reference);
});

test('kill -9 of mongod: nothing confirmed is lost, and the road goes on', async () => {
  const { id, reference } = await submit(world, aigul, 'residence-certificate');
  await world.engines.mongo.kill9();
  await world.engines.mongo.restart();
  await roadEndsWell(id, reference);
});

test('a replayed topic changes nothing and sends nothing', async () => {
  const { id, reference } = await submit(world, aigul, 'residence-certificate');
  await roadEndsWell(id, reference);
  const before = await clerk.look(id);

  const told = await eventsOf(id);
  assert.ok(told.length >= 2);
  const bus = newBus();
  await bus.publish(topics.applications, told);
  await bus.close();

  // The next act of the same application stands behind the replayed events: once its notice is there, they are done.
  await clerk.act(id, { type: 'ask_clarification', wants: 'information', question: 'Демо суроо?' });
  const notices = await noticesOf(aigul, id, ['submitted', 'intake_registered', 'clarification_asked']);
  assert.equal(notices.length, 3);
  const after = await clerk.look(id);
  assert.equal(after.stage, before.stage);
  const messages = (await messagesOn(world, aigul.phone)).filter((text) => text.includes(reference));
  assert.ok(messages.length <= 2);
});

function newBus(): ReturnType<typeof createEventBus> {
  const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
  return createEventBus({
    brokers: [world.platform.place.engines.kafkaBrokers],
    clientId: 'road',
    log: quiet,
    onStuck: (reason) => {
      throw new Error(reason);
    },
  });
}

/** Everything the topic of applications has told of one application. */
async function eventsOf(id: string): Promise<CloudEvent[]> {
  const bus = newBus();
  const found: CloudEvent[] = [];
  await bus.consume({
    group: `road-${id}`,
    topics: [topics.applications],
    handle: ({ messages }) => {
      found.push(...messages.flatMap(({ event }) => (event?.subject === id ? [event] : [])));
      return Promise.resolve();
    },
  });
  await until('the events of the application', () =>
    Promise.resolve(found.some(({ type }) => type === 'application.registered.v1')),
  );
  await bus.close();
  return found;
}
