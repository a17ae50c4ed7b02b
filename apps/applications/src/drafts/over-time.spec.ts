import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, test } from 'node:test';
import type { Applications } from '@kyzmat/contracts';
import { eventually } from '@kyzmat/testing';
import type { ApplicationDocument } from '../state/application.ts';
import type { Calls } from '../testing/calls.ts';
import { aigul, apply, bakyt, bodyOf, codeOf, fillIn, submit } from '../testing/people.ts';
import { publishAnew, publishVariant } from '../testing/neighbours.ts';
import { openStage, type Stage } from '../testing/stage.ts';

let stage: Stage;
let calls: Calls;

before(async () => {
  stage = await openStage();
  ({ calls } = stage);
});
after(() => stage.stop());

type Draft = Applications['Draft'];
const residence = 'residence-certificate';
const sources = async (serviceCode = residence, who = aigul) =>
  bodyOf<{ sources: Applications['PrefillSource'][] }>(
    await calls.get(who, `/drafts/prefill-sources?serviceCode=${serviceCode}`),
  ).sources;

test('P573-27c: an earlier application fills a new one only when its person says so, and never over ESI or what was typed', async () => {
  const id = await apply(stage, calls, aigul);
  const [offered] = await sources();
  assert.equal(offered?.applicationId, id);
  assert.ok(offered.fields.length > 0);
  assert.deepEqual(await sources(residence, bakyt), [], 'nothing of somebody else’s');

  const plain = bodyOf<Draft>(await calls.post(aigul, '/drafts', { serviceCode: residence }));
  assert.deepEqual([plain.prefilled, plain.answers['purpose']], [undefined, undefined]);
  const begun = await calls.post(aigul, '/drafts', { serviceCode: residence, prefillFrom: id });
  const { answers, autofilled, prefilled } = bodyOf<Draft>(begun);
  assert.equal(prefilled?.applicationId, id);
  assert.equal(answers['purpose'], 'bank');
  assert.ok(prefilled.fields.includes('purpose'));
  assert.deepEqual(
    prefilled.fields.filter((field) => autofilled.includes(field)),
    [],
    'what ESI says stays as ESI says it',
  );
  const foreign = await calls.post(bakyt, '/drafts', { serviceCode: residence, prefillFrom: id });
  assert.deepEqual([foreign.status, codeOf(foreign)], [404, 'not_found']);
});

test('P573-27d: answers of a branch left behind are told openly, and what is sent has none of them', async () => {
  const draft = await fillIn(calls, aigul);
  const put = async (version: number, page: string, fields: object) =>
    bodyOf<Applications['DraftPageResult']>(
      await calls.put(aigul, `/drafts/${draft.id}/pages/${page}`, { version, fields }),
    ).draft;
  const child = {
    forWhom: 'child',
    childName: 'Демо Бала',
    childLastName: 'Демо',
    childFirstName: 'Бала',
    'childBirthDate.day': '1',
    'childBirthDate.month': '2',
    'childBirthDate.year': '2020',
    'address.region': 'Бишкек',
    'address.district': 'Бишкек',
    'address.street': 'Токтогул',
    'address.house': '1',
  };
  const other = await put(draft.version, 'subject', child);
  const back = await put(other.version, 'subject', { ...child, forWhom: 'self' });
  const content = bodyOf<Applications['DraftContent']>(await calls.get(aigul, `/drafts/${draft.id}/content`));
  const left = back.stale ?? [];
  assert.ok(left.length > 0, 'the form has a branch');
  for (const { field, because } of left) {
    assert.ok(because.length > 0, `${field} says why`);
    assert.ok(!content.content.includes(`"${field.split(/[.[]/u)[0] ?? ''}"`), field);
  }
  assert.deepEqual(content.stale, left);
  const sent = await submit(stage, calls, aigul, back);
  assert.equal(sent.status, 201, sent.text);
  const stored = await stage.kit.store
    .collection<ApplicationDocument>('applications')
    .findOne({ _id: draft.id });
  for (const { field } of left) assert.ok(!(field in (stored?.content.answers ?? {})), field);
});

