import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startLoop } from './loop.ts';
import { quiet } from './spec-support.ts';

const hour = 3_600_000;

test('a loop goes on at once while there is more, rests, and wakes by a nudge', async () => {
  let rounds = 0;
  const done = [Promise.withResolvers<undefined>(), Promise.withResolvers<undefined>()] as const;
  const loop = startLoop({
    name: 'test',
    pollMs: hour,
    log: quiet,
    step: () => {
      rounds++;
      if (rounds === 3) done[0].resolve(undefined);
      if (rounds === 4) done[1].resolve(undefined);
      return Promise.resolve(rounds < 3);
    },
  });
  await done[0].promise;
  assert.equal(rounds, 3);
  loop.nudge();
  await done[1].promise;
  await loop.stop();
  assert.equal(rounds, 4);
});

test('a nudge during a round is not lost', async () => {
  let rounds = 0;
  const second = Promise.withResolvers<undefined>();
  const loop = startLoop({
    name: 'test',
    pollMs: hour,
    log: quiet,
    step: () => {
      rounds++;
      if (rounds === 1) loop.nudge();
      else second.resolve(undefined);
      return Promise.resolve(false);
    },
  });
  await second.promise;
  await loop.stop();
  assert.equal(rounds, 2);
});

test('a round that fails is tried again, and a stop does not wait for the pause', async () => {
  let rounds = 0;
  const third = Promise.withResolvers<undefined>();
  const loop = startLoop({
    name: 'test',
    pollMs: hour,
    log: quiet,
    step: () => {
      rounds++;
      if (rounds === 3) third.resolve(undefined);
      return Promise.reject(new Error('no'));
    },
  });
  await third.promise;
  await loop.stop();
  assert.equal(rounds, 3);
  assert.equal(loop.alive(), true);
});
