import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import type { Principal } from '@kyzmat/auth';
import type { Applications } from '@kyzmat/contracts';
import { eventually } from '@kyzmat/testing';
import request, { type Response } from 'supertest';
import type { Calls } from '../testing/calls.ts';
import { act, aigul, apply, bakyt, bodyOf, codeOf, fillIn, nurlan, submit, view } from '../testing/people.ts';
import { publishWithPapers, withPapers } from '../testing/papers.ts';
import { virus } from '../testing/scanner.ts';
import { openStage, type Stage } from '../testing/stage.ts';

let stage: Stage;
let calls: Calls;

before(async () => {
  stage = await openStage();
  ({ calls } = stage);
  publishWithPapers(stage.neighbours);
});
beforeEach(() => (stage.scanner.mood = 'virus'));
after(() => stage.stop());

type Draft = Applications['Draft'];
type File = Applications['StoredFile'];

const pdf = (more = ''): Buffer => Buffer.from(`%PDF-1.7\n${more}\n%%EOF`);

async function upload(path: string, content: Buffer, who: Principal = aigul): Promise<Response> {
  return request(stage.app.http)
    .post(path)
    .set(stage.token('portal', who))
    .field('field', 'paper')
    .attach('file', content, { filename: 'кагаз.pdf', contentType: 'application/pdf' });
}

const draftOf = async (id: string): Promise<Draft> => bodyOf<Draft>(await calls.get(aigul, `/drafts/${id}`));

/** What the scanner has said of the only file of a draft. */
const saidOf = (id: string, wanted: string) =>
  eventually(async () => (await draftOf(id)).files?.every(({ scan }) => scan === wanted) === true);

async function attach(draft: Draft, fileId: string): Promise<Applications['DraftPageResult']> {
  const fields = { purpose: 'bank', phone: '+996700000001', email: '', 'paper.fileId': fileId };
  const { version } = await draftOf(draft.id);
  return bodyOf<Applications['DraftPageResult']>(
    await calls.put(aigul, `/drafts/${draft.id}/pages/purpose`, { version, fields }),
  );
}

async function withPaper(content: Buffer): Promise<{ draft: Draft; file: File }> {
  const begun = await fillIn(calls, aigul, { serviceCode: withPapers });
  const answer = await upload(`/drafts/${begun.id}/files`, content);
  assert.equal(answer.status, 201, answer.text);
  const file = bodyOf<File>(answer);
  return { draft: (await attach(begun, file.fileId)).draft, file };
}

const contentOf = async (id: string) =>
  bodyOf<Applications['DraftContent']>(await calls.get(aigul, `/drafts/${id}/content`));

test('P573-26b: a virus is told at its field with what to do, and such a request is not sent', async () => {
  const { draft, file } = await withPaper(pdf(virus));
  await saidOf(draft.id, 'infected');
  const { errors } = await contentOf(draft.id);
  assert.deepEqual(
    errors.map(({ field, code }) => [field, code]),
    [['paper', 'file-infected']],
  );
  assert.match(errors[0]?.what.ky ?? '', /вирус/u);
  assert.match(errors[0]?.mend.ru ?? '', /чистый/u);
  const again = await attach(draft, file.fileId);
  assert.deepEqual(
    again.errors.map(({ field }) => field),
    ['paper'],
  );
  const refused = await submit(stage, calls, aigul, again.draft);
  assert.deepEqual([refused.status, codeOf(refused)], [422, 'form_incomplete']);
});

test('P573-8l: filling waits for no scanner, signing does until the file is known to be clean', async () => {
  stage.scanner.mood = 'slow';
  const { draft } = await withPaper(pdf('slow'));
  assert.equal((await contentOf(draft.id)).waiting?.length, 1);
  const early = await submit(stage, calls, aigul, draft);
  assert.deepEqual([early.status, codeOf(early)], [409, 'files_being_checked']);
  assert.match(bodyOf<{ message: { ru: string } }>(early).message.ru, /несколько секунд/u);
});

test('P573-29a: the scanner away: the application goes in, the provider gets the file when it is clean', async () => {
  stage.scanner.mood = 'away';
  const { draft, file } = await withPaper(pdf('away'));
  await saidOf(draft.id, 'unavailable');
  const sent = await submit(stage, calls, aigul, draft);
  assert.equal(sent.status, 201, sent.text);
  const path = `/applications/${draft.id}/files/${file.fileId}`;
  const early = await calls.get(nurlan, path);
  assert.deepEqual([early.status, codeOf(early)], [409, 'file_withheld']);
  assert.equal((await calls.get(aigul, path)).status, 200, 'the person’s own file stays readable');
  for (const who of [aigul, nurlan]) {
    assert.equal((await view(calls, who, draft.id)).files?.[0]?.scan, 'unavailable');
  }
  stage.scanner.mood = 'virus';
  await eventually(async () => (await calls.get(nurlan, path)).status === 200, { withinMs: 20_000 });
  assert.equal((await view(calls, nurlan, draft.id)).files?.[0]?.scan, 'clean');
});

test('P573-34a: an answer to the provider’s question carries files, looked at and linked to it', async () => {
  const id = await apply(stage, calls, aigul);
  const files = `/applications/${id}/files`;
  const unasked = await upload(files, pdf());
  assert.deepEqual([unasked.status, codeOf(unasked)], [409, 'no_such_clarification']);
  await act(calls, nurlan, id, { type: 'register', registrationNumber: '1', executorId: 'nurlan' });
  await act(calls, nurlan, id, {
    type: 'ask_clarification',
    wants: 'document',
    question: 'Көчүрмөсү кайда?',
  });
  assert.equal((await upload(files, pdf(), bakyt)).status, 404);

  const [good, bad] = [
    bodyOf<File>(await upload(files, pdf())),
    bodyOf<File>(await upload(files, pdf(virus))),
  ];
  const answerWith = async (attachmentIds: string[]): Promise<Response> => {
    const { clarifications } = await view(calls, aigul, id);
    const clarificationId = clarifications[0]?.id ?? '';
    return act(calls, aigul, id, {
      type: 'answer_clarification',
      clarificationId,
      answer: 'Мына',
      attachmentIds,
    });
  };
  const infected = await eventually(async () => {
    const answer = await answerWith([bad.fileId]);
    return codeOf(answer) === 'files_being_checked' ? undefined : answer;
  });
  assert.deepEqual([infected.status, codeOf(infected)], [422, 'file_infected']);
  assert.equal((await answerWith(['0123456789abcdef01234567'])).status, 404);
  const answered = await answerWith([good.fileId]);
  assert.equal(answered.status, 200, answered.text);
  assert.deepEqual(
    (await view(calls, nurlan, id)).clarifications[0]?.files?.map(({ fileId, scan }) => [fileId, scan]),
    [[good.fileId, 'clean']],
  );
  assert.equal((await calls.get(nurlan, `${files}/${good.fileId}`)).status, 200);
  assert.equal((await calls.get(nurlan, `${files}/${bad.fileId}`)).status, 404);
});
