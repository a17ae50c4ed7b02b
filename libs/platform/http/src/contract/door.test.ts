import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callerOf } from '@kyzmat/auth';
import type { Router } from 'express';
import type { Response } from 'supertest';
import { bearer, bodyOf, desk, problemOf, serviceWith, thingsContract } from '../fixtures/support.ts';
import { contractRouter } from './door.ts';
import { forbidden } from '../problem.ts';
import { rawBodyOf } from '../service/body.ts';

function routes(router: Router): void {
  router.get('/things', (request, response) => void response.json({ things: [], query: request.query }));
  router.post('/things', (request, response) => {
    const { role, subject } = callerOf(request);
    if (role !== 'user') throw forbidden('user_only');
    response.status(201).json({ id: 'a1', name: 'made', by: subject });
  });
  router.get(
    '/things/newest',
    (_request, response) => void response.json({ id: 'newest', name: 'The newest' }),
  );
  router.get('/things/:id', (request, response) => {
    response.json(
      request.params['id'] === 'broken' ? { id: 'UPPER CASE' } : { id: request.params['id'], name: 'x' },
    );
  });
  router.delete('/things/:id', (_request, response) => void response.status(204).end());
  router.get('/things/:id/versions/:version', (request, response) => {
    response.json({ type: typeof request.params.version });
  });
  router.post('/files', async (request, response) => {
    let size = 0;
    for await (const chunk of request) size += Buffer.isBuffer(chunk) ? chunk.length : 0;
    response.json({ size });
  });
  router.post(
    '/callbacks',
    (request, response) => void response.json({ bytes: rawBodyOf(request).toString() }),
  );
}

const service = serviceWith({ contract: thingsContract, routes, jsonLimit: 2_000 });
const { agent } = service;

/** Where a refused request is wrong. */
function placesOf(answer: Response): readonly string[] {
  const { errors } = bodyOf(answer);
  const faults: readonly unknown[] = Array.isArray(errors) ? errors : [];
  return faults
    .map((fault) => {
      assert.ok(typeof fault === 'object' && fault !== null && 'in' in fault && 'at' in fault);
      return `${String(fault.in)} ${String(fault.at)}`.trim();
    })
    .sort();
}

test('a good request passes, with who calls', async () => {
  const answer = await agent.post('/things').set('Authorization', bearer()).send({ name: 'one', size: null });
  assert.equal(answer.status, 201);
  assert.equal(bodyOf(answer)['by'], 'person-1');
});

test('401: no token, another audience, nonsense; before anything else of the request is looked at', async () => {
  for (const token of [
    undefined,
    bearer('payments'),
    'Bearer a.b.c',
    'Basic eDp5',
    bearer().replace('Bearer ', ''),
  ]) {
    const call = agent.post('/things').set('Content-Type', 'text/plain').send('x'.repeat(5_000));
    const answer = await (token === undefined ? call : call.set('Authorization', token));
    assert.equal(answer.status, 401);
    assert.equal(bodyOf(answer)['code'], 'unauthenticated');
    assert.equal(answer.headers['www-authenticate'], 'Bearer');
    assert.match(answer.headers['content-type'] ?? '', /^application\/problem\+json/);
  }
});

test('403: a role that may not do this', async () => {
  const token = desk.tokenFor('applications', { subject: 'o1', role: 'operator' });
  const answer = await agent.post('/things').set('Authorization', `Bearer ${token}`).send({ name: 'one' });
  assert.deepEqual(problemOf(answer), [403, 'user_only']);
});

test('404: what the contract does not know is not there, even if a route is', async () => {
  const router = (each: Router) => void each.get('/secret', (_request, response) => void response.json({}));
  const { agent: other } = serviceWith({ contract: thingsContract, routes: router });
  for (const path of ['/secret', '/things/', '/things/a/b', '/things/%E0%A4%A']) {
    const answer = await other.get(path).set('Authorization', bearer());
    assert.deepEqual([path, ...problemOf(answer)], [path, 404, 'not_found']);
  }
});

test('405: another method, with what is allowed', async () => {
  const answer = await agent.put('/things').set('Authorization', bearer()).send({});
  assert.deepEqual(problemOf(answer), [405, 'method_not_allowed']);
  assert.equal(answer.headers['allow'], 'GET, HEAD, POST');
});

test('HEAD is answered where GET is', async () => {
  const answer = await agent.head('/things').set('Authorization', bearer());
  assert.equal(answer.status, 200);
});

test('415: a body the operation does not take, with what it takes', async () => {
  const post = agent.post('/things').set('Authorization', bearer());
  const answer = await post.set('Content-Type', 'application/xml').send('<thing/>');
  assert.deepEqual(problemOf(answer), [415, 'unsupported_media_type']);
  assert.deepEqual(bodyOf(answer)['accepted'], ['application/json']);
});

