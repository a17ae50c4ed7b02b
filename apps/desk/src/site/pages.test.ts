import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { checkTexts } from '@kyzmat/web';
import { deskPages, deskTexts } from './pages.ts';

test('P573-7: every text of the desk is there in both languages, and none is idle', () => {
  const { texts } = deskPages({ demoClockUrl: undefined });
  const faults = checkTexts({ texts: deskTexts, sourceDirs: [path.join(import.meta.dirname, '..')] });
  const unknown = faults.unknown.filter((key) => texts[key] === undefined);
  assert.deepEqual({ ...faults, unknown }, { missing: [], unused: [], unknown: [] });
});
