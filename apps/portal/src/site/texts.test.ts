import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { checkTexts, languages } from '@kyzmat/web';
import { portalTexts } from './texts.ts';

test('P573-7: every text of the portal is there in Kyrgyz, Russian and English, used, and known', () => {
  const sourceDirs = [path.join(import.meta.dirname, '..')];
  const { missing, unused, unknown } = checkTexts({ texts: portalTexts, sourceDirs, languages });
  assert.deepEqual(missing, []);
  assert.deepEqual(unused, []);
  assert.deepEqual(
    unknown.filter((key) => !key.startsWith('web.')),
    [],
  );
});
