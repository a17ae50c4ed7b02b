import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Applications } from '@kyzmat/contracts';
import request from 'supertest';
import { openCatalogue } from '../catalogue/catalogue.ts';
import { applicationCopy } from '../copies/copy.ts';
import type { ApplicationDocument } from '../state/application.ts';
import { publishVariant, qualifiedSignature } from '../testing/neighbours.ts';
import type { Calls } from '../testing/calls.ts';
import {
  aigul,
  apply,
  bakyt,
  bodyOf,
  codeOf,
  fillIn,
  hashOf,
  nurlan,
  submit,
  view,
} from '../testing/people.ts';
import { openStage, thursday, type Stage } from '../testing/stage.ts';
import { readCode } from '../state/codes.ts';

let stage: Stage;
let calls: Calls;

before(async () => {
  stage = await openStage();
  ({ calls } = stage);
});
after(() => stage.stop());

type Submitted = Applications['Submitted'];

test('P573-8l: submitting the signed draft makes an application with a number to quote', async () => {
  const draft = await fillIn(calls, aigul);
  const response = await submit(stage, calls, aigul, draft);
  assert.equal(response.status, 201, response.text);
  const { id, reference, submittedAt } = bodyOf<Submitted>(response);
  assert.equal(id, draft.id);
  assert.equal(submittedAt, '2026-03-12T04:00:00.000Z');
  assert.equal(readCode(reference), reference);

  const stored = await calls.get(aigul, `/drafts/${draft.id}`);
  assert.equal(bodyOf<Applications['Draft']>(stored).submittedAs, id);
  const drafts = await calls.get(aigul, '/drafts');
  assert.ok(!drafts.text.includes(draft.id));
  const changed = await calls.put(aigul, `/drafts/${draft.id}/pages/purpose`, {
    version: draft.version,
    fields: {},
  });
  assert.equal(codeOf(changed), 'draft_submitted');
});

test('P573-8l: fifty submissions at the same time make one application and one confirmation', async () => {
  const draft = await fillIn(calls, aigul);
  const hash = await hashOf(calls, aigul, draft.id);
  const signature = stage.neighbours.jws({ sub: 'aigul', hash });
  const body = { draftId: draft.id, draftVersion: draft.version, signature };
  const all = await Promise.all(Array.from({ length: 50 }, () => calls.post(aigul, '/applications', body)));
  const created = all.filter(({ status }) => status === 201);
  const again = all.filter(({ status }) => status === 200);
  assert.deepEqual([created.length, again.length], [1, 49]);
  assert.equal(new Set(all.map(({ text }) => text)).size, 1);
  const stored = stage.kit.store.collection('applications');
  assert.equal(await stored.countDocuments({ 'state.id': draft.id }), 1);
});

test('P573-8l: the same content signed again is the same application, other content is a conflict', async () => {
  const draft = await fillIn(calls, aigul);
  const first = await submit(stage, calls, aigul, draft);
  const again = await submit(stage, calls, aigul, draft);
  assert.equal(again.status, 200);
  assert.equal(again.text, first.text);
  const other = await submit(stage, calls, aigul, draft, { hash: 'b'.repeat(64) });
  assert.deepEqual([other.status, codeOf(other)], [409, 'conflict']);
});

test('P573-15, P573-28a: who acts for another submits while the power stands, and the application keeps both', async () => {
  const forAigul = { ...aigul, actor: 'helper' };
  const draft = await fillIn(calls, forAigul);
  stage.neighbours.powersEnded.add('aigul');
  const refused = await submit(stage, calls, forAigul, draft, { act: 'helper' });
  stage.neighbours.powersEnded.clear();
  assert.deepEqual([refused.status, codeOf(refused)], [403, 'power_ended']);
  stage.neighbours.away.add('identity');
  const unsure = await submit(stage, calls, forAigul, draft, { act: 'helper' });
  stage.neighbours.away.clear();
  assert.equal(unsure.status, 503, 'when nobody can tell, nothing is taken');
  const taken = await submit(stage, calls, forAigul, draft, { act: 'helper' });
  assert.equal(taken.status, 201, taken.text);
  const stored = stage.kit.store.collection('applications');
  const made = { 'state.id': draft.id, 'state.ownerId': 'aigul', 'state.signature.signedBy': 'helper' };
  assert.equal(await stored.countDocuments(made), 1);
});

