import assert from 'node:assert/strict';
import test from 'node:test';
import { graph } from './graph/graph.ts';
import { noticeKinds, type NoticeKind } from './types.ts';

/** Paragraph 35 and 40 name their own notices; any other completed action is told by P573-34a. */
const ruleOf: Readonly<Record<NoticeKind, string>> = {
  submitted: 'P573-31c',
  intake_registered: 'acceptance',
  intake_refused: 'refusal',
  suspended_unpaid: 'P573-40',
  payment_confirmed: 'P573-35c',
  started: 'P573-34a',
  clarification_asked: 'P573-34a',
  result_ready: 'P573-35d',
  provision_refused: 'P573-35e',
  withdrawn: 'P573-34a',
  term_changed: 'P573-34a',
  refund_opened: 'P573-34a',
  refunded: 'P573-34a',
};

test('P573-34a: every notice is owed by its rule, on every edge that owes it', () => {
  const owed = graph.flatMap(({ does }) => does.flatMap(({ notices = [] }) => notices));
  for (const rule of owed)
    assert.equal(rule.due === 'action' ? rule.act : rule.due, ruleOf[rule.kind], rule.kind);
  assert.deepEqual(new Set(owed.map(({ kind }) => kind)), new Set(noticeKinds));
});
