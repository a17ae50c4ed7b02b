import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import type { Applications } from '@kyzmat/contracts';
import { systemClock } from '@kyzmat/clock';
import { workItems } from '@kyzmat/store';
import { eventually } from '@kyzmat/testing';
import request, { type Response } from 'supertest';
import { makeResult, type MakeResult } from '../acts/make-result.ts';
import type { Calls } from '../testing/calls.ts';
import {
  act,
  aigul,
  apply,
  bakyt,
  bodyOf,
  codeOf,
  ermek,
  nurlan,
  operator,
  register,
  view,
} from '../testing/people.ts';
import { hashOf } from '../erasures/erasures.ts';
import { openStage, thursday, type Stage } from '../testing/stage.ts';
import type { IssuedDocument } from './issued.ts';

type Verification = Applications['Verification'];

let stage: Stage;
let calls: Calls;

before(async () => {
  stage = await openStage();
  ({ calls } = stage);
});
beforeEach(() => {
  stage.neighbours.away.clear();
  stage.neighbours.blocked.clear();
});
after(() => stage.stop());

const decision = {
  registeredPerson: 'self',
  'registeredAddress.region': 'Бишкек',
  'registeredAddress.district': 'Бишкек',
  'registeredAddress.street': 'Токтогул',
  'registeredAddress.house': '1',
  'registeredSince.day': '1',
  'registeredSince.month': '2',
  'registeredSince.year': '2020',
};
const decide = { type: 'decide', decision, signerId: 'nurlan' };

async function registered(): Promise<string> {
  const id = await apply(stage, calls, aigul);
  assert.equal((await act(calls, nurlan, id, register)).status, 200);
  return id;
}

async function completed(id: string): Promise<Applications['ApplicationView']> {
  return eventually(async () => {
    const seen = await view(calls, aigul, id);
    assert.equal(seen.stage, 'completed');
    return seen;
  });
}

async function decided(): Promise<{ id: string; seen: Applications['ApplicationView'] }> {
  const id = await registered();
  const answer = await act(calls, nurlan, id, decide);
  assert.equal(answer.status, 200, answer.text);
  return { id, seen: await completed(id) };
}

/** As a binary body: supertest reads no PDF by itself. */
function download(who: Parameters<Calls['get']>[0], id: string): Promise<Response> {
  const door = who.role === 'user' ? 'portal' : 'desk';
  return new Promise((resolve, reject) => {
    request(stage.app.http)
      .get(`/applications/${id}/result.pdf`)
      .set(stage.token(door, who))
      .buffer(true)
      .parse((response, done) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => done(null, Buffer.concat(chunks)));
      })
      .end((error: unknown, response) => (error instanceof Error ? reject(error) : resolve(response)));
  });
}

async function pdfOf(id: string): Promise<Buffer> {
  return Buffer.from(bodyOf<Buffer>(await download(aigul, id)));
}

const asPortal = () => stage.token('portal', { subject: 'portal', role: 'system' });

async function checkFile(pdf: Uint8Array): Promise<Verification> {
  const answer = await request(stage.app.http)
    .post('/verifications')
    .set(asPortal())
    .set('Content-Type', 'application/pdf')
    .send(Buffer.from(pdf));
  assert.equal(answer.status, 200, answer.text);
  return bodyOf<Verification>(answer);
}

async function checkCode(code: string): Promise<Verification> {
  const answer = await request(stage.app.http)
    .get(`/verifications/${encodeURIComponent(code)}`)
    .set(asPortal());
  return bodyOf<Verification>(answer);
}

test('P573-33a, P573-35d: a positive decision gives a document signed by the authorised person', async () => {
  const { id, seen } = await decided();
  assert.equal(seen.result?.ready, true);
  assert.equal(seen.result.signedBy, 'Демо nurlan');
  const answer = await download(aigul, id);
  assert.equal(answer.status, 200);
  assert.equal(answer.headers['content-type'], 'application/pdf');
  assert.equal(answer.headers['x-content-type-options'], 'nosniff');
  assert.equal(answer.headers['content-disposition'], `attachment; filename=${seen.reference}.pdf`);
  assert.equal(bodyOf<Buffer>(answer).subarray(0, 5).toString(), '%PDF-');
});

