import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { compileForm } from '@kyzmat/forms';
import { loadService } from '@kyzmat/service-definition';
import { visibility } from './page-view.ts';

test('the script is told of a group that is asked only with some answers, and of the fields in its rows', async () => {
  const folder = new URL('../../../../../catalogue/criminal-record-certificate/', import.meta.url);
  const check = await loadService((file) => readFile(new URL(file, folder), 'utf8'));
  assert.ok(check.ok);
  const compiled = compileForm(check.definition.form);
  assert.ok(compiled.ok);
  const { form } = compiled;
  const page = form.definition.pages.find(({ id }) => id === 'names');
  assert.ok(page);
  const told = (nameChanged: boolean): Record<string, boolean> =>
    visibility(form, page, { nameChanged, previousNames: [{ changeReason: 'other' }] });
  assert.deepEqual(told(true), {
    previousNames: true,
    'previousNames[0].changeReasonText': true,
    changeProof: true,
  });
  assert.equal(told(false)['previousNames'], false);
});