test('P573-8l: only the own, fresh signature over exactly this content counts', async () => {
  const draft = await fillIn(calls, aigul);
  const codes = new Map<string, string>();
  codes.set('other person', codeOf(await submit(stage, calls, aigul, draft, { sub: 'bakyt' })));
  const inOtherName = { sub: 'bakyt', act: 'aigul' };
  codes.set('other name', codeOf(await submit(stage, calls, aigul, draft, inOtherName)));
  codes.set('other hand', codeOf(await submit(stage, calls, aigul, draft, { act: 'bakyt' })));
  codes.set('other content', codeOf(await submit(stage, calls, aigul, draft, { hash: 'b'.repeat(64) })));
  const signature = stage.neighbours.jws({ sub: 'aigul', hash: await hashOf(calls, aigul, draft.id) });
  const forged = `${signature.slice(0, -4)}AAAA`;
  const sent = { draftId: draft.id, draftVersion: draft.version };
  codes.set('forged', codeOf(await calls.post(aigul, '/applications', { ...sent, signature: forged })));

  assert.equal((await calls.post(aigul, '/applications', { ...sent, signature })).status, 201);
  const second = await fillIn(calls, aigul);
  const reused = { draftId: second.id, draftVersion: second.version, signature };
  codes.set('used', codeOf(await calls.post(aigul, '/applications', reused)));
  assert.deepEqual(Object.fromEntries(codes), {
    'other person': 'not_signed',
    'other name': 'not_signed',
    'other hand': 'not_signed',
    'other content': 'content_changed',
    forged: 'signature_invalid',
    used: 'signature_used',
  });
});

test('P573-8e: nobody submits the draft of another person', async () => {
  const draft = await fillIn(calls, aigul);
  const signature = stage.neighbours.jws({ sub: 'bakyt', hash: await hashOf(calls, aigul, draft.id) });
  const body = { draftId: draft.id, draftVersion: draft.version, signature };
  assert.equal((await calls.post(bakyt, '/applications', body)).status, 404);
});

test('P573-26a: what the form does not allow is not taken, and each fault is named', async () => {
  const draft = await fillIn(calls, aigul);
  const fields = { purpose: 'other', purposeText: '', phone: '12', email: '' };
  const page = await calls.put(aigul, `/drafts/${draft.id}/pages/purpose`, {
    version: draft.version,
    fields,
  });
  const wrong = bodyOf<Applications['DraftPageResult']>(page).draft;
  const response = await submit(stage, calls, aigul, wrong);
  assert.equal(response.status, 422);
  const { code, errors } = bodyOf<{ code: string; errors: { field: string }[] }>(response);
  assert.equal(code, 'form_incomplete');
  assert.deepEqual(
    errors.map(({ field }) => field),
    ['purposeText', 'phone'],
  );
});

test('P573-28a: where the law wants a qualified signature a simple one is refused, with the reason', async () => {
  publishVariant(stage.neighbours, 'qualified-certificate', {
    signatureLevel: 'qualified',
    signatureBasis: { ky: 'Мыйзам', ru: 'Закон' },
  });
  const draft = await fillIn(calls, aigul, { serviceCode: 'qualified-certificate' });
  const simple = await submit(stage, calls, aigul, draft);
  const { code, ruleId, message } = bodyOf<{ code: string; ruleId: string; message: { ky: string } }>(simple);
  assert.deepEqual([code, ruleId], ['signature_too_weak', 'P573-28a']);
  assert.ok(message.ky.length > 20);
  const qualified = await submit(stage, calls, aigul, draft, { level: 'qualified' });
  assert.equal(qualified.status, 201, qualified.text);
});