test('a service published anew while a draft is open: told what changes, answers that fit stay, then it goes', async () => {
  const code = 'changing';
  publishVariant(stage.neighbours, code, {});
  const draft = await fillIn(calls, aigul, { serviceCode: code });
  assert.equal(draft.serviceChange, undefined);
  const added = { ky: 'Иштеген жериңиз', ru: 'Место работы' };
  publishAnew(stage.neighbours, code, ({ service, form, result }) => ({
    service: { ...service, version: 2 },
    form: {
      ...form,
      version: 2,
      pages: form.pages.map((page) =>
        page.id === 'purpose'
          ? {
              ...page,
              fields: [...page.fields, { id: 'workplace', type: 'text', label: added, required: true }],
            }
          : page,
      ),
    },
    result,
  }));
  // The version in force is remembered for some seconds.
  const seen = await eventually(async () => {
    const now = bodyOf<Draft>(await calls.get(aigul, `/drafts/${draft.id}`));
    return now.serviceChange === undefined ? undefined : now;
  });

  const refused = await submit(stage, calls, aigul, draft);
  assert.deepEqual([refused.status, codeOf(refused)], [409, 'service_changed']);
  const { changes } = bodyOf<{ changes: Applications['ServiceChange']['changes'] }>(refused);
  assert.deepEqual(changes, [{ kind: 'added', about: added, page: 'purpose' }]);

  assert.deepEqual(seen.serviceChange, { from: 1, to: 2, moved: false, changes });
  const stale = await calls.post(aigul, `/drafts/${draft.id}/service-version`, { version: 0 });
  assert.deepEqual([stale.status, codeOf(stale)], [409, 'stale_version']);
  const moved = bodyOf<Draft>(
    await calls.post(aigul, `/drafts/${draft.id}/service-version`, { version: seen.version }),
  );
  assert.deepEqual([moved.serviceVersion, moved.serviceChange?.moved], [2, true]);
  assert.deepEqual(moved.answers, seen.answers);
  assert.ok(moved.completedPages?.includes('person') && !moved.completedPages.includes('purpose'));

  const fields = { purpose: 'bank', phone: '+996700000001', email: '', workplace: 'Демо мектеп' };
  const last = bodyOf<Applications['DraftPageResult']>(
    await calls.put(aigul, `/drafts/${draft.id}/pages/purpose`, { version: moved.version, fields }),
  );
  assert.deepEqual(last.errors, []);
  const sent = await submit(stage, calls, aigul, last.draft);
  assert.equal(sent.status, 201, sent.text);
});

test('P573-27a: a draft can be taken along as data at any step, and says that it is a draft', async () => {
  const begun = bodyOf<Draft>(await calls.post(aigul, '/drafts', { serviceCode: residence }));
  const answer = await calls.get(aigul, `/drafts/${begun.id}/copy.json`);
  const copy = bodyOf<Applications['RequestCopy']>(answer);
  assert.deepEqual(
    [copy.schema, copy.schemaVersion, copy.state, copy.service.code],
    ['kyzmat.request-copy', 1, 'draft', residence],
  );
  assert.match(copy.notice?.ky ?? '', /долбоор/u);
  assert.match(copy.notice?.ru ?? '', /черновик/u);
  assert.equal(copy.answers['lastName'], 'Сынакова');
  assert.ok(copy.questions.some(({ label }) => label.ru !== '' && label.ky !== ''));
  assert.match(String(answer.headers['content-disposition']), /attachment/u);
  assert.equal((await calls.get(bakyt, `/drafts/${begun.id}/copy.json`)).status, 404);

  const id = await apply(stage, calls, aigul);
  const sent = bodyOf<Applications['RequestCopy']>(await calls.get(aigul, `/applications/${id}/copy.json`));
  assert.deepEqual([sent.state, sent.notice], ['submitted', undefined]);
  // The very text that was signed: whoever has the copy can check the signature.
  assert.equal(
    sent.contentHash,
    createHash('sha256')
      .update(sent.content ?? '')
      .digest('hex'),
  );
  assert.match(sent.content ?? '', /Токтогул/u);
  assert.equal(sent.signature?.split('.').length, 3);
});
