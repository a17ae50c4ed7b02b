import assert from 'node:assert/strict';
import { test } from 'node:test';

import { checkService } from './check.ts';
import { loadService } from './load.ts';
import { changed, demoService, isRecord, problemsOf, without } from './testing/demo.ts';

const service = await demoService();

test('a whole service passes', () => {
  assert.deepEqual(problemsOf(service), []);
});

const demanded: readonly (readonly [rule: string, place: string])[] = [
  ['C22-6a', '/service/description'],
  ['C22-6b', '/service/steps'],
  ['C22-6c', '/service/documents'],
  ['C22-6d', '/service/price'],
  ['C22-6e', '/service/price/split'],
  ['C22-6f', '/service/term'],
  ['C22-6g', '/service/informing'],
  ['P573-8n', '/service/kind'],
  ['P573-37', '/service/termBasis'],
  ['P573-35e', '/service/refusalGrounds'],
  ['P573-45', '/form'],
  ['P573-45', '/form/howToFill'],
  ['P573-45', '/result'],
];

for (const [rule, place] of demanded) {
  test(`${rule}: a service without ${place} is refused, and told so`, () => {
    assert.deepEqual(problemsOf(without(service, place)), [`missing ${place} ${rule}`]);
  });
}

test('C22-2h: description, form, list of documents, time and cost are all demanded at once', () => {
  const parts = ['/service/description', '/form', '/service/documents', '/service/term', '/service/price'];
  const found = problemsOf(parts.reduce(without, service));
  assert.deepEqual(found.map((line) => line.split(' ')[1]).sort(), [...parts].sort());
});

test('C22-6e: the parts add up to the cost exactly; a free service costs zero and has no parts', () => {
  const part = (amountTyiyn: number): object => ({ receiver: { ky: 'Бюджет', ru: 'Бюджет' }, amountTyiyn });
  const price = (totalTyiyn: number, split: readonly object[]): string[] =>
    problemsOf(changed(service, '/service/price', { totalTyiyn, split }));
  assert.deepEqual(price(30000, [part(30000)]), []);
  assert.deepEqual(price(30000, [part(29999)]), ['does-not-add-up /service/price/split C22-6e']);
  assert.deepEqual(price(30000, []), ['split-missing /service/price/split C22-6e']);
  assert.deepEqual(price(0, [part(0)]), ['free-needs-no-split /service/price/split C22-6e']);
  assert.deepEqual(price(0, []), []);
});

test('P573-7: a missing translation anywhere is refused', () => {
  for (const place of [
    '/service/title',
    '/service/steps/0/text',
    '/form/pages/0/title',
    '/result/paragraphs/0/text',
  ]) {
    assert.deepEqual(problemsOf(without(service, `${place}/ru`)), [`missing-translation ${place}/ru P573-7`]);
    assert.deepEqual(problemsOf(without(service, `${place}/ky`)), [`missing-translation ${place}/ky P573-7`]);
  }
});

test('P573-8n: every service has exactly one of the three kinds', () => {
  for (const kind of ['state', 'municipal', 'extra'])
    assert.deepEqual(problemsOf(changed(service, '/service/kind', kind)), []);
  assert.deepEqual(problemsOf(changed(service, '/service/kind', 'private')), [
    'wrong-value /service/kind P573-8n',
  ]);
});

test('P573-50: a service that needs state secrets is not published', () => {
  assert.deepEqual(problemsOf(changed(service, '/service/stateSecrets', true)), [
    'state-secrets /service/stateSecrets P573-50',
  ]);
});

test('P573-29c: presence in person is demanded only with the law that demands it', () => {
  const text = { ky: 'Мыйзам', ru: 'Закон' };
  const required = changed(service, '/service/appearanceRequired', true);
  assert.deepEqual(problemsOf(required), [
    'missing /service/appearanceBasis P573-29c',
    'missing /service/appearancePlace P573-29c',
  ]);
  assert.deepEqual(problemsOf(changed(service, '/service/appearanceBasis', text)), [
    'not-needed /service/appearanceBasis P573-29c',
  ]);
});

test('P573-28a: a qualified signature is demanded only with the law that demands it', () => {
  assert.deepEqual(problemsOf(changed(service, '/service/signatureLevel', 'qualified')), [
    'missing /service/signatureBasis P573-28a',
  ]);
});

