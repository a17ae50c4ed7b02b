import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cleanName } from './receive.ts';

test('the name of a file is one to show and to save under, whatever was sent', () => {
  assert.equal(cleanName('Күбөлүк.pdf'), 'Күбөлүк.pdf');
  assert.equal(cleanName('../../etc/passwd'), 'passwd');
  assert.equal(cleanName(String.raw`C:\Users\me\a.png`), 'a.png');
  assert.equal(cleanName('a\r\nSet-Cookie: x\u202Egpj.exe'), 'aSet-Cookie: xgpj.exe');
  assert.equal(cleanName(undefined), 'file');
  assert.equal(cleanName('/'), 'file');
  const long = cleanName(`${'ү'.repeat(300)}.pdf`);
  assert.equal(long.length, 200);
  assert.ok(long.endsWith('.pdf'));
});
