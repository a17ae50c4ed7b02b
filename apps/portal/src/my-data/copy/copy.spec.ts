import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { strFromU8, unzipSync } from 'fflate';
import { openStage, type Stage } from '../../testing/stage.ts';
import { tokenIn, visitor, type Visitor } from '../../testing/visitor.ts';

let stage: Stage;
before(async () => {
  stage = await openStage();
});
after(() => stage.stop());

const view = {
  id: 'a1',
  reference: '7F3K-9QXM',
  payment: 'confirmed',
  result: { ready: true },
  files: [
    { fileId: 'f1', name: '../күбөлүк "1".pdf', size: 3, sha256: 'a'.repeat(64), type: 'application/pdf' },
  ],
};
let taken: string[] = [];

beforeEach(() => {
  taken = [];
  const { also, down } = stage.standIns;
  down.clear();
  also.clear();
  const answers: Record<string, (query: URLSearchParams) => object> = {
    'GET /persons/aigul/profile': () => ({ id: 'aigul', displayName: 'Айгүл' }),
    'GET /persons/aigul/contact': () => ({ language: 'ky', channels: [] }),
    'GET /persons/aigul/consents': () => ({ consents: [] }),
    // In two pages.
    'GET /persons/aigul/sign-ins': (query) =>
      query.has('after')
        ? { signIns: [{ id: 's2' }], sessions: [] }
        : { signIns: [{ id: 's1' }], sessions: [], next: 'x' },
    'GET /applications': () => ({ applications: [{ id: 'a1' }] }),
    'GET /applications/a1': () => view,
    'GET /applications/a1/copy.pdf': () => ({ pdf: 'of the application' }),
    'GET /applications/a1/result.pdf': () => ({ pdf: 'of the result' }),
    'GET /applications/a1/files/f1': () => ({ pdf: 'attached' }),
    'GET /charges': () => ({ id: '123', state: 'confirmed' }),
    'GET /charges/123/document.pdf': () => ({ pdf: 'of the payment' }),
    'GET /drafts': () => ({ drafts: [{ id: 'd1' }] }),
    'GET /drafts/d1': () => ({ id: 'd1', answers: { lastName: 'Сынакова' } }),
    'GET /notices': () => ({ notices: [{ id: 'n1' }], unopened: 0 }),
    'GET /journal': () => ({ lines: [], more: false }),
    'POST /data-exports': () => ({}),
  };
  for (const [route, answer] of Object.entries(answers)) {
    also.set(route, (subject, { searchParams, pathname }) => {
      assert.equal(subject, 'aigul', 'asked in the name of the person');
      taken.push(`${route.split(' ')[0] ?? ''} ${pathname}`);
      return answer(searchParams);
    });
  }
});

async function signedIn(): Promise<Visitor> {
  const who = visitor(stage);
  await who.signIn('aigul');
  return who;
}

async function take(who: Visitor): Promise<{ status: number; body: Buffer; type: string }> {
  const page = await who.get('/my-data/copy');
  const answer = await who.agent
    .post('/my-data/copy')
    .type('form')
    .set({ 'Sec-Fetch-Site': 'same-origin', Accept: 'text/html' })
    .send({ _csrf: tokenIn(page.text) ?? '' })
    .buffer(true)
    .parse((response, done) => {
      const pieces: Buffer[] = [];
      response.on('data', (piece: Buffer) => pieces.push(piece));
      response.on('end', () => done(null, Buffer.concat(pieces)));
    });
  const { status, headers } = answer;
  const body: unknown = answer.body;
  assert.ok(Buffer.isBuffer(body));
  return { status, body, type: headers['content-type'] ?? '' };
}

test('P573-49: one archive holds what every process keeps of the person, for programs and for people', async () => {
  const { status, body, type } = await take(await signedIn());
  assert.deepEqual([status, type], [200, 'application/zip']);
  const files = unzipSync(body);
  assert.deepEqual(Object.keys(files), [
    'person/profile.json',
    'person/contact.json',
    'person/consents.json',
    'person/sign-ins.json',
    'applications/7F3K-9QXM/application.json',
    'applications/7F3K-9QXM/application.pdf',
    'applications/7F3K-9QXM/result.pdf',
    'applications/7F3K-9QXM/files/1-.._күбөлүк _1_.pdf',
    'applications/7F3K-9QXM/payment.json',
    'applications/7F3K-9QXM/payment.pdf',
    'drafts/d1/draft.json',
    'notices.json',
    'who-used-my-data.json',
    'index.html',
  ]);
  const text = (path: string): string => strFromU8(files[path] ?? new Uint8Array());
  assert.deepEqual(JSON.parse(text('person/sign-ins.json')), [{ id: 's1' }, { id: 's2' }]);
  assert.deepEqual(JSON.parse(text('applications/7F3K-9QXM/result.pdf')), { pdf: 'of the result' });
  const index = text('index.html');
  for (const word of ['Менин маалыматым', 'Мои данные', 'href="drafts/d1/draft.json"', 'Демо aigul']) {
    assert.ok(index.includes(word), word);
  }
  const place = (call: string): number => taken.indexOf(call);
  assert.ok(place('POST /data-exports') < place('GET /persons/aigul/profile'), 'recorded before it is read');
});

test('P573-49: who asks again at once is told when to come back, in words', async () => {
  const message = { ky: 'Көчүрмөнү жакында алгансыз.', ru: 'Вы недавно получили копию.' };
  stage.standIns.also.set('POST /data-exports', () =>
    stage.standIns.refuse(429, 'wait_before_next', { message }),
  );
  const { status, body } = await take(await signedIn());
  assert.equal(status, 429);
  assert.match(body.toString(), /Көчүрмөнү жакында алгансыз/);
});

test('P573-49: a copy that would lack something is no copy: the page says so, or the download breaks off', async () => {
  const who = await signedIn();
  stage.standIns.down.add('/persons/aigul/profile');
  assert.equal((await take(who)).status, 503);
  stage.standIns.down.clear();
  stage.standIns.down.add('/notices');
  await assert.rejects(take(who), /aborted|ECONNRESET|socket hang up/);
});
