import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compliancePage } from './page.ts';
import { idsIn, readRules } from './rules.ts';

const law = `# Requirements
## Requirements: P573, the decree
- **P573-D4** (system): Methods SHALL be approved, see P573-33a. More is said here.
  - Test: a changed byte fails.
### Chapter 1. General
- **P573-27a** (system): A copy SHALL be kept | saved.
- **P573-27b** (system): Also of a draft.
- **P573-9** (context): The portal SHALL serve.
- **P573-38** (process): Appeals follow the law.
`;

test('the rules are read with kind, first sentence and chapter', () => {
  assert.deepEqual(readRules(law).slice(0, 2), [
    {
      id: 'P573-D4',
      kind: 'system',
      what: 'Methods SHALL be approved, see P573-33a.',
      chapter: 'Requirements: P573, the decree',
    },
    { id: 'P573-27a', kind: 'system', what: 'A copy SHALL be kept | saved.', chapter: 'Chapter 1. General' },
  ]);
});

test('a test names its rules before the colon', () => {
  assert.deepEqual(idsIn('P573-27a, 27b, C22-9: both'), ['P573-27a', 'P573-27b', 'C22-9']);
  assert.deepEqual(idsIn('P573-D4: a changed byte: no'), ['P573-D4']);
  assert.deepEqual(idsIn('an answer to P573-27a: no rule of it'), []);
  assert.deepEqual(idsIn('P573-27a without a colon'), []);
});

test('the page tells tested, failing and waiting rules apart, with counts on top', () => {
  const file = 'apps/x/src/x.spec.ts';
  const page = compliancePage(readRules(law), [
    { name: 'P573-27a, 27b: saved', file, passed: true },
    { name: 'P573-27b: of a draft', file, passed: false },
    { name: 'C22-99: nothing', file, passed: true },
    { name: 'something else', file, passed: true },
  ]);
  const lines = page.split('\n');
  for (const line of [
    '| system | 3 | 1 | 1 | 1 |',
    '| context | 1 | 0 | 0 | 1 |',
    '| P573-D4 (system) | Methods SHALL be approved, see P573-33a. |  | waiting: no executed test names it yet |',
    `| P573-27a (system) | A copy SHALL be kept \\| saved. | [x.spec.ts](../${file}): saved | tested |`,
    `| P573-27b (system) | Also of a draft. | [x.spec.ts](../${file}): saved<br>✖ [x.spec.ts](../${file}): of a draft | failing |`,
    'A paragraph without its letter, or a slip: C22-99.',
  ]) {
    assert.ok(lines.includes(line), line);
  }
  assert.ok(page.includes('| P573-38 (process) |'));
});
