import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { test } from 'node:test';

import type { Answers, CompiledForm, FileValue, Profile, Row } from '@kyzmat/forms';

import { catalogue, load } from './testing/demo.ts';
import type { ResultFacts, ServiceCheck } from './types.ts';

const ctx = { now: '2026-11-16T04:00:00.000Z' };

const scan: FileValue = {
  fileId: 'f1',
  name: 'scan.pdf',
  size: 1000,
  sha256: 'c'.repeat(64),
  type: 'application/pdf',
};

const person: Profile = {
  kind: 'natural',
  pin: '10305199000123',
  lastName: 'Демо Сынакова',
  firstName: 'Айгүл',
  birthDate: '1990-05-03',
  sex: 'female',
  phone: '+996555123456',
  address: { region: 'Бишкек', district: 'Биринчи май', street: 'Чүй', house: '1' },
};

const company: Profile = {
  kind: 'legal',
  phone: '+996555123456',
  email: 'demo@example.kg',
  organisation: {
    name: 'Демо Соода ЖЧК',
    inn: '00102202000123',
    headName: 'Демо Башчы',
    address: { region: 'Чүй', district: 'Аламүдүн', settlement: 'Лебединовка', house: '5' },
  },
};

const facts: ResultFacts = {
  applicantName: 'Демо Сынакова Айгүл',
  applicantIdentifier: '10305199000123',
  reference: 'KZ-1',
  submittedOn: { ky: '2026-ж., 16-ноябрь', ru: '16 ноября 2026 г.' },
};

type Good = Extract<ServiceCheck, { ok: true }>;

async function good(code: string): Promise<Good> {
  const result = await load(code);
  assert.ok(result.ok, result.ok ? '' : JSON.stringify(result.problems, null, 1));
  return result;
}

/** Codes of everything wrong with a form filled from the profile and by hand. */
function wrong(form: CompiledForm, profile: Profile, typed: Answers): string[] {
  const { answers } = form.applyAutofill(profile, typed);
  return form.checkAll(answers, ctx).map(({ field, code }) => `${field} ${code}`);
}

for (const code of await readdir(catalogue)) {
  test(`P573-45, P573-7: ${code} is whole, in both languages, and lives in the folder of its name`, async () => {
    const { definition } = await good(code);
    assert.equal(definition.service.code, code);
  });
}

test('the demonstration has a free, a paid and an in-person service of three providers', async () => {
  const services = await Promise.all(
    ['residence-certificate', 'criminal-record-certificate', 'alcohol-retail-licence'].map(good),
  );
  assert.deepEqual(
    services.map(({ definition: { service } }) => [
      service.provider,
      service.intake,
      service.price.totalTyiyn > 0,
      service.price.split.length,
      service.appearanceRequired,
      service.applicantKinds,
      service.term.count,
    ]),
    [
      ['population-register', 'automated', false, 0, false, ['natural'], 2],
      ['interior-information-centre', 'edms', true, 3, false, ['natural'], 7],
      ['licensing-office', 'edms', true, 1, true, ['legal'], 10],
    ],
  );
});

test('residence certificate: filled from the profile, only the purpose is left to say', async () => {
  const { form, decisionForm, fillResult } = await good('residence-certificate');
  assert.deepEqual(wrong(form, person, { forWhom: 'self', purpose: 'bank' }), []);
  const child = {
    forWhom: 'child',
    purpose: 'school',
    childName: 'Демо Бала',
    childNumber: '20101202000001',
  };
  assert.deepEqual(wrong(form, person, { ...child, childBirthDate: '2020-01-02' }), [
    'childBirthDate child-number-and-birth',
  ]);
  assert.deepEqual(wrong(form, person, { ...child, childBirthDate: '2020-01-01' }), []);
  const decision: Answers = {
    registeredPerson: 'self',
    registeredAddress: { region: 'Бишкек', district: 'Биринчи май', street: 'Чүй', house: '1' },
    registeredSince: '2015-03-04',
  };
  assert.deepEqual(decisionForm.checkAll(decision, ctx), []);
  const result = fillResult({ answers: {}, decision, facts });
  assert.deepEqual(
    result.paragraphs.map(({ ru }) => ru),
    [
      'Настоящая справка подтверждает, что Демо Сынакова Айгүл (ПИН 10305199000123) зарегистрирован(а) по адресу: Бишкек, Биринчи май, Чүй, дом 1.',
      'Регистрация от 4 марта 2015 г. подтверждена единым государственным реестром населения.',
    ],
  );
});

