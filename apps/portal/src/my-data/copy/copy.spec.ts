import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, beforeEach, test } from 'node:test';
import { contractPath } from '@kyzmat/contracts';
import { strFromU8, unzipSync } from 'fflate';
import { parse } from 'yaml';
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
  result: { ready: true, form: 'signed_document' },
  clarifications: [
    {
      id: 'c1',
      question: '?',
      askedAt: '2026-03-12T04:00:00.000Z',
      files: [
        { fileId: 'f2', name: 'жооп.pdf', size: 3, sha256: 'b'.repeat(64), type: 'application/pdf' },
        { fileId: 'f3', name: 'вирус.pdf', size: 3, sha256: 'c'.repeat(64), type: 'application/pdf' },
      ],
    },
  ],
  files: [
    { fileId: 'f1', name: '../күбөлүк "1".pdf', size: 3, sha256: 'a'.repeat(64), type: 'application/pdf' },
  ],
};
/** A second one, whose result is information, and which nobody has paid yet. */
const other = {
  id: 'a2',
  reference: 'AAAA-BBBB',
  payment: 'charged',
  clarifications: [],
  result: { ready: true, form: 'information' },
};
const statement = `h.${Buffer.from(JSON.stringify({ level: 'qualified', jti: 'q1' })).toString('base64url')}.s`;
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
    'GET /persons/aigul/security': () => ({ password: true }),
    'GET /powers': () => ({ given: [{ id: 'p1' }], received: [] }),
    'GET /applications': () => ({ applications: [{ id: 'a1' }, { id: 'a2' }] }),
    'GET /applications/a1': () => view,
    'GET /applications/a2': () => other,
    'GET /applications/a1/copy.json': () => ({ signature: statement }),
    'GET /applications/a2/copy.json': () => ({ signature: 'h.e30.s' }),
    'GET /applications/a2/copy.pdf': () => ({ pdf: 'of the other' }),
    'GET /applications/a2/result.json': () => ({ values: {} }),
    'GET /qualified-signatures/q1': () => ({ cms: 'MII' }),
    'GET /applications/a1/files/f2': () => ({ pdf: 'answered' }),
    'GET /applications/a1/files/f3': () => stage.standIns.refuse(409, 'file_withheld'),
    'GET /charges/456/document.pdf': () => stage.standIns.refuse(409, 'not_paid'),
    'GET /drafts/d1/copy.pdf': () => ({ pdf: 'of the draft' }),
    'GET /drafts/d1/files/f4': () => ({ pdf: 'begun' }),
    'GET /erasures': () => ({ items: [], gone: [{ id: 'g1' }] }),
    'GET /applications/a1/copy.pdf': () => ({ pdf: 'of the application' }),
    'GET /applications/a1/result.pdf': () => ({ pdf: 'of the result' }),
    'GET /applications/a1/files/f1': () => ({ pdf: 'attached' }),
    'GET /charges': (query) => ({ id: query.get('applicationId') === 'a1' ? '123' : '456' }),
    'GET /charges/123/document.pdf': () => ({ pdf: 'of the payment' }),
    'GET /drafts': () => ({ drafts: [{ id: 'd1' }] }),
    'GET /drafts/d1': () => ({
      id: 'd1',
      answers: { lastName: 'Сынакова' },
      files: [{ fileId: 'f4', name: 'паспорт.png', size: 3, sha256: 'd'.repeat(64), type: 'image/png' }],
    }),
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
    'person/security.json',
    'person/powers.json',
    'person/sessions.json',
    'person/sign-ins.json',
    'applications/7F3K-9QXM/application.json',
    'applications/7F3K-9QXM/application.pdf',
    'applications/7F3K-9QXM/signed.json',
    'applications/7F3K-9QXM/qualified-signature.json',
    'applications/7F3K-9QXM/result.pdf',
    'applications/7F3K-9QXM/files/1-.._күбөлүк _1_.pdf',
    'applications/7F3K-9QXM/files/2-жооп.pdf',
    'applications/7F3K-9QXM/payment.json',
    'applications/7F3K-9QXM/payment.pdf',
    'applications/AAAA-BBBB/application.json',
    'applications/AAAA-BBBB/application.pdf',
    'applications/AAAA-BBBB/signed.json',
    'applications/AAAA-BBBB/result.json',
    'applications/AAAA-BBBB/payment.json',
    'drafts/d1/draft.json',
    'drafts/d1/draft.pdf',
    'drafts/d1/files/1-паспорт.png',
    'notices.json',
    'deleted.json',
    'who-used-my-data.json',
    'contents.json',
    'index.html',
  ]);
  const text = (path: string): string => strFromU8(files[path] ?? new Uint8Array());
  assert.deepEqual(JSON.parse(text('person/sign-ins.json')), [{ id: 's1' }, { id: 's2' }]);
  assert.deepEqual(JSON.parse(text('applications/7F3K-9QXM/result.pdf')), { pdf: 'of the result' });
  const index = text('index.html');
  for (const word of ['Менин маалыматым', 'Мои данные', 'href="drafts/d1/draft.json"', 'Демо aigul']) {
    assert.ok(index.includes(word), word);
  }
  // What was asked for and not given, and what is never in a copy, with the reasons, in both languages.
  for (const word of [
    '3-вирус.pdf',
    'не проверен на вирусы',
    'payment.pdf',
    'Чего в копии нет',
    'Сырсөздүн',
  ]) {
    assert.ok(index.includes(word), word);
  }
  const { notGiven, leftOut, holds } = JSON.parse(text('contents.json')) as Record<string, unknown[]>;
  assert.equal(notGiven?.length, 2);
  assert.ok((leftOut?.length ?? 0) >= 5);
  assert.equal(holds?.length, Object.keys(files).length - 2);
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

/** What a person may ask the processes for, and a copy has no use for. */
const notOfAPerson: readonly RegExp[] = [
  // What everybody may know, or processes and staff.
  /^identity \/(powers\/standing|signing-keys|document-|trust|staff|agreements|sessions|sightings)/,
  /^applications \/(owners|package|retention|sightings|breaches|services|suggestions|verifications)/,
  /^applications \/applications\/{id}\/(package|notices)/,
  /^(notifications|payments|tunduk) \/erasures/,
  /^payments \/refunds/,
  /^notifications \/(failures|alerts)/,
  /^tunduk \/provider-api/,
  // The same as what is in it: the content to be signed, an offer of earlier answers, one notice of the list.
  /^identity \/persons\/{id}\/consents\/missing$/,
  /^applications \/drafts\/(prefill-sources|{id}\/content|{id}\/copy.json)$/,
  /^notifications \/notices\/{id}$/,
];

test('P573-49: whatever a process answers a person with is in the copy; a new operation is not forgotten', async () => {
  await take(await signedIn());
  const asked = new Set(
    taken.map((call) =>
      call
        .replace(/^GET /, '')
        .replaceAll(/\/(aigul|a1|a2|d1|q1|123|456)(?=\/|$)/g, '/{id}')
        .replace(/f\d$/, '{fileId}'),
    ),
  );
  for (const name of ['identity', 'applications', 'payments', 'notifications', 'tunduk'] as const) {
    const contract: unknown = parse(await readFile(contractPath(name), 'utf8'));
    const paths = Object.entries(membersOf(membersOf(contract)['paths']));
    for (const [path] of paths.filter(([, item]) => 'get' in membersOf(item))) {
      const known = asked.has(path) || notOfAPerson.some((each) => each.test(`${name} ${path}`));
      assert.ok(known, `${name} ${path}: is it of a person? Then it belongs into the copy`);
    }
  }
});

function membersOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
