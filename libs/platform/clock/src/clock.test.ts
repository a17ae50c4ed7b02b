import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { demoClock, fixedClock, instant, systemClock } from './index.ts';

const start = '2021-03-12T08:00:00.000Z';
const hour = 3_600_000;

function quietLog() {
  const lines: string[] = [];
  const note = (_facts: object, message: string) => void lines.push(message);
  return { lines, warn: note, info: note };
}

/** Lets promise chains that are ready run to their end. */
const settle = () => new Promise(setImmediate);

test('the system clock gives instants with milliseconds', () => {
  assert.match(instant(systemClock), /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
});

test('a fixed clock stands still, can be set and advanced, and its dates cannot move it', () => {
  const clock = fixedClock(start);
  clock.now().setFullYear(1999);
  assert.equal(instant(clock), start);
  clock.advance(1500);
  assert.equal(instant(clock), '2021-03-12T08:00:01.500Z');
  clock.set('2022-01-01T00:00:00.000Z');
  assert.equal(instant(clock), '2022-01-01T00:00:00.000Z');
  assert.throws(() => clock.set('tomorrow'), RangeError);
});

test('the demo clock follows the sandbox, keeps its last time while it is silent, and says so once', async () => {
  mock.timers.enable({ apis: ['setInterval'] });
  const log = quietLog();
  const answers: (object | undefined)[] = [
    { offsetMs: hour },
    undefined,
    { offsetMs: 'soon' },
    { offsetMs: 2 * hour },
  ];
  let asked = 0;
  const urls: string[] = [];
  const fetch = (url: string) => {
    urls.push(url);
    const answer = answers[asked++];
    return answer
      ? Promise.resolve({ json: () => Promise.resolve(answer) })
      : Promise.reject(new Error('silent'));
  };
  const clock = demoClock('http://sandbox/clock', log, {
    fetch,
    by: 'applications-7',
    base: fixedClock(start),
  });
  assert.equal(instant(clock), start);
  await clock.ready;
  // The jump is made, and said at once: that is the question left without an answer.
  await settle();
  const seen: string[] = [instant(clock)];
  while (seen.length < 3) {
    mock.timers.tick(1000);
    await settle();
    seen.push(instant(clock));
  }
  clock.stop();
  mock.timers.tick(5000);
  mock.timers.reset();
  const oneOn = '2021-03-12T09:00:00.000Z';
  assert.deepEqual(seen, [oneOn, oneOn, '2021-03-12T10:00:00.000Z']);
  assert.equal(log.lines.length, 3);
  assert.equal(urls[0], 'http://sandbox/clock?by=applications-7&offset=0');
  assert.equal(urls[1], `http://sandbox/clock?by=applications-7&offset=${hour}`);
  assert.equal(asked, 5);
});
