import assert from 'node:assert/strict';
import { test } from 'node:test';
import { correlationId, createTelemetry, newCorrelationId, withCorrelation } from './index.ts';
import { watchLoops } from './loops.ts';

function recorded() {
  const lines: string[] = [];
  const telemetry = createTelemetry('portal', { write: (line) => void lines.push(line) });
  const last = (): Record<string, unknown> => {
    const parsed: unknown = JSON.parse(lines.at(-1) ?? '{}');
    assert.ok(typeof parsed === 'object' && parsed !== null);
    return { ...parsed };
  };
  return { telemetry, lines, last };
}

test('a log line is JSON with time, level, process and the correlation id of its work', async () => {
  const { telemetry, last } = recorded();
  const id = newCorrelationId();
  await withCorrelation(id, async () => {
    await Promise.resolve();
    assert.equal(correlationId(), id);
    telemetry.log.info({ application: 'a1' }, 'stored');
  });
  assert.equal(correlationId(), undefined);
  const { time, ...line } = last();
  assert.deepEqual(line, {
    level: 'info',
    process: 'portal',
    correlation: id,
    application: 'a1',
    msg: 'stored',
  });
  assert.match(String(time), /^\d{4}-.*\.\d{3}Z$/);
});

test('work done side by side keeps its own correlation id', async () => {
  const seen = await Promise.all(
    ['a', 'b'].map((id) =>
      withCorrelation(id, async () => {
        await new Promise(setImmediate);
        return correlationId();
      }),
    ),
  );
  assert.deepEqual(seen, ['a', 'b']);
});

test('personal data do not reach a log line', () => {
  const { telemetry, lines } = recorded();
  telemetry.log.info({ email: 'aigul@example.kg', person: { pin: '11111111111111', name: 'Айгүл' } }, 'oops');
  const failure = Object.assign(
    new Error(
      'E11000 duplicate key error dup key: { pin: "22222222222222" } for 33333333333333, a@b.kg, +996 555 123456',
    ),
    { code: 11000, document: { answers: 'private words' } },
  );
  telemetry.log.error({ err: failure }, 'write failed');
  assert.match(lines.at(-1) ?? '', /"code":11000/);
  telemetry.log.error(new Error('outer', { cause: failure }));
  const all = lines.join('');
  assert.doesNotMatch(all, /aigul|Айгүл|1{14}|2{14}|3{14}|a@b|123456|private words/);
});

test('a bare value thrown is not quoted', () => {
  const { telemetry, last } = recorded();
  telemetry.log.error({ err: 'the whole answer of a person' }, 'failed');
  assert.doesNotMatch(JSON.stringify(last()), /answer of a person/);
});

test('metrics: a registry for each process, read on demand', async () => {
  const one = createTelemetry('portal');
  const two = createTelemetry('desk');
  one.counter('kyzmat_things_total', 'Things', ['kind']).inc({ kind: 'a' });
  two.counter('kyzmat_things_total', 'Things', ['kind']);
  one.histogram('kyzmat_wait_seconds', 'Wait').observe(0.003);
  one.gauge('kyzmat_queue', 'Queue').set(7);
  const text = await one.metrics.metrics();
  assert.match(text, /kyzmat_things_total\{kind="a",process="portal"\} 1/);
  assert.match(text, /kyzmat_wait_seconds_bucket\{le="0.005",process="portal"\} 1/);
  assert.match(text, /kyzmat_queue\{process="portal"\} 7/);
  assert.match(text, /process_resident_memory_bytes\{process="portal"\} \d{6,}/);
  assert.doesNotMatch(await two.metrics.metrics(), /kind="a"/);
});

test('a loop that stops ticking is named; one that ended is not', () => {
  let now = 0;
  const loops = watchLoops(() => now);
  const relay = loops.loop('relay', 1000);
  const timers = loops.loop('timers', 1000);
  now = 900;
  relay.tick();
  now = 1500;
  assert.deepEqual(loops.stalledLoops(), ['timers']);
  timers.end();
  assert.deepEqual(loops.stalledLoops(), []);
});
