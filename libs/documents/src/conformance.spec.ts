import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, suite, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { renderPaymentDocument, renderRequestCopy, renderResult, signPdf } from './index.ts';
import type { Languages } from './index.ts';
import { examplePayment, exampleRequest, exampleResult } from './testing/documents.ts';
import { at, makeWorld } from './testing/world.ts';

const verapdf = fileURLToPath(new URL('../../../tools/verapdf/verapdf.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'kyzmat-documents-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const { identity } = await makeWorld();
const languages: readonly Languages[] = [['ky', 'ru'], ['ky'], ['ru']];

/** Documents as people get them: signed where they are signed. */
const documents = async (shown: Languages): Promise<Record<string, Uint8Array>> => {
  const rarerLetters = { ...exampleResult(shown), number: '№ 7-ქ' };
  const manyPages = Array.from({ length: 30 }, () => exampleResult(shown).paragraphs).flat();
  return {
    result: await signPdf(await renderResult(exampleResult(shown)), identity, at),
    'result-rarer-letters': await signPdf(await renderResult(rarerLetters), identity, at),
    'result-many-pages': await signPdf(
      await renderResult({ ...exampleResult(shown), paragraphs: manyPages }),
      identity,
      at,
    ),
    payment: await signPdf(await renderPaymentDocument(examplePayment(shown)), identity, at),
    draft: await renderRequestCopy(exampleRequest(shown, 'draft')),
    request: await renderRequestCopy(exampleRequest(shown, 'submitted')),
  };
};

suite('veraPDF', () => {
  test('P573-D2: every document, signed, conforms to PDF/A-2a and PDF/UA-1 in every language', async () => {
    const files: string[] = [];
    for (const shown of languages) {
      for (const [name, pdf] of Object.entries(await documents(shown))) {
        files.push(join(folder, `${name}-${shown.join('-')}.pdf`));
        writeFileSync(files.at(-1) ?? '', pdf);
      }
    }
    const { status, stdout, stderr } = spawnSync(process.execPath, [verapdf, ...files], { encoding: 'utf8' });
    assert.equal(status, 0, stdout + stderr);
    assert.equal(stdout.match(/^pass /gm)?.length, files.length * 2);
  });
});