test('P573-8b: a proved identity is demanded only with the law that demands it, and of somebody who can vouch', () => {
  const text = { ky: 'Мыйзам', ru: 'Закон' };
  const demanded = changed(service, '/service/identityFrom', ['esi', 'qualified']);
  assert.deepEqual(problemsOf(demanded), ['missing /service/identityBasis P573-8b']);
  const based = changed(demanded, '/service/identityBasis', text);
  assert.deepEqual(problemsOf(based), []);
  assert.deepEqual(problemsOf(changed(service, '/service/identityBasis', text)), [
    'not-needed /service/identityBasis P573-8b',
  ]);
  assert.deepEqual(problemsOf(changed(based, '/service/identityFrom', ['self_asserted'])), [
    'wrong-value /service/identityFrom/0 P573-8b',
  ]);
  assert.equal(problemsOf(changed(based, '/service/identityFrom', [])).length, 1);
});

test('P573-33a, P573-33b: a signed document is always offered, information only by law', () => {
  assert.deepEqual(problemsOf(changed(service, '/service/resultForms', ['signed_document', 'information'])), [
    'missing /service/informationBasis P573-33b',
    'missing /service/informationSource P573-33b',
  ]);
  const only = changed(service, '/service/resultForms', ['information']);
  const based = changed(only, '/service/informationBasis', { ky: 'Мыйзам', ru: 'Закон' });
  assert.deepEqual(problemsOf(changed(based, '/service/informationSource', { ky: 'Реестр', ru: 'Реестр' })), [
    'document-missing /service/resultForms P573-33a',
  ]);
});

test('P573-45: the form and the form of the result are checked to their last place', () => {
  assert.deepEqual(problemsOf(changed(service, '/form/pages/0/fields/0/type', 'slider')), [
    'unknown-type /form/pages/0/fields/0/type P573-45',
  ]);
  assert.deepEqual(problemsOf(changed(service, '/result/decisionFields/0/type', 'slider')), [
    'unknown-type /result/decisionFields/0/type P573-45',
  ]);
  assert.deepEqual(problemsOf(changed(service, '/result/paragraphs/1/showWhen', 'found = "perhaps"')), [
    'field-unreachable /result/paragraphs/1/showWhen P573-45',
  ]);
  assert.deepEqual(problemsOf(changed(service, '/form/version', 2)), ['form-mismatch /form P573-45']);
});

test('P573-45: the result names only what exists, the same in both languages', () => {
  const says = (ky: string, ru: string): string[] =>
    problemsOf(changed(service, '/result/paragraphs/0/text', { ky, ru }));
  assert.deepEqual(says('{answers.shoeSize}', '{answers.shoeSize}'), [
    'unknown-placeholder /result/paragraphs/0/text/ky P573-45',
    'unknown-placeholder /result/paragraphs/0/text/ru P573-45',
  ]);
  assert.deepEqual(says('{applicant.name}', 'Кому-то'), [
    'placeholder-mismatch /result/paragraphs/0/text P573-45',
  ]);
  assert.deepEqual(
    says('{applicant.name}, {decision.checkedOn}', '{decision.checkedOn} {applicant.name}'),
    [],
  );
});

test('visitors read title and summary in English; searchers find by words in both languages and Latin letters', () => {
  assert.deepEqual(problemsOf(without(service, '/service/title/en')), [
    'missing-translation /service/title/en',
  ]);
  assert.deepEqual(problemsOf(without(service, '/service/searchWords/latin')), [
    'missing /service/searchWords/latin',
  ]);
});

test('anything at all is answered with problems, never a fault', () => {
  for (const data of [undefined, null, 5, [], {}, { service: 1, form: 2, result: 3 }]) {
    assert.equal(checkService(data).ok, false);
  }
});

test('a file that is no YAML is named with its line', async () => {
  const result = await loadService((file) =>
    Promise.resolve(file === 'form.yaml' ? 'title:\n  ky: [' : 'code: x'),
  );
  assert.ok(!result.ok);
  assert.deepEqual(
    result.problems.map(({ code, place, reason }) => [code, place, reason.ru]),
    [['bad-yaml', '/form', 'form.yaml, строка 2 не читается.']],
  );
});

test('the form takes its name and version from the service', () => {
  assert.ok(isRecord(service['form']));
  assert.deepEqual([service['form']['id'], service['form']['version']], ['criminal-record-certificate', 1]);
});
