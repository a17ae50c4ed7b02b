import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { checkTexts, languages } from '@kyzmat/web';
import { agreements } from '../consents/agreements.ts';
import { identityPages, identityTexts } from '../pages.ts';

test('P573-7: every text of signing in is there in the three languages, and none is idle', () => {
  const faults = checkTexts({
    texts: identityTexts,
    sourceDirs: [path.join(import.meta.dirname, '..')],
    languages,
  });
  const { texts } = identityPages({ portal: 'http://127.0.0.1', demoClockUrl: undefined });
  const unknown = faults.unknown.filter((key) => texts[key] === undefined);
  assert.deepEqual({ ...faults, unknown }, { missing: [], unused: [], unknown: [] });
});

test('P573-7, P573-14c: both agreements are there in both languages, with a version', () => {
  assert.deepEqual(
    agreements.map(({ kind }) => kind),
    ['user_agreement', 'personal_data'],
  );
  for (const { title, paragraphs, version } of agreements) {
    for (const text of [title, ...paragraphs])
      assert.ok(text.ky !== '' && text.ru !== '' && text.ky !== text.ru);
    assert.match(version, /^\d{4}-\d{2}-\d{2}$/);
  }
});
