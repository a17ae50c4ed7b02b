import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseEsiClaims } from './claims.ts';

test('P573-22b: claims of ESI in our words; what is missing or of another kind is left out', () => {
  assert.deepEqual(
    parseEsiClaims({
      sub: 'a',
      family_name: 'Сынакова',
      given_name: 'Демо Айгүл',
      pin: '12003198500012',
      birthdate: '1985-03-20',
      gender: 'female',
      phone_number: 996700000001,
      email: '',
      address: { settlement: 'Бишкек', house: 12 },
      extra: 'unknown',
    }),
    {
      sub: 'a',
      displayName: 'Сынакова Демо Айгүл',
      pin: '12003198500012',
      lastName: 'Сынакова',
      firstName: 'Демо Айгүл',
      birthDate: '1985-03-20',
      sex: 'female',
      address: { settlement: 'Бишкек' },
    },
  );
});

test('P573-22b: an entry without a subject is none', () => {
  assert.throws(() => parseEsiClaims({ name: 'Демо' }), TypeError);
  assert.throws(() => parseEsiClaims({ sub: 7 }), TypeError);
});

test('P573-8h: an organisation counts only with name and number', () => {
  const organisation = { name: '«Демо» ЖЧК', inn: '02508201510123', headName: 'Демо Назира' };
  assert.deepEqual(parseEsiClaims({ sub: 'a', name: 'Д', organisation }).organisation, organisation);
  const { organisation: nameless } = parseEsiClaims({ sub: 'a', name: 'Д', organisation: { inn: '1' } });
  assert.equal(nameless, undefined);
});
