import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createEventBus } from '@kyzmat/event-bus';
import { systemClock } from '@kyzmat/clock';
import { freePort } from '@kyzmat/engines';
import { openWitness, type Head } from '@kyzmat/journal';

test('P573-19b: with no Kafka at all identity is told, the first time after a moment and then at once', async (t) => {
  const silent = (): void => undefined;
  const bus = createEventBus({
    brokers: [`127.0.0.1:${await freePort()}`],
    clientId: 'test',
    log: { info: silent, warn: silent, error: silent },
    onStuck: silent,
  });
  t.after(() => bus.close());
  const told: number[] = [];
  const witness = openWitness({ name: 'applications', bus, clock: systemClock }, ({ seq }: Head) => {
    told.push(seq);
    return Promise.resolve();
  });
  for (let seq = 0; seq < 100; seq++) {
    await witness({ chain: 'applications-1', seq, hash: 'a'.repeat(64) });
  }
  assert.equal(told.length, 100);
});
