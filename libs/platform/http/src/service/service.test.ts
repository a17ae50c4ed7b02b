import assert from 'node:assert/strict';
import { test } from 'node:test';
import { correlationId } from '@kyzmat/telemetry';
import { bodyOf, problemOf, serviceWith } from '../fixtures/support.ts';
import { forbidden, Problem, Unavailable } from '../problem.ts';
import type { Checks } from './health.ts';

/** An error as the store throws it: known by its name. */
function named(name: string, extra: object = {}): Error {
  return Object.assign(new Error('private words'), { name }, extra);
}

function throwing(error: unknown) {
  return serviceWith({
    routes(router) {
      router.get('/', async () => {
        await Promise.resolve();
        throw error;
      });
    },
  });
}

test('every known error has its answer, and none quotes what it must not', async () => {
  const cases: [unknown, number, string, string?][] = [
    [new Problem(422, 'too_late', 'The term is over', { ruleId: 'P573-8l' }), 422, 'too_late'],
    [forbidden(), 403, 'forbidden'],
    [new Unavailable('payments does not answer', 7), 503, 'unavailable', '7'],
    [named('Overloaded', { retryAfterSeconds: 3 }), 503, 'overloaded', '3'],
    [named('DependencyDown'), 503, 'unavailable', '1'],
    [named('StaleVersion'), 409, 'stale_version'],
    [named('Conflict'), 409, 'conflict'],
    [named('SomethingElse', { status: 404 }), 404, 'not_found'],
    [named('SomethingElse', { status: 502 }), 500, 'internal_error'],
    [named('SomethingElse'), 500, 'internal_error'],
    ['a bare text', 500, 'internal_error'],
  ];
  for (const [error, status, code, retryAfter] of cases) {
    const answer = await throwing(error).agent.get('/');
    assert.deepEqual([...problemOf(answer), bodyOf(answer)['status']], [status, code, status]);
    assert.equal(answer.headers['retry-after'], retryAfter);
    assert.equal(answer.headers['cache-control'], 'no-store');
    assert.match(answer.headers['content-type'] ?? '', /^application\/problem\+json/);
    assert.doesNotMatch(answer.text, /private words|a bare text|stack/);
  }
});

test('a problem carries type, title, detail and its extra members, which cannot hide the standard ones', async () => {
  const answer = await throwing(
    new Problem(409, 'already_paid', 'Paid', { ruleId: 'P1', status: 200 }),
  ).agent.get('/');
  assert.deepEqual(answer.body, {
    type: 'urn:kyzmat:problem:already_paid',
    title: 'Already paid',
    status: 409,
    code: 'already_paid',
    detail: 'Paid',
    ruleId: 'P1',
  });
});

test('a failure is logged once with the correlation id of the answer', async () => {
  const service = throwing(named('Boom'));
  const answer = await service.agent.get('/').set('X-Correlation-Id', 'from-the-caller');
  assert.equal(answer.headers['x-correlation-id'], 'from-the-caller');
  const failures = service.lines().filter((line) => line['msg'] === 'a request failed');
  assert.deepEqual(
    failures.map((line) => line['correlation']),
    ['from-the-caller'],
  );
});

test('a correlation id that is not decent is replaced; work under a request knows its id', async () => {
  const { agent } = serviceWith({
    routes(router) {
      router.post('/', async (_request, response) => {
        await new Promise(setImmediate);
        response.json({ id: correlationId() });
      });
    },
  });
  for (const bad of ['x', '<script>alert(1)</script>', 'a'.repeat(65)]) {
    const answer = await agent.post('/').set('X-Correlation-Id', bad).send({ some: 'body' });
    assert.match(answer.headers['x-correlation-id'] ?? '', /^[0-9a-f-]{36}$/);
    assert.equal(bodyOf(answer)['id'], answer.headers['x-correlation-id']);
  }
});

test('one log line and one measurement for a request, with the pattern of its route and nothing of its content', async () => {
  const service = serviceWith({
    routes(router) {
      router.post('/persons/:pin', (_request, response) => void response.json({}));
    },
  });
  await service.agent.post('/persons/11111111111111?q=secret-query').send({ a: 'secret-body' });
  await service.agent.get('/nowhere/22222222222222');
  const told = service.lines().filter((line) => line['msg'] === 'request');
  assert.deepEqual(
    told.map(({ method, route, status }) => [method, route, status]),
    [
      ['POST', '/persons/:pin', 200],
      ['GET', 'unmatched', 404],
    ],
  );
  assert.doesNotMatch(JSON.stringify(service.lines()), /1{14}|2{14}|secret/);
  const { text } = await service.agent.get('/metrics');
  assert.match(text, /http_request_seconds_count\{.*route="\/persons\/:pin".*\} 1/);
});

test('liveness follows the loops and asks nobody; metrics are not for the outside', async () => {
  let asked = 0;
  const ready = () => {
    asked += 1;
    return Promise.resolve({});
  };
  const { agent } = serviceWith({ ready });
  const live = await agent.get('/health/live');
  assert.deepEqual([live.status, live.body], [200, { process: 'applications', ok: true, stalled: [] }]);
  assert.equal(asked, 0);
  assert.equal((await agent.get('/metrics').set('X-Forwarded-For', '192.0.2.1')).status, 404);
});

test('readiness really checks, at most once in two seconds; what is not required does not fail it', async () => {
  let asked = 0;
  const checks: Checks = { database: { ok: true }, kafka: { ok: false, required: false } };
  const { agent } = serviceWith({
    ready() {
      asked += 1;
      return Promise.resolve(checks);
    },
  });
  const answers = await Promise.all([1, 2, 3].map(() => agent.get('/health/ready')));
  assert.deepEqual(
    answers.map(({ status }) => status),
    [200, 200, 200],
  );
  assert.deepEqual(answers[0]?.body, { process: 'applications', ok: true, checks });
  assert.equal(asked, 1);
  const { agent: without } = serviceWith({ ready: () => Promise.resolve({ database: { ok: false } }) });
  assert.equal((await without.get('/health/ready')).status, 503);
  const { agent: failing } = serviceWith({ ready: () => Promise.reject(new Error('private words')) });
  const failed = await failing.get('/health/ready');
  assert.equal(failed.status, 503);
  assert.doesNotMatch(failed.text, /private/);
});

test('headers: no trace of the software, no ETag, nothing may be loaded or framed', async () => {
  const { agent } = serviceWith({
    routes(router) {
      router.get('/', (_request, response) => void response.json({ a: 1 }));
    },
  });
  const { headers } = await agent.get('/');
  assert.equal(headers['x-powered-by'], undefined);
  assert.equal(headers['etag'], undefined);
  assert.equal(headers['content-security-policy'], "default-src 'none';frame-ancestors 'none'");
  assert.equal(headers['x-content-type-options'], 'nosniff');
});

test('pages stand beside a contract; half an answer is cut, not completed', async () => {
  const { agent } = serviceWith({
    pages(router) {
      router.get('/page', (_request, response) => void response.send('<p>Саламатсызбы</p>'));
      router.get('/half', (_request, response) => {
        response.write('half');
        throw new Error('too late');
      });
    },
  });
  assert.equal((await agent.get('/page')).text, '<p>Саламатсызбы</p>');
  await assert.rejects(async () => agent.get('/half'), /aborted|hang up|terminated/);
});
