import assert from 'node:assert/strict';
import test from 'node:test';
import type { Text } from '../types.ts';
import * as labels from './labels.ts';
import { refusalTexts } from './refusals.ts';

test('P573-7: every stage, command, event, notice, limit and refusal has words in both languages', () => {
  for (const [name, texts] of Object.entries({ ...labels, refusalTexts })) {
    for (const [key, { ky, ru }] of Object.entries<Text>(texts)) {
      assert.ok(ky.trim() !== '' && ru.trim() !== '', `${name}.${key}`);
      assert.notEqual(ky, ru, `${name}.${key} is one language twice`);
    }
  }
});

test('P573-29a: no text asks for paper', () => {
  const words = JSON.stringify({ ...labels }).toLowerCase();
  assert.ok(!words.includes('кагаз') && !words.includes('бумаг'));
});