test('P573-D4, P573-49: its person lets the document go; that it was issued stays, and the file can still be checked', async (t) => {
  const { id, seen } = await decided();
  const pdf = await pdfOf(id);
  const documents = stage.kit.store.collection<{ _id: string; pending: unknown[] }>('applications');
  // As if notifications had handed everything over in time.
  await documents.updateOne({ _id: id }, { $set: { 'state.clocks': [] }, $unset: { nextDueAt: '' } });
  await eventually(async () => (await documents.findOne({ _id: id }))?.pending.length === 0);
  const now = stage.clock.now();
  stage.clock.set('2027-03-16T04:00:00.000Z');
  t.after(() => stage.clock.set(now.toISOString()));
  const signature = stage.neighbours.jws({ sub: 'aigul', hash: hashOf([id]) });
  const answer = await calls.post(aigul, '/erasures', { ids: [id], signature });
  assert.equal(answer.status, 200, answer.text);
  const [left] = await documentsOf(id);
  assert.ok(left && !('pdf' in left) && !JSON.stringify(left).includes('Сынакова'));

  const byCode = await checkCode(seen.result?.verificationCode ?? '');
  assert.deepEqual([byCode.outcome, byCode.signedBy], ['valid', 'Демо nurlan']);
  assert.match(byCode.note?.ru ?? '', /удалил этот документ/);
  assert.equal((await checkFile(pdf)).outcome, 'valid');
  const changed = Buffer.from(pdf);
  changed[changed.length >> 1] = (changed[changed.length >> 1] ?? 0) ^ 1;
  assert.notEqual((await checkFile(changed)).outcome, 'valid');
});

test('P573-6d, P573-8e: the applicant and the provider get the result, nobody else does', async () => {
  const { id } = await decided();
  const statuses = await Promise.all([aigul, nurlan, bakyt, ermek, operator].map((who) => download(who, id)));
  assert.deepEqual(
    statuses.map(({ status }) => status),
    [200, 200, 404, 404, 404],
  );
});

test('P573-33a, C22-12: before the provider has answered nothing is completed and there is no result', async () => {
  const id = await registered();
  assert.equal((await download(aigul, id)).status, 404);
  const { stage: reached, result } = await view(calls, aigul, id);
  assert.deepEqual([reached, result], ['in_progress', undefined]);
  const inner = { type: 'complete', result: { form: 'signed_document', documentId: 'x', documentHash: 'x' } };
  assert.equal(codeOf(await act(calls, nurlan, id, inner)), 'unknown_command');
});

test('P573-D4: the code, however it is typed, tells everybody what was issued, and nothing of the applicant', async () => {
  const { seen } = await decided();
  const code = seen.result?.verificationCode ?? '';
  assert.match(code, /^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]$/);
  const answer = await checkCode(` ${code.toLowerCase().replaceAll('-', '')} `);
  assert.equal(answer.outcome, 'valid');
  assert.equal(answer.reference, seen.reference);
  assert.equal(answer.issuedAt, thursday);
  assert.equal(answer.signedBy, 'Демо nurlan');
  assert.deepEqual(answer.providerName, { ky: 'Калктын реестри', ru: 'Реестр населения' });
  for (const secret of ['Сынакова', '12003198500012', 'Токтогул']) {
    assert.ok(!JSON.stringify(answer).includes(secret), secret);
  }
  assert.equal((await checkCode('0000-0000-0000-0')).outcome, 'unknown');
  assert.equal((await checkCode('of no kind')).outcome, 'unknown');
});

test('P573-D4: the file itself is valid, and with any one byte changed, cut off or added it is not', async () => {
  const { id, seen } = await decided();
  const pdf = await pdfOf(id);
  const good = await checkFile(pdf);
  assert.equal(good.outcome, 'valid');
  assert.equal(good.reference, seen.reference);

  const inSignature = pdf.indexOf('/Contents <') + 200;
  const places = Array.from({ length: 24 }, (_, n) => Math.floor((n * (pdf.length - 1)) / 23));
  for (const place of [...places, inSignature]) {
    const changed = Buffer.from(pdf);
    changed[place] = (changed[place] ?? 0) ^ 1;
    const { outcome, reference } = await checkFile(changed);
    assert.notEqual(outcome, 'valid', `byte ${place}`);
    assert.equal(reference, undefined);
  }
  assert.equal((await checkFile(Buffer.concat([pdf, Buffer.from('\n')]))).outcome, 'changed');
  assert.notEqual((await checkFile(pdf.subarray(0, -1))).outcome, 'valid');
});

test('P573-D4: a foreign signature, a document never issued and one without signature are told apart', async () => {
  const { seen } = await decided();
  const { authority } = stage.neighbours.documents;
  const { createAuthority, localSigner, renderResult, signPdf } = await import('@kyzmat/documents');
  const drawn = await renderResult({
    languages: ['ky', 'ru'],
    createdAt: thursday,
    title: { ky: 'Маалымкат', ru: 'Справка' },
    provider: { ky: 'Реестр', ru: 'Реестр' },
    number: seen.result?.verificationCode ?? '',
    reference: seen.reference,
    decisionDate: '12.03.2026',
    issuedTo: { name: 'Демо', identifier: { kind: 'pin', value: '12003198500012' } },
    fields: [],
    paragraphs: [],
    signer: { name: 'Демо', post: { ky: 'Кызматкер', ru: 'Сотрудник' } },
    verification: { address: 'https://portal.example/verify/x', code: 'x' },
  });
  const stranger = await createAuthority({
    clock: { now: () => new Date('2026-01-01T00:00:00.000Z') },
    random: (count) => crypto.getRandomValues(new Uint8Array(count)),
    listAddress: 'http://127.0.0.1:9/',
  });
  const signedBy = async (by: typeof authority): Promise<Uint8Array> => {
    const { certificate, key } = await by.issueSigner({ commonName: 'Демо Бөтөн' });
    const signer = { certificateChain: [certificate], crls: [], sign: localSigner(key) };
    return signPdf(drawn, signer, thursday);
  };
  assert.equal((await checkFile(await signedBy(stranger))).outcome, 'foreign_signature');
  const never = await checkFile(await signedBy(authority));
  assert.deepEqual([never.outcome, never.reference], ['unknown', undefined]);
  assert.equal((await checkFile(drawn)).outcome, 'unknown');
  assert.equal((await checkFile(Buffer.from('no document'))).outcome, 'unknown');
});