test('P573-28a, P573-29a: a qualified signature goes with the application: to its copies and to the provider', async () => {
  const draft = await fillIn(calls, aigul);
  const other = { contentHash: 'of another content' };
  const foreign = await submit(stage, calls, aigul, draft, { level: 'qualified', kept: other });
  assert.deepEqual([foreign.status, codeOf(foreign)], [422, 'signature_invalid']);
  const sent = await submit(stage, calls, aigul, draft, { level: 'qualified' });
  const { id } = bodyOf<{ id: string }>(sent);
  const stored = await stage.kit.store.collection<ApplicationDocument>('applications').findOne({ _id: id });
  assert.ok(stored);
  assert.deepEqual(stored.content.qualified, qualifiedSignature);
  const service = await openCatalogue(stage.kit).version('residence-certificate', 1);
  const { state } = applicationCopy(stored, { service, language: 'ru', zone: 'Asia/Bishkek' });
  const { holder, serialNumber, issuer } = qualifiedSignature.certificate;
  const certificate = state.kind === 'submitted' ? state.certificate : undefined;
  assert.deepEqual(
    [certificate?.holder, certificate?.serialNumber, certificate?.issuer],
    [holder, serialNumber, issuer],
  );
  const machine = await calls.get(aigul, `/applications/${id}/copy.json`);
  assert.deepEqual(bodyOf<{ qualifiedSignature: object }>(machine).qualifiedSignature, qualifiedSignature);
});

test('P573-8b: where the law wants a proved identity, the own word will not do: not to begin, not to submit', async () => {
  publishVariant(stage.neighbours, 'proved-only', {
    identityFrom: ['esi', 'qualified'],
    identityBasis: { ky: 'Мыйзам', ru: 'Закон' },
  });
  const { profiles } = stage.neighbours;
  const known = profiles.get('aigul');
  const vouch = (assurance: string): void => void profiles.set('aigul', { ...known, assurance });
  const begin = () => calls.post(aigul, '/drafts', { serviceCode: 'proved-only' });
  vouch('self_asserted');
  const refused = await begin();
  const { code, ruleId, message } = bodyOf<{ code: string; ruleId: string; message: { ru: string } }>(
    refused,
  );
  assert.deepEqual([refused.status, code, ruleId], [403, 'identity_not_proved', 'P573-8b']);
  assert.match(message.ru, /войдите через ЕСИ/u);
  vouch('qualified');
  const draft = await fillIn(calls, aigul, { serviceCode: 'proved-only' });
  vouch('self_asserted');
  const sent = await submit(stage, calls, aigul, draft);
  assert.deepEqual([sent.status, codeOf(sent)], [403, 'identity_not_proved']);
  vouch('esi');
  const taken = await submit(stage, calls, aigul, draft);
  assert.equal(taken.status, 201, taken.text);
  profiles.set('aigul', known ?? {});
});

test('a service for organisations takes no application of a person', async () => {
  publishVariant(stage.neighbours, 'for-organisations', { applicantKinds: ['legal'] });
  const begun = await calls.post(aigul, '/drafts', { serviceCode: 'for-organisations' });
  assert.deepEqual([begun.status, codeOf(begun)], [422, 'applicant_kind']);
});

test('C22-13a: a blocked provider gets no new applications, and without an answer none is taken', async () => {
  const draft = await fillIn(calls, aigul);
  stage.neighbours.blocked.add('population-register');
  const refused = await submit(stage, calls, aigul, draft);
  assert.deepEqual([refused.status, codeOf(refused)], [403, 'provider_blocked']);
  stage.neighbours.blocked.clear();
  stage.neighbours.away.add('providers');
  assert.equal((await submit(stage, calls, aigul, draft)).status, 503);
  stage.neighbours.away.clear();
  assert.equal((await submit(stage, calls, aigul, draft)).status, 201);
});

