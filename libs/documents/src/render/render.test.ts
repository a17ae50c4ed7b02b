import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { DocumentRefused, renderPaymentDocument, renderRequestCopy, renderResult } from '../index.ts';
import type { Languages } from '../index.ts';
import { examplePayment, exampleRequest, exampleResult } from '../testing/documents.ts';
import { readText } from '../testing/read-text.ts';
import { words } from './words.ts';

const both: Languages = ['ky', 'ru'];
const refused = (code: string) => (error: unknown) => error instanceof DocumentRefused && error.code === code;

const assertSays = (text: string, ...expected: readonly string[]): void => {
  const flat = text.replaceAll(/\s+/g, ' ');
  for (const words of expected) assert.ok(flat.includes(words), `says “${words}”`);
};

suite('the result document', () => {
  test('P573-33a: says what was decided, by whom, for whom, and how to check it, in both languages', async () => {
    const text = readText(await renderResult(exampleResult(both)));
    assertSays(
      text,
      ...['Үй-бүлөнүн курамы жөнүндө маалымкат', 'Справка о составе семьи'],
      ...['2026-000417', 'KZ-2026-0001-8842', 'Демо Айгүл Сынакова', '11503199000017'],
      ...['Демо Бакыт Үлгүлөв', 'Начальник отдела', words.signature.ky, words.signature.ru],
      ...['Текшерүү коду: 7KQ4-M2XN-9TBR', 'Код проверки: 7KQ4-M2XN-9TBR'],
    );
  });

  test('P573-7: in one language it says nothing in the other', async () => {
    const text = readText(await renderResult(exampleResult(['ru'])));
    assertSays(text, 'Справка о составе семьи');
    assert.ok(!text.includes('маалымкат'));
  });

  test('same input, same bytes', async () => {
    const [one, two] = [await renderResult(exampleResult(both)), await renderResult(exampleResult(both))];
    assert.deepEqual(one, two);
  });

  test('fits one page and 100 kB, fonts and room for the signature included', async () => {
    const pdf = await renderResult(exampleResult(both));
    assert.ok(pdf.length < 100_000, String(pdf.length));
    assertSays(readText(pdf), '1 / 1');
  });

  test('a name in rarer letters is printed in a wider typeface, one nobody can print is refused', async () => {
    const result = exampleResult(both);
    const named = (name: string) => ({ ...result, issuedTo: { ...result.issuedTo, name } });
    assertSays(readText(await renderResult(named('Демо ქართული Γιώργος'))), 'Демо ქართული Γιώργος');
    await assert.rejects(renderResult(named('Демо 王')), refused('letter-missing'));
  });

  test('a text longer than a page goes on, nothing is lost', async () => {
    const sentences = Array.from({ length: 150 }, (_, index) => `Сүйлөм ${index} бүттү.`);
    const long = { ky: sentences.join(' '), ru: 'Кратко.' };
    const text = readText(await renderResult({ ...exampleResult(both), paragraphs: [long] }));
    assertSays(text, ...sentences, '3 / 3');
  });
});

suite('the payment document', () => {
  test('P573-31d: states the identifier of the charge and the identifier of the payer', async () => {
    const text = readText(await renderPaymentDocument(examplePayment(both)));
    assertSays(text, words.chargeId.ky, words.chargeId.ru, '0417-2026-0000-8842-55');
    assertSays(text, words.payerId.ky, words.payerId.ru, '11503199000017');
    assertSays(text, '1 200 сом', '1 000 сом', '200 сом', 'GSEP-2026-11-23-000918273');
  });

  test('P573-31d: lacking either it is not issued', async () => {
    const payment = examplePayment(both);
    for (const blank of ['', '  ']) {
      await assert.rejects(
        renderPaymentDocument({ ...payment, chargeId: blank }),
        refused('charge-id-missing'),
      );
      await assert.rejects(
        renderPaymentDocument({ ...payment, payerId: blank }),
        refused('payer-id-missing'),
      );
    }
  });
});

suite('the copy of the request', () => {
  test('P573-27a, P573-27b: holds what was filled in and the names of the files', async () => {
    const text = readText(await renderRequestCopy(exampleRequest(both, 'submitted')));
    assertSays(
      text,
      'Өмүрзаков көчөсү',
      '+996 555 000 111',
      'паспорт-көчүрмөсү.pdf',
      words.simple.ky,
      words.simple.ru,
    );
    assert.ok(!text.includes(words.draft.ky));
  });

  test('P573-27b: a draft says on every page that it is a draft and not signed', async () => {
    const pages = readText(await renderRequestCopy(exampleRequest(both, 'draft'))).split('\f');
    assert.ok(pages.length > 1);
    for (const page of pages) assertSays(page, words.draft.ky, words.draft.ru);
  });

  test('a letter nobody can print is shown as missing: people may keep what they wrote', async () => {
    const request = exampleRequest(both, 'draft');
    const applicant = { ...request.applicant, name: 'Демо 王' };
    assertSays(readText(await renderRequestCopy({ ...request, applicant })), 'Демо □');
  });
});
