import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { checkTexts } from '@kyzmat/web';
import { sandboxTexts } from './pages.ts';

test('P573-7: every text of the stand-ins is there in both languages', () => {
  const sourceDirs = [fileURLToPath(new URL('.', import.meta.url))];
  const faults = checkTexts({ texts: sandboxTexts, sourceDirs });
  for (const [kind, found] of Object.entries(faults)) assert.deepEqual(found, [], kind);
});