test('413: more bytes than the service reads', async () => {
  const answer = await agent
    .post('/things')
    .set('Authorization', bearer())
    .send({ name: 'x'.repeat(3_000) });
  assert.deepEqual(problemOf(answer), [413, 'payload_too_large']);
});

test('400: the body is missing, is no JSON, or breaks its schema; every fault is named, no value repeated', async () => {
  const post = () => agent.post('/things').set('Authorization', bearer());
  const missing = await post();
  assert.deepEqual(
    [missing.status, bodyOf(missing)['errors']],
    [400, [{ in: 'body', at: '', what: 'is missing' }]],
  );
  const broken = await post().set('Content-Type', 'application/json').send('{"name": secret');
  assert.deepEqual(problemOf(broken), [400, 'invalid_request']);
  assert.doesNotMatch(broken.text, /secret/);
  const wrong = await post().send({ name: '', size: 'huge-value', site: 'no address', more: 1 });
  assert.equal(wrong.status, 400);
  assert.deepEqual(placesOf(wrong), ['body', 'body /name', 'body /site', 'body /size']);
  assert.doesNotMatch(wrong.text, /huge-value|no address/);
});

test('a body is taken as it is: no text becomes a number', async () => {
  const answer = await agent.post('/things').set('Authorization', bearer()).send({ name: 'one', size: '5' });
  assert.equal(answer.status, 400);
});

test('parameters become what the contract says, and unknown ones are refused', async () => {
  const get = (query: string) => agent.get(`/things?${query}`).set('Authorization', bearer());
  assert.deepEqual(bodyOf(await get('limit=5&kind=big'))['query'], { limit: 5, kind: ['big'] });
  assert.deepEqual(bodyOf(await get('kind=big&kind=small'))['query'], { kind: ['big', 'small'] });
  for (const wrong of ['limit=0', 'limit=five', 'limit=5&limit=6', 'kind=huge', 'limt=5', '__proto__=1']) {
    const answer = await get(wrong);
    assert.deepEqual([wrong, ...problemOf(answer)], [wrong, 400, 'invalid_request']);
  }
  const long = await agent.get(`/things/${'a'.repeat(21)}`).set('Authorization', bearer());
  assert.deepEqual([long.status, placesOf(long)], [400, ['path /id']]);
  const version = await agent.get('/things/a/versions/7').set('Authorization', bearer());
  assert.deepEqual(version.body, { type: 'number' });
});

test('400: a member that the contract does not name, on any level; answers may grow', async () => {
  const extra = await agent.post('/things').set('Authorization', bearer()).send({ name: 'one', admin: true });
  assert.deepEqual(bodyOf(extra)['errors'], [
    { in: 'body', at: '', what: 'has a member the contract does not know: admin' },
  ]);
  // The answer says who made it, which its schema does not name.
  const made = await agent.post('/things').set('Authorization', bearer()).send({ name: 'one' });
  assert.deepEqual([made.status, bodyOf(made)['by']], [201, 'person-1']);
});

test('a literal path goes before a parameter', async () => {
  const answer = await agent.get('/things/newest').set('Authorization', bearer());
  assert.equal(bodyOf(answer)['name'], 'The newest');
});

test('an open operation needs no token; its headers are checked; the bytes of its body are at hand', async () => {
  const text = '{ "a" :1}';
  const call = () => agent.post('/callbacks').set('Content-Type', 'application/json');
  assert.equal((await call().send(text)).status, 400);
  const answer = await call().set('X-Signature', 'abcd').send(text);
  assert.deepEqual(answer.body, { bytes: text });
});

test('files are left to the route, unread', async () => {
  const bytes = Buffer.alloc(5_000, 1);
  const post = agent.post('/files').set('Authorization', bearer()).set('Content-Type', 'application/pdf');
  const answer = await post.send(bytes);
  assert.deepEqual(answer.body, { size: 5_000 });
});

test('under tests an answer that breaks the contract is an error that names the faults', async () => {
  const answer = await agent.get('/things/broken').set('Authorization', bearer());
  assert.deepEqual(problemOf(answer), [500, 'internal_error']);
  const failure = service.lines().find((line) => line['msg'] === 'a request failed');
  assert.match(JSON.stringify(failure), /breaks the contract: .*required property 'name'/);
  const { agent: trusting } = serviceWith({ contract: thingsContract, routes, checkAnswers: false });
  assert.equal((await trusting.get('/things/broken').set('Authorization', bearer())).status, 200);
});

test('a contract that asks for tokens cannot be served without a verifier', () => {
  const options = { contract: thingsContract, verifier: undefined, jsonLimit: 1, checkAnswers: false };
  assert.throws(() => contractRouter(options), /needs a verifier/);
});
