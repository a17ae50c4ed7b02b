import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { connect } from 'node:net';
import { after, before, test } from 'node:test';
import type { Applications } from '@kyzmat/contracts';
import { listen, type Listening } from '@kyzmat/http';
import { entriesOf, type Access } from '@kyzmat/journal';
import { eventually } from '@kyzmat/testing';
import mongoose from 'mongoose';
import request, { type Response } from 'supertest';
import type { Calls } from '../testing/calls.ts';
import { aigul, bakyt, bodyOf, codeOf, ermek, fillIn, nurlan, operator, submit } from '../testing/people.ts';
import { publishWithPapers, withPapers } from '../testing/papers.ts';
import { openStage, type Stage } from '../testing/stage.ts';
import { openCatalogue } from '../catalogue/catalogue.ts';
import { applicationCopy } from '../copies/copy.ts';
import { openDrafts } from '../drafts/store.ts';
import type { ApplicationDocument } from '../state/application.ts';
import { openApplications } from '../state/store.ts';
import { openAttachments, realTime, type Attachment, type Attachments } from './store.ts';
import { sweeper, type Sweep } from './sweep.ts';

let stage: Stage;
let calls: Calls;
let attachments: Attachments;
let sweep: Sweep;

const megabyte = 1_048_576;

before(async () => {
  stage = await openStage();
  ({ calls } = stage);
  attachments = openAttachments(stage.kit, () => undefined);
  sweep = sweeper(attachments, openDrafts(stage.kit), openApplications(stage.kit, []));
  publishWithPapers(stage.neighbours);
});
after(() => stage.stop());

const pdf = (size = 300_000): Buffer =>
  Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(size), Buffer.from('\n%%EOF')]);

function upload(
  draftId: string,
  content: Buffer,
  { who = aigul, field = 'paper', name = 'Күбөлүк.pdf' } = {},
) {
  return request(stage.app.http)
    .post(`/drafts/${draftId}/files`)
    .set(stage.token('portal', who))
    .field('field', field)
    .attach('file', content, { filename: name, contentType: 'application/pdf' });
}

const draftWithPlace = () => fillIn(calls, aigul, { serviceCode: withPapers });

async function uploaded(draftId: string, content = pdf()): Promise<Applications['StoredFile']> {
  const answer = await upload(draftId, content);
  assert.equal(answer.status, 201, answer.text);
  return bodyOf<Applications['StoredFile']>(answer);
}

/** Names the file in the draft's page, as the form does. */
async function attach(draft: Applications['Draft'], fileId: string): Promise<Applications['Draft']> {
  const fields = { purpose: 'bank', phone: '+996700000001', email: '', 'paper.fileId': fileId };
  const posted = { version: draft.version, fields };
  const saved = await calls.put(aigul, `/drafts/${draft.id}/pages/purpose`, posted);
  const { draft: after, errors } = bodyOf<Applications['DraftPageResult']>(saved);
  assert.deepEqual(errors, []);
  return after;
}

const records = () => stage.kit.store.collection<Attachment>('attachments');
/** Pieces of content in the database, whosever they are. */
async function piecesOf(fileId: string): Promise<number> {
  const chunks = await stage.kit.store.collection('attachments.chunks').find().toArray();
  return chunks.filter(({ files_id: id }) => String(id) === fileId).length;
}
async function lookNow(): Promise<void> {
  await records().updateMany({ lookAt: { $exists: true } }, { $set: { lookAt: realTime(-1000) } });
  await sweep();
}

