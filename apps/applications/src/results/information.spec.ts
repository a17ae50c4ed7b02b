import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, test } from 'node:test';
import type { Applications } from '@kyzmat/contracts';
import { systemClock } from '@kyzmat/clock';
import { workItems } from '@kyzmat/store';
import { eventually } from '@kyzmat/testing';
import request from 'supertest';
import { makeResult, type MakeResult } from '../acts/make-result.ts';
import type { Calls } from '../testing/calls.ts';
import {
  act,
  aigul,
  bakyt,
  bodyOf,
  codeOf,
  fillIn,
  hashOf,
  nurlan,
  register,
  view,
} from '../testing/people.ts';
import { openStage, type Stage } from '../testing/stage.ts';
import { readInformation } from './information.ts';

let stage: Stage;
let calls: Calls;

before(async () => {
  stage = await openStage();
  ({ calls } = stage);
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

async function applyFor(resultForm: string, serviceCode = 'residence-certificate') {
  const draft = await fillIn(calls, aigul, { serviceCode });
  const signature = stage.neighbours.jws({ sub: 'aigul', hash: await hashOf(calls, aigul, draft.id) });
  return calls.post(aigul, '/applications', {
    draftId: draft.id,
    draftVersion: draft.version,
    signature,
    resultForm,
  });
}

async function informed(): Promise<string> {
  const sent = await applyFor('information');
  assert.equal(sent.status, 201, sent.text);
  const { id } = bodyOf<Applications['Submitted']>(sent);
  await act(calls, nurlan, id, register);
  assert.equal((await view(calls, nurlan, id)).resultForm, 'information');
  assert.equal((await packageOf(id)).resultForm, 'information');
  // Nobody signs information.
  const decided = await act(calls, nurlan, id, { type: 'decide', decision });
  assert.equal(decided.status, 200, decided.text);
  await eventually(async () => (await view(calls, aigul, id)).stage === 'completed');
  return id;
}

/** What the document system of a provider gets. */
async function packageOf(id: string): Promise<Applications['ApplicationPackage']> {
  const token = stage.token('tunduk', { subject: 'tunduk', role: 'system' });
  const answer = await request(stage.app.http).get(`/applications/${id}/package`).set(token);
  return bodyOf<Applications['ApplicationPackage']>(answer);
}

const asPortal = () => stage.token('portal', { subject: 'portal', role: 'system' });
const checkFile = async (text: string) => {
  const sent = request(stage.app.http).post('/verifications').set(asPortal());
  const answer = await sent.set('Content-Type', 'application/octet-stream').send(Buffer.from(text));
  assert.equal(answer.status, 200, answer.text);
  return bodyOf<Applications['Verification']>(answer);
};

test('P573-33a, P573-33b: the user chooses information instead of a document, and gets the data with source, time and law', async () => {
  const id = await informed();
  const { result } = await view(calls, aigul, id);
  assert.deepEqual([result?.ready, result?.form, result?.signedBy], [true, 'information', undefined]);
  const file = await calls.get(aigul, `/applications/${id}/result.json`);
  assert.equal(file.status, 200);
  assert.match(file.headers['content-disposition'] ?? '', /attachment/);
  const said = bodyOf<Applications['ResultInformation']>(file);
  assert.equal(said.source.ru, 'Единый государственный реестр населения');
  assert.match(said.basis.ru, /Демонстрационное основание/);
  assert.equal(said.subject.identifier, '12003198500012');
  assert.equal(said.values['registeredPerson'], 'self');
  assert.ok(
    said.data.some(({ label, text }) => label.ru === 'Адрес по реестру' && text.ru.includes('Токтогул')),
  );
  assert.equal((await calls.get(aigul, `/applications/${id}/result.pdf`)).status, 404);
  assert.equal((await calls.get(bakyt, `/applications/${id}/result.json`)).status, 404);

  const byCode = bodyOf<Applications['Verification']>(
    await request(stage.app.http).get(`/verifications/${said.code}`).set(asPortal()),
  );
  assert.deepEqual([byCode.outcome, byCode.source?.ru], ['valid', said.source.ru]);
  assert.equal(byCode.sha256, createHash('sha256').update(file.text).digest('hex'));
  assert.ok(!JSON.stringify(byCode).includes('Токтогул'));
  const byFile = await checkFile(file.text);
  assert.deepEqual([byFile.outcome, byFile.signedBy], ['valid', '«Кызмат» порталы']);
  assert.equal(byCode.signedBy, byFile.signedBy);
  assert.equal((await checkFile(file.text.replace('Токтогул', 'Манас'))).outcome, 'changed');
  assert.equal((await checkFile(file.text.replace('{', '{ '))).outcome, 'changed', 'a blank is a byte too');
  assert.equal((await checkFile('{"code":"nothing"}')).outcome, 'unknown');
});

test('P573-33b: the information carries the portal’s seal: whoever trusts its authority can check it without the portal, and no value can be changed', async () => {
  const id = await informed();
  const file = (await calls.get(aigul, `/applications/${id}/result.json`)).text;
  const { authority, crl } = stage.neighbours.documents;
  const { verifyContent } = await import('@kyzmat/documents');
  const check = (text: string) => {
    const read = readInformation(Buffer.from(text));
    assert.ok(read);
    const trust = { trustAnchors: [authority.certificate], crls: [crl], at: '2026-03-12T04:00:00.000Z' };
    return verifyContent(read.content, read.seal, trust);
  };
  const { signature, ...content } = bodyOf<Applications['ResultInformation']>(
    await calls.get(aigul, `/applications/${id}/result.json`),
  );
  assert.equal(signature?.format, 'cades-b-over-rfc8785');
  const genuine = check(file);
  assert.deepEqual([genuine.valid, genuine.signedBy?.organisation], [true, 'Оператор']);
  // The order of members and the blanks between them are no data: the seal is over the canonical text.
  assert.ok(check(JSON.stringify({ signature, ...content })).valid);
  for (const name of Object.keys(content)) {
    const report = check(JSON.stringify({ ...content, signature, [name]: 'башка' }));
    assert.deepEqual([report.valid, report.intact], [false, false], name);
  }
  assert.ok(!check(JSON.stringify({ ...content, signature, more: 1 })).valid);
  assert.ok(!check(JSON.stringify(content)).valid, 'without the seal');

  // The register knows this file, but its seal was withdrawn before: that is told too.
  const kept = stage.neighbours.documents.crl;
  const { portal } = stage.neighbours.documents;
  stage.neighbours.documents.crl = await authority.revocationList([
    { certificate: portal.certificate, at: '2026-01-02T00:00:00.000Z' },
  ]);
  assert.equal((await checkFile(file)).outcome, 'revoked');
  stage.neighbours.documents.crl = kept;
});

test('P573-33b: where no law provides for information, only the signed document can be had', async () => {
  const base = stage.neighbours.services.get('residence-certificate');
  assert.ok(base);
  const { informationBasis: _basis, informationSource: _source, ...service } = base.definition.service;
  const definition = {
    ...base.definition,
    service: { ...service, code: 'document-only', resultForms: ['signed_document'] as const },
    form: { ...base.definition.form, id: 'document-only' },
  };
  stage.neighbours.services.set('document-only', { version: 1, definition });
  const refused = await applyFor('information', 'document-only');
  assert.deepEqual([refused.status, codeOf(refused)], [422, 'result_form_not_offered']);
});

test('P573-33a: a signer who loses the right before signing leaves no application behind: it goes back to work, openly, and is decided again', async () => {
  const sent = await applyFor('signed_document');
  const { id } = bodyOf<Applications['Submitted']>(sent);
  await act(calls, nurlan, id, register);
  const { signers } = stage.neighbours.documents;
  const kept = signers.get('nurlan');
  assert.ok(kept);
  await act(calls, nurlan, id, { type: 'approve' });
  signers.delete('nurlan');
  const work = workItems<MakeResult>(stage.kit.store, makeResult, { clock: systemClock });
  const actor = { id: 'nurlan', role: 'executor', providerId: 'population-register' } as const;
  const payload: MakeResult = { applicationId: id, decision: {}, signerId: 'nurlan', actor };
  await work.put([{ id: `${id}:${makeResult}`, payload }]);
  const back = await eventually(async () => {
    const seen = await view(calls, nurlan, id);
    assert.equal(seen.returned, true);
    return seen;
  });
  assert.equal(back.stage, 'in_progress');
  assert.ok(back.actions.includes('decide'));
  const toUser = await view(calls, aigul, id);
  assert.ok(toUser.timeline.some(({ type }) => type === 'returned_to_work'));
  assert.ok(toUser.clocks.some(({ kind, closedAt }) => kind === 'provision_end' && closedAt === undefined));
  assert.deepEqual(
    codeOf(await act(calls, nurlan, id, { type: 'decide', decision, signerId: 'nurlan' })),
    'not_a_signer',
  );

  signers.set('nurlan', kept);
  assert.equal((await act(calls, nurlan, id, { type: 'decide', decision, signerId: 'nurlan' })).status, 200);
  await eventually(async () => (await view(calls, aigul, id)).stage === 'completed');
});