test('P573-D4: a document whose certificate was withdrawn before it was issued is shown as such, an older one stays good', async () => {
  const { id, seen } = await decided();
  const { documents } = stage.neighbours;
  const certificate = documents.signers.get('nurlan')?.certificate ?? '';
  const before = documents.crl;
  documents.crl = await documents.authority.revocationList([{ certificate, at: '2026-03-13T00:00:00.000Z' }]);
  assert.equal((await checkFile(await pdfOf(id))).outcome, 'valid');
  documents.crl = await documents.authority.revocationList([{ certificate, at: '2026-03-11T00:00:00.000Z' }]);
  assert.equal((await checkFile(await pdfOf(id))).outcome, 'revoked');
  assert.equal((await checkCode(seen.result?.verificationCode ?? '')).outcome, 'revoked');
  documents.crl = before;
});

test('P573-33a: whoever may not sign is refused with the decision, and nothing is decided', async () => {
  const id = await registered();
  const refused = await act(calls, nurlan, id, { ...decide, signerId: 'zhyldyz' });
  assert.deepEqual([refused.status, codeOf(refused)], [422, 'not_a_signer']);
  assert.equal((await view(calls, aigul, id)).stage, 'in_progress');
});

test('P573-33a: a decision that no typeface can print is refused before it is recorded', async () => {
  const id = await registered();
  const strange = { ...decision, 'registeredAddress.street': 'Токтогул 𓀀' };
  const refused = await act(calls, nurlan, id, { ...decide, decision: strange });
  assert.deepEqual([refused.status, codeOf(refused)], [422, 'result_not_drawable']);
  assert.equal((await view(calls, aigul, id)).stage, 'in_progress');
});

/** The work as the decision owes it, begun by hand at a moment of our choosing. */
async function owe(id: string, item = `${id}:${makeResult}`): Promise<void> {
  const work = workItems<MakeResult>(stage.kit.store, makeResult, { clock: systemClock });
  const values = {
    registeredPerson: 'self',
    registeredAddress: { region: 'Бишкек', district: 'Бишкек', street: 'Токтогул', house: '1' },
    registeredSince: '2020-02-01',
  };
  const actor = { id: 'nurlan', role: 'executor', providerId: 'population-register' } as const;
  const payload: MakeResult = { applicationId: id, decision: values, signerId: 'nurlan', actor };
  await work.put([{ id: item, payload }]);
}

const documentsOf = (id: string) =>
  stage.kit.store.collection<IssuedDocument>('results').find({ _id: id }).toArray();

test('P573-33a: with identity away the result waits, and comes when it is back', async () => {
  const id = await registered();
  await act(calls, nurlan, id, { type: 'approve' });
  stage.neighbours.away.add('identity');
  await owe(id);
  const work = workItems<MakeResult>(stage.kit.store, makeResult, { clock: systemClock });
  await eventually(async () => typeof (await work.get(`${id}:${makeResult}`))?.lastError === 'string');
  assert.equal((await view(calls, aigul, id)).stage, 'approved');
  assert.deepEqual(await documentsOf(id), []);
  stage.neighbours.away.clear();
  await completed(id);
});

test('P573-33a, C22-13a, C22-14b: a provider blocked meanwhile gives no result; unblocked, the document already signed is given, and only once', async () => {
  const id = await registered();
  await act(calls, nurlan, id, { type: 'approve' });
  stage.neighbours.blocked.add('population-register');
  await owe(id);
  const made = await eventually(async () => {
    const [document] = await documentsOf(id);
    assert.ok(document);
    return document;
  });
  // As after a crash between signing and completing: for the world it does not exist.
  assert.equal((await checkCode(made.code)).outcome, 'unknown');
  assert.equal((await download(aigul, id)).status, 404);
  stage.neighbours.blocked.clear();
  const seen = await completed(id);
  assert.equal(seen.result?.verificationCode, made.code);
  assert.equal((await checkCode(made.code)).outcome, 'valid');

  await owe(id, `${id}:again`);
  const work = workItems<MakeResult>(stage.kit.store, makeResult, { clock: systemClock });
  await eventually(async () => (await work.get(`${id}:again`))?.state === 'done');
  const documents = await documentsOf(id);
  assert.deepEqual(
    documents.map(({ sha256 }) => sha256),
    [made.sha256],
  );
  assert.equal((await view(calls, aigul, id)).version, seen.version);
});