function bytesOf(who: typeof aigul, path: string): Promise<Response> {
  const door = who.role === 'user' ? 'portal' : 'desk';
  return new Promise((resolve, reject) => {
    request(stage.app.http)
      .get(path)
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

test('P573-48: a file comes back byte for byte, to save and not to run', async () => {
  const draft = await draftWithPlace();
  const content = pdf(1_500_000);
  const file = await uploaded(draft.id, content);
  assert.deepEqual(file, {
    scan: 'waiting',
    fileId: file.fileId,
    name: 'Күбөлүк.pdf',
    size: content.length,
    sha256: createHash('sha256').update(content).digest('hex'),
    type: 'application/pdf',
  });
  const answer = await bytesOf(aigul, `/drafts/${draft.id}/files/${file.fileId}`);
  assert.ok(content.equals(bodyOf<Buffer>(answer)));
  assert.equal(answer.headers['x-content-type-options'], 'nosniff');
  assert.match(String(answer.headers['content-disposition']), /^attachment; filename=.*filename\*=UTF-8''/);
});

test('P573-8e: nobody else puts, reads or removes a file of the draft', async () => {
  const draft = await draftWithPlace();
  const { fileId } = await uploaded(draft.id);
  const path = `/drafts/${draft.id}/files/${fileId}`;
  const removal = await request(stage.app.http).delete(path).set(stage.token('portal', bakyt));
  const answers = [await upload(draft.id, pdf(), { who: bakyt }), await bytesOf(bakyt, path), removal];
  assert.deepEqual(
    answers.map(({ status }) => status),
    [404, 404, 404],
  );
  assert.equal((await bytesOf(aigul, path)).status, 200);
  const other = await draftWithPlace();
  assert.equal((await bytesOf(aigul, `/drafts/${other.id}/files/${fileId}`)).status, 404);
});

test('P573-26a: what the field does not take is refused in words, and nothing of it stays', async () => {
  const draft = await draftWithPlace();
  const refusals = [
    await upload(draft.id, Buffer.from('MZ this is a program, whatever it is called')),
    await upload(draft.id, Buffer.alloc(0)),
    await upload(draft.id, pdf(2 * megabyte)),
    await upload(draft.id, pdf(), { field: 'lastName' }),
  ];
  assert.deepEqual(
    refusals.map((answer) => [answer.status, codeOf(answer)]),
    [
      [422, 'file_type'],
      [422, 'file_type'],
      [413, 'file_too_large'],
      [422, 'not_a_file_field'],
    ],
  );
  const left = await records().find({ draftId: draft.id }).toArray();
  assert.ok(left.every(({ state }) => state === 'removed'));
  await lookNow();
  assert.equal(await records().countDocuments({ draftId: draft.id }), 0);
  for (const { _id } of left) assert.equal(await piecesOf(_id), 0);
});

test('P573-29a, C22-3b: with the application its provider reads the file, other providers and the operator do not', async () => {
  const draft = await draftWithPlace();
  const content = pdf();
  const { fileId } = await uploaded(draft.id, content);
  const whole = await attach(draft, fileId);
  const path = `/applications/${draft.id}/files/${fileId}`;
  assert.equal((await bytesOf(nurlan, path)).status, 404);
  const sent = await submit(stage, calls, aigul, whole);
  assert.equal(sent.status, 201, sent.text);

  const answers = await Promise.all([nurlan, aigul, ermek, bakyt, operator].map((who) => bytesOf(who, path)));
  assert.deepEqual(
    answers.map(({ status }) => status),
    [200, 200, 404, 404, 404],
  );
  assert.ok(content.equals(bodyOf<Buffer>(answers[0] ?? assert.fail())));
  // P573-19d: the journal has the one who got it and those who did not.
  const known = await entriesOf<Access>(stage.kit.store)
    .find({ 'body.application': draft.id, 'body.act': 'application.attachment' })
    .toArray();
  assert.deepEqual(known.map(({ body }) => `${body.actor} ${body.outcome}`).sort(), [
    'bakyt refused',
    'ermek refused',
    'nurlan given',
  ]);
  const late = await upload(draft.id, pdf());
  assert.deepEqual([late.status, codeOf(late)], [409, 'draft_submitted']);
});

test('P573-27a: the copies name the documents, of a draft and of what was sent, for machines and on paper', async () => {
  const draft = await draftWithPlace();
  const { fileId, name, sha256 } = await uploaded(draft.id);
  const whole = await attach(draft, fileId);
  const ofDraft = await calls.get(aigul, `/drafts/${draft.id}/copy.json`);
  const sent = await submit(stage, calls, aigul, whole);
  assert.equal(sent.status, 201, sent.text);
  const ofSent = await calls.get(aigul, `/applications/${draft.id}/copy.json`);
  for (const answer of [ofDraft, ofSent]) {
    const { files } = bodyOf<Applications['RequestCopy']>(answer);
    assert.deepEqual(
      files.map((file) => [file.fileId, file.name, file.sha256]),
      [[fileId, name, sha256]],
    );
  }
  const documents = stage.kit.store.collection<ApplicationDocument>('applications');
  const stored = await documents.findOne({ _id: draft.id });
  assert.ok(stored);
  const service = await openCatalogue(stage.kit).version(withPapers, 1);
  const onPaper = applicationCopy(stored, { service, language: 'ky', zone: 'Asia/Bishkek' });
  assert.deepEqual(onPaper.attachments, [name]);
});

test('P573-27e: what an application names is kept; what nothing names any more is removed', async () => {
  const draft = await draftWithPlace();
  const [sent, spare] = [await uploaded(draft.id), await uploaded(draft.id)];
  const whole = await attach(draft, sent.fileId);
  await submit(stage, calls, aigul, whole);

  const gone = await draftWithPlace();
  const lost = await uploaded(gone.id);
  await request(stage.app.http).delete(`/drafts/${gone.id}`).set(stage.token('portal', aigul));

  const open = await draftWithPlace();
  const [taken, kept] = [await uploaded(open.id), await uploaded(open.id)];
  const path = `/drafts/${open.id}/files/${taken.fileId}`;
  assert.equal((await request(stage.app.http).delete(path).set(stage.token('portal', aigul))).status, 204);
  assert.equal((await bytesOf(aigul, path)).status, 404);

  await lookNow();
  const pieces = async (...files: Applications['StoredFile'][]) =>
    Promise.all(files.map(async ({ fileId }) => (await piecesOf(fileId)) > 0));
  assert.deepEqual(await pieces(sent, spare, lost, taken, kept), [true, false, false, false, true]);
});

test('what only says that it is an upload is refused as such', async () => {
  const draft = await draftWithPlace();
  const answer = await request(stage.app.http)
    .post(`/drafts/${draft.id}/files`)
    .set({ ...stage.token('portal', aigul), 'Content-Type': 'multipart/form-data' })
    .send('no parts');
  assert.deepEqual([answer.status, codeOf(answer)], [400, 'invalid_request']);
});

test('a connection that drops leaves nothing behind', async () => {
  const draft = await draftWithPlace();
  const door: Listening = await listen(stage.app.http, { port: 0, host: '127.0.0.1' });
  const socket = connect(Number(new URL(door.url).port), '127.0.0.1');
  const { Authorization } = stage.token('portal', aigul);
  const head = [
    `POST /drafts/${draft.id}/files HTTP/1.1`,
    'Host: x',
    `Authorization: ${Authorization}`,
    'Content-Type: multipart/form-data; boundary=b',
    'Content-Length: 2000000',
    '',
    '--b',
    'Content-Disposition: form-data; name="field"',
    '',
    'paper',
    '--b',
    'Content-Disposition: form-data; name="file"; filename="a.pdf"',
    'Content-Type: application/pdf',
    '',
    '',
  ];
  socket.write(Buffer.concat([Buffer.from(head.join('\r\n')), pdf(700_000)]));
  const { _id } = await eventually(async () => (await records().findOne({ draftId: draft.id })) ?? undefined);
  await eventually(async () => (await piecesOf(_id)) > 0);
  socket.destroy();
  await eventually(async () => (await records().findOne({ _id }))?.state === 'removed');
  await lookNow();
  assert.equal(await piecesOf(_id), 0);
  assert.equal(await records().countDocuments({ draftId: draft.id }), 0);
  await door.close();
});

test('an upload that ended with its process is swept away when its time is over, not before', async () => {
  const { id: draftId } = await draftWithPlace();
  const key = new mongoose.mongo.ObjectId();
  const _id = key.toHexString();
  const nothingYet = { name: 'a.pdf', size: 0, sha256: '', type: '', scan: 'waiting' } as const;
  await records().insertOne({ _id, draftId, state: 'arriving', ...nothingYet, lookAt: realTime(60_000) });
  const piece = { files_id: key, n: 0, data: new mongoose.mongo.Binary(pdf(10)) };
  await stage.kit.store.collection('attachments.chunks').insertOne(piece);
  await sweep();
  assert.equal(await piecesOf(_id), 1);
  await lookNow();
  assert.equal(await piecesOf(_id), 0);
  assert.equal(await records().countDocuments({ _id }), 0);
});