test('P573-14c: with a consent missing nothing is taken, at once; what was sent before goes on', async () => {
  const before = await apply(stage, calls, aigul);
  const draft = await fillIn(calls, aigul);
  stage.neighbours.withoutConsent.set('aigul', 'personal_data');
  const refused = await submit(stage, calls, aigul, draft);
  assert.deepEqual([refused.status, codeOf(refused)], [403, 'consent_missing']);
  assert.equal((await view(calls, aigul, before)).stage, 'submitted');
  stage.neighbours.withoutConsent.clear();
  stage.neighbours.away.add('identity');
  assert.equal((await submit(stage, calls, aigul, draft)).status, 503);
  stage.neighbours.away.clear();
  assert.equal((await submit(stage, calls, aigul, draft)).status, 201);
});

test('C22-2f: without a user agreement in force nothing can be submitted; with it concluded the same draft goes', async () => {
  const draft = await fillIn(calls, aigul);
  const signature = stage.neighbours.jws({ sub: 'aigul', hash: await hashOf(calls, aigul, draft.id) });
  const send = () =>
    calls.post(aigul, '/applications', { draftId: draft.id, draftVersion: draft.version, signature });
  stage.neighbours.withoutConsent.set('aigul', 'user_agreement');
  const refused = await send();
  const { code, message } = bodyOf<{ code: string; message: { ky: string; ru: string } }>(refused);
  assert.deepEqual([refused.status, code], [403, 'consent_missing']);
  assert.match(message.ru, /Дайте согласие .* введённое сохранено/);
  assert.equal((await calls.get(aigul, `/applications/${draft.id}`)).status, 404, 'there is no application');
  // Others, who have concluded it, are not kept out.
  await apply(stage, calls, bakyt);

  stage.neighbours.withoutConsent.clear();
  const taken = await send();
  assert.equal(taken.status, 201, taken.text);
  assert.equal(bodyOf<Submitted>(taken).id, draft.id);
});

test('P573-14b: who vouches for the person counts as it is at submission, not as it was when the draft began', async () => {
  const { profiles } = stage.neighbours;
  const known = profiles.get('aigul');
  assert.ok(known);
  profiles.set('aigul', { ...known, assurance: 'self_asserted' });
  const draft = await fillIn(calls, aigul);
  profiles.set('aigul', { ...known, assurance: 'esi' });
  assert.equal((await submit(stage, calls, aigul, draft)).status, 201);
  assert.equal((await view(calls, nurlan, draft.id)).applicantAssurance, 'esi');
  // What was true when it was sent stays with it.
  profiles.set('aigul', { ...known, assurance: 'qualified' });
  assert.equal((await view(calls, nurlan, draft.id)).applicantAssurance, 'esi');
  profiles.set('aigul', known);
});

test('P573-19b: on a Sunday at three in the night an application is formed and sent as at any other hour', async () => {
  stage.clock.set('2026-03-14T21:00:00.000Z');
  const sent = await submit(stage, calls, aigul, await fillIn(calls, aigul));
  stage.clock.set(thursday);
  assert.equal(sent.status, 201, sent.text);
  assert.equal(bodyOf<Submitted>(sent).submittedAt, '2026-03-14T21:00:00.000Z');
});

test('P573-31c: with the application the cabinet is owed the notice that it has arrived', async () => {
  const draft = await fillIn(calls, aigul);
  await submit(stage, calls, aigul, draft);
  const facts = `/applications/${draft.id}/notices/${draft.id}:1:submitted`;
  assert.equal((await calls.get(aigul, facts)).status, 404);
  const token = stage.token('notifications', { subject: 'notifications', role: 'system' });
  const answer = await request(stage.app.http).get(facts).set(token);
  assert.equal(answer.status, 200);
  const { channels, recipientId, kind } = bodyOf<Applications['NoticeFacts']>(answer);
  assert.deepEqual(
    { channels, recipientId, kind },
    {
      channels: { required: ['cabinet'], extra: ['email'] },
      recipientId: 'aigul',
      kind: 'submitted',
    },
  );
});
