import assert from 'node:assert/strict';
import test from 'node:test';
import { fieldAt, readAddress } from './address.ts';

test('an address names a field, a field in a row, or one input of either', () => {
  assert.deepEqual(readAddress('photo'), { id: 'photo' });
  assert.deepEqual(readAddress('birth.day'), { id: 'birth', part: 'day' });
  assert.deepEqual(readAddress('outlets[2].proof'), { id: 'outlets', row: { index: 2, id: 'proof' } });
  assert.deepEqual(readAddress('outlets[0].home.street'), {
    id: 'outlets',
    row: { index: 0, id: 'home' },
    part: 'street',
  });
});

test('what is no address of a field names none', () => {
  for (const wrong of ['', '.day', 'outlets[0]', 'outlets[x].proof', 'a.b.c', 'a]b[0'])
    assert.equal(readAddress(wrong).id, '', wrong);
});

test('a row, an input and a field all belong to their top-level field', () => {
  for (const name of ['outlets', 'outlets[1]', 'outlets[1].proof.fileId'])
    assert.equal(fieldAt(name), 'outlets');
  assert.equal(fieldAt('[0]'), '');
});
