import assert from 'node:assert/strict';
import { test } from 'node:test';
import { goodAnswers, scan } from '../testing/passport.ts';
import { answerAt, answersFrom, filesIn } from './answers.ts';

test('answers come through JSON as they were, what was typed wrong included', () => {
  const answers = {
    ...goodAnswers,
    amount: { unread: 'көп' },
    birth: { unread: { day: '31', month: '2' } },
    left: null,
  };
  assert.deepEqual(answersFrom(JSON.parse(JSON.stringify(answers))), answers);
});

test('what no answer can look like is no answer', () => {
  assert.deepEqual(answersFrom({ deep: { a: { b: { c: 1 } } }, mixed: ['a', { b: 1 }], good: 'x' }), {
    good: 'x',
  });
  for (const json of [null, 'text', 3, ['list']]) assert.deepEqual(answersFrom(json), {});
});

test('files are found in rows of groups too, and every answer by its address', () => {
  const answers = { scan, papers: [{ proof: null }, { proof: { ...scan, fileId: 'f2' } }] };
  assert.deepEqual(
    filesIn(answers).map(({ fileId }) => fileId),
    ['f1', 'f2'],
  );
  assert.deepEqual(answerAt('papers[1].proof', answers), { ...scan, fileId: 'f2' });
  assert.equal(answerAt('papers[7].proof', answers), undefined);
  assert.equal(answerAt('toString', answers), undefined);
});
