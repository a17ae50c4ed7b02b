import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { service } from '../../testing/samples.ts';
import { openStage, type Stage } from '../../testing/stage.ts';
import { visitor, type Visitor } from '../../testing/visitor.ts';

let stage: Stage;
let who: Visitor;

before(async () => {
  stage = await openStage();
  who = visitor(stage, 'ru');
  await who.signIn('aigul');
});
beforeEach(() => Object.assign(stage.standIns, { around: {}, sources: [] }));
after(() => stage.stop());

const apply = `/services/${service}/apply`;

/** A draft of this person; gives its address. */
async function begin(fields: Record<string, string> = {}): Promise<string> {
  await who.get(apply);
  return (await who.post(apply, fields)).headers['location'] ?? '';
}

function says(text: string, ...parts: readonly (string | RegExp)[]): void {
  for (const part of parts) {
    assert.ok(typeof part === 'string' ? text.includes(part) : part.test(text), String(part));
  }
}

const source = {
  applicationId: 'a1',
  reference: '7F3K-9QXM-2T0Z-4',
  serviceTitle: { ky: 'Маалымкат', ru: 'Справка о жительстве' },
  submittedAt: '2026-03-12T04:00:00.000Z',
  fields: [{ ky: 'Телефон', ru: 'Телефон' }],
};

test('P573-27c: the start page asks whether earlier answers may be taken, and takes none unless told', async () => {
  const plain = await who.get(apply);
  assert.doesNotMatch(plain.text, /prefillFrom/u);
  stage.standIns.sources = [source];
  const asked = await who.get(apply);
  says(
    asked.text,
    'Взять ответы',
    source.reference,
    'Справка о жительстве: Телефон',
    /value="none" checked/u,
  );
  await begin({ prefillFrom: 'none' });
  assert.equal('prefillFrom' in (stage.standIns.begun.at(-1) ?? {}), false);
  await begin({ prefillFrom: 'a1' });
  assert.equal(stage.standIns.begun.at(-1)?.['prefillFrom'], 'a1');
  says((await who.get(`${apply}?from=a1`)).text, /value="a1" checked/u);
});

test('P573-27c: it is shown which answer came from ESI and which from which application', async () => {
  const draft = await begin();
  const prefilled = { applicationId: 'a1', reference: source.reference, submittedAt: source.submittedAt };
  stage.standIns.around = { autofilled: ['lastName'], prefilled: { ...prefilled, fields: ['patronymic'] } };
  const { text } = await who.get(`${draft}/pages/person`);
  says(text, 'Получено из Единой системы идентификации', `Взято из вашего заявления № ${source.reference}`);
});

test('P573-27d: answers that no longer count are named with the answer that decides it', async () => {
  const draft = await begin();
  const because = [{ ky: 'Ким үчүн', ru: 'Для кого справка' }];
  stage.standIns.around = {
    stale: [{ field: 'childName', label: { ky: 'Баланын аты', ru: 'Имя ребёнка' }, because }],
  };
  for (const page of ['/pages/subject', '/check']) {
    const { text } = await who.get(`${draft}${page}`);
    says(text, 'Некоторые ответы больше не учитываются', 'Имя ребёнка', 'Для кого справка');
  }
});

test('a service published anew: the person sees what changed, and signs only after going on with it', async () => {
  const draft = await begin();
  const changes = [{ kind: 'added', about: { ky: 'Иштеген жер', ru: 'Место работы' }, page: 'purpose' }];
  stage.standIns.around = { serviceChange: { from: 1, to: 2, moved: false, changes } };
  const { text } = await who.get(`${draft}/check`);
  says(text, 'условия услуги обновились', 'Новый вопрос: Место работы', `${draft}/service-version`);
  assert.doesNotMatch(text, new RegExp(`href="${draft}/sign"`, 'u'));
  const sign = await who.get(`${draft}/sign`);
  assert.equal(sign.headers['location'], `${draft}/check`);
  const onward = await who.post(`${draft}/service-version`, { version: '0' });
  assert.equal(onward.headers['location'], `${draft}/check`);
  stage.standIns.around = { serviceChange: { from: 1, to: 2, moved: true, changes } };
  says((await who.get(`${draft}/check`)).text, 'продолжено по новым условиям', `${draft}/pages/purpose`);
});

test('P573-8l: while files are looked at for viruses there is nothing to sign, and the page says how long', async () => {
  const draft = await begin();
  const file = { fileId: 'f', name: 'a.pdf', size: 1, sha256: 'a'.repeat(64), type: 'application/pdf' };
  stage.standIns.around = { waiting: [{ ...file, scan: 'waiting' }] };
  const { text } = await who.get(`${draft}/check`);
  says(text, 'Файлы проверяются на вирусы', 'несколько секунд');
  assert.doesNotMatch(text, new RegExp(`href="${draft}/sign"`, 'u'));
  assert.equal((await who.get(`${draft}/sign`)).headers['location'], `${draft}/check`);
});

test('P573-27a, P573-27b: every page of the form offers the copy to save, to print and for machines', async () => {
  const draft = await begin();
  for (const page of ['/pages/person', '/pages/purpose', '/check']) {
    const { text } = await who.get(`${draft}${page}`);
    says(text, `${draft}/copy.pdf`, `${draft}/copy.json`, /Черновик: не подписан[^<]*Долбоор/u);
  }
  const id = draft.split('/').at(-1) ?? '';
  for (const copy of ['copy.pdf', 'copy.json']) {
    stage.standIns.also.set(`GET /drafts/${id}/${copy}`, (subject) => ({ copy, subject }));
    const saved = await who.get(`${draft}/${copy}`);
    assert.deepEqual([saved.status, saved.body], [200, { copy, subject: 'aigul' }]);
  }
});
