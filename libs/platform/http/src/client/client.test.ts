import assert from 'node:assert/strict';
import type { RequestListener } from 'node:http';
import { test, type TestContext } from 'node:test';
import { callerOf } from '@kyzmat/auth';
import { correlationId, withCorrelation } from '@kyzmat/telemetry';
import { portal, serviceWith, thingsContract, user } from '../fixtures/support.ts';
import { listen } from '../process/listen.ts';
import { Problem, Unavailable } from '../problem.ts';
import { createClient, dataOf } from './client.ts';
import { serviceFetch } from './service-fetch.ts';

async function served(t: TestContext, app: RequestListener): Promise<string> {
  const door = await listen(app, { port: 0, deadlineMs: 100 });
  t.after(() => door.close());
  return door.url;
}

/** Answers each call with the next status of a list, the last one for ever. */
function answering(statuses: readonly number[], headers: Readonly<Record<string, string>> = {}) {
  const calls: string[] = [];
  const app: RequestListener = (request, response) => {
    calls.push(request.method ?? '');
    const status = statuses[Math.min(calls.length, statuses.length) - 1] ?? 200;
    response.writeHead(status, { 'Content-Type': 'application/problem+json', ...headers });
    response.end(
      JSON.stringify({ type: 'x', title: 'X', status, code: 'told', detail: 'Why', ruleId: 'P1' }),
    );
  };
  return { app, calls };
}

function caller(baseUrl: string, timeoutMs?: number) {
  const target = { audience: 'applications', baseUrl, issuer: portal } as const;
  const fetchAs = serviceFetch(timeoutMs === undefined ? target : { ...target, timeoutMs });
  return (method: string, init: RequestInit = {}) =>
    fetchAs(user)(new Request(`${baseUrl}/x`, { method, ...init }));
}

async function problemFrom(call: Promise<unknown>): Promise<Problem> {
  try {
    await call;
  } catch (error) {
    assert.ok(error instanceof Problem);
    return error;
  }
  throw new assert.AssertionError({ message: 'it did not fail' });
}

interface Paths {
  '/things': {
    get: {
      parameters: { query?: { limit?: number } };
      responses: {
        200: { content: { 'application/json': { things: unknown[]; by: string; correlation: string } } };
      };
    };
  };
}

test('a typed call reaches the service with token and correlation id', async (t) => {
  const { app } = serviceWith({
    contract: thingsContract,
    routes(router) {
      router.get('/things', (request, response) => {
        response.json({ things: [], by: callerOf(request).subject, correlation: correlationId() });
      });
    },
  });
  const applications = createClient<Paths>({
    audience: 'applications',
    baseUrl: await served(t, app),
    issuer: portal,
  });
  const call = () => applications(user).GET('/things', { params: { query: { limit: 5 } } });
  const data = dataOf(await withCorrelation('correlation-1', call));
  assert.deepEqual(data, { things: [], by: 'person-1', correlation: 'correlation-1' });
  const wrong = applications(user).GET('/things', { params: { query: { limit: 500 } } });
  assert.equal((await problemFrom(wrong)).code, 'invalid_request');
});

test('a refusal keeps its code, detail and further members', async (t) => {
  const { app, calls } = answering([409]);
  const problem = await problemFrom(caller(await served(t, app))('GET'));
  assert.deepEqual(
    [problem.status, problem.code, problem.detail, problem.extra],
    [409, 'told', 'Why', { ruleId: 'P1' }],
  );
  assert.equal(calls.length, 1);
});

test('a failure over there is a 502 here, and so is a refused token: the person who asked did nothing wrong', async (t) => {
  for (const [status, code] of [
    [500, 'upstream_failed'],
    [401, 'token_refused'],
  ] as const) {
    const problem = await problemFrom(caller(await served(t, answering([status]).app))('GET'));
    assert.deepEqual([problem.status, problem.code], [502, code]);
  }
});

test('reads are repeated when the other is overloaded; writes never', async (t) => {
  const recovering = answering([503, 503, 200]);
  const response = await caller(await served(t, recovering.app))('GET');
  assert.deepEqual([response.status, recovering.calls.length], [200, 3]);
  const down = answering([503], { 'Retry-After': '4' });
  const url = await served(t, down.app);
  const problem = await problemFrom(caller(url)('GET'));
  assert.ok(problem instanceof Unavailable && problem.retryAfterSeconds === 4);
  assert.equal(down.calls.length, 3);
  await problemFrom(caller(url)('POST', { body: '{}' }));
  await problemFrom(caller(url)('DELETE'));
  assert.deepEqual(down.calls.slice(3), ['POST', 'DELETE']);
});

test('nobody there, or nobody in time, is Unavailable', async (t) => {
  const door = await listen(() => undefined, { port: 0 });
  await door.close();
  assert.ok((await problemFrom(caller(door.url)('POST'))) instanceof Unavailable);
  const silent = await served(t, () => undefined);
  assert.ok((await problemFrom(caller(silent, 50)('GET'))) instanceof Unavailable);
});

test('a caller that gives up is not told of a problem', async (t) => {
  const silent = await served(t, () => undefined);
  const gone = new AbortController();
  const call = caller(silent)('GET', { signal: gone.signal });
  gone.abort();
  await assert.rejects(call, { name: 'AbortError' });
});

test('an answer without a body where one is needed', () => {
  assert.throws(() => dataOf({ response: new Response(null, { status: 204 }) }), { code: 'empty_answer' });
});
