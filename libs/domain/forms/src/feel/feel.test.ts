import assert from 'node:assert/strict';
import { test } from 'node:test';

import { compileFeel, type Expression, feelDate } from './feel.ts';
import { isReserved, namesIn } from './names.ts';

function parsed(source: string): Expression {
  const compiled = compileFeel(source);
  assert.ok(compiled.ok, source);
  return compiled.expression;
}

function run(source: string, answers: Readonly<Record<string, unknown>>): unknown {
  return parsed(source).run((name) => answers[name] ?? null);
}

test('an expression is parsed once and run with other answers each time', () => {
  const adult = parsed('birth <= today - duration("P18Y")');
  const at = (birth: string): unknown =>
    adult.run((name) => feelDate(name === 'birth' ? birth : '2021-03-12'));
  assert.equal(at('2003-03-12'), true);
  assert.equal(at('2003-03-13'), false);
});

test('a warning gives null, once: the next run is judged anew', () => {
  const sum = parsed('a + b > 3');
  const withA = (a: unknown): unknown => sum.run((name) => (name === 'a' ? a : 2));
  assert.equal(withA('text'), null);
  assert.equal(withA(null), null);
  assert.equal(withA(5), true);
  assert.equal(run('(a + "x") = null', { a: 5 }), null);
});

test('null is unknown, as FEEL has it', () => {
  assert.equal(run('a > 3', {}), null);
  assert.equal(run('a = null or a > 3', {}), true);
  assert.equal(run('a = null', {}), true);
  assert.equal(run('not(a = "x")', {}), true);
});

test('names are those taken from outside', () => {
  assert.deepEqual(namesIn('some r in rows satisfies r.name = a'), ['a', 'rows']);
  assert.deepEqual(namesIn('count(rows[lastName = "x"]) > 0 and today > birth'), [
    'birth',
    'lastName',
    'rows',
    'today',
  ]);
  assert.deepEqual(namesIn('{k: 1, b: k}.b + (for i in 1..2 return i)[1]'), []);
  assert.deepEqual(namesIn('a instance of number and string length(b) > 1'), ['a', 'b']);
});

test('rows are filtered by their own names', () => {
  assert.equal(run('count(rows[kind = "x"]) = 1', { rows: [{ kind: 'x' }, { kind: 'y' }] }), true);
  assert.equal(run('count(rows) = 0', { rows: [] }), true);
});

test('no expression reads the system clock', () => {
  assert.equal(run('now() > today()', {}), null);
  assert.equal(run('today', { today: 'given' }), 'given');
});

test('what does not parse is refused, a comment at the end is not in the way', () => {
  for (const source of ['a +', '(a', 'a) or (b', 'if a then', ' ', 'a b c +', 'a; b'])
    assert.equal(compileFeel(source).ok, false, source);
  assert.equal(run('a > 3 // enough', { a: 4 }), true);
});

test('what FEEL cannot do gives null, it never throws', () => {
  for (const source of [
    'matches(a, "[")',
    'a.b.c',
    'a[1][2]',
    '1/0',
    'a in (1..)',
    'date(a)',
    'a(1)',
    'a ** a',
  ]) {
    const compiled = compileFeel(source);
    if (!compiled.ok) continue;
    for (const a of [null, 'x', 5, true, [], {}, feelDate('2021-03-12')]) {
      assert.doesNotThrow(() => compiled.expression.run(() => a), source);
    }
  }
});

test('words of FEEL and of every object are no names for fields', () => {
  for (const id of [
    'in',
    'count',
    'date',
    'now',
    'today',
    'item',
    'true',
    'null',
    'if',
    'constructor',
    'number',
  ]) {
    assert.equal(isReserved(id), true, id);
  }
  for (const id of ['birthDate', 'kind', 'address', 'reason']) assert.equal(isReserved(id), false, id);
});