const criminal: Answers = {
  birthPlace: 'Нарын',
  citizenship: 'kyrgyz',
  passport: 'ID1234567',
  issuedOn: '2018-01-01',
  nameChanged: true,
  previousNames: [{ oldLastName: 'Мурунку', changedOn: '2012-06-07', changeReason: 'marriage' }],
  changeProof: scan,
  livedAbroad: false,
  purpose: 'work',
};

test('criminal record: previous names, conditions, rules over the PIN', async () => {
  const { form } = await good('criminal-record-certificate');
  assert.deepEqual(wrong(form, person, criminal), []);
  assert.deepEqual(wrong(form, { ...person, pin: '20305199000123' }, criminal), [
    'personalNumber number-and-sex',
  ]);
  assert.deepEqual(wrong(form, { ...person, birthDate: '1990-05-04' }, criminal), [
    'personalNumber number-and-birth',
  ]);
  assert.deepEqual(wrong(form, person, { ...criminal, citizenship: 'foreign' }), [
    'country required',
    'foreignDocument required',
  ]);
  const early = [{ oldLastName: 'Мурунку', changedOn: '1989-06-07', changeReason: 'other' }];
  assert.deepEqual(wrong(form, person, { ...criminal, previousNames: early }), [
    'previousNames[0].changeReasonText required',
  ]);
  const told = early.map((row) => ({ ...row, changeReasonText: 'ката' }));
  assert.deepEqual(wrong(form, person, { ...criminal, previousNames: told }), [
    'previousNames changed-after-birth',
  ]);
  assert.deepEqual(wrong(form, person, { ...criminal, nameChanged: false, changeProof: null }), []);
});

test('criminal record: the certificate says what was found and nothing else', async () => {
  const { form, decisionForm, fillResult } = await good('criminal-record-certificate');
  const { answers } = form.applyAutofill(person, criminal);
  const none: Answers = { found: 'none', details: 'эскирген', checkedOn: '2026-11-16' };
  assert.deepEqual(decisionForm.checkAll(none, ctx), []);
  assert.deepEqual(
    decisionForm.checkAll({ found: 'exists', checkedOn: '2026-11-17' }, ctx).map(({ code }) => code),
    ['required', 'date-late'],
  );
  const clean = fillResult({ answers, decision: none, facts });
  assert.equal(clean.paragraphs.length, 2);
  assert.equal(
    clean.paragraphs[0]?.ky,
    'Демо Сынакова Айгүл, ПИН 10305199000123, туулган күнү 1990-ж., 3-май, Кыргыз Республикасынын аймагындагы эсептер боюнча текшерилди.',
  );
  assert.deepEqual(
    clean.fields.map(({ value }) => value.ru),
    ['16 ноября 2026 г.', 'KZ-1', 'Для приёма на работу'],
  );
  assert.ok(!JSON.stringify(clean).includes('эскирген'));
});

const outlet: Row = {
  outletAddress: { region: 'Бишкек', district: 'Ленин', street: 'Манас', house: '7' },
  outletArea: 45.5,
  cashRegister: '0000123',
  premises: 'rent',
  rentUntil: '2028-01-01',
  premisesProof: scan,
};

const licence: Answers = {
  request: 'new',
  drinks: ['spirits', 'beer'],
  yearlyTurnover: 150_000_000,
  outlets: [outlet],
  farFromSchools: true,
  visitDate: '2026-11-18',
  visitor: 'head',
};

test('licence: filled from the organisation, outlets in rows, a representative needs a power of attorney', async () => {
  const { form, fillResult } = await good('alcohol-retail-licence');
  assert.deepEqual(wrong(form, company, licence), []);
  assert.deepEqual(wrong(form, company, { ...licence, visitor: 'representative' }), [
    'visitorName required',
    'visitorNumber required',
    'authority required',
  ]);
  assert.deepEqual(wrong(form, company, { ...licence, farFromSchools: false }), [
    'farFromSchools far-from-schools',
  ]);
  assert.deepEqual(
    wrong(form, company, {
      ...licence,
      request: 'renewal',
      licenceNumber: 'AA 123456',
      licenceUntil: '2026-11-15',
    }),
    ['licenceUntil renew-in-time'],
  );
  const { title } = fillResult({ answers: licence, decision: { licenceNumber: 'AA 123456' }, facts });
  assert.equal(title.ky, 'Алкоголдук продукцияны чекене сатууга лицензия № AA 123456');
});

test('licence: strong drinks need room', async () => {
  const { form } = await good('alcohol-retail-licence');
  const small: Answers = { ...licence, outlets: [{ ...outlet, outletArea: 19.9 }] };
  assert.deepEqual(wrong(form, company, small), ['outlets spirits-area']);
  assert.deepEqual(wrong(form, company, { ...small, drinks: ['beer'] }), []);
});
