import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Credential } from '../passwords/credentials.ts';
import { isPassword } from '../passwords/password.ts';
import type { Person } from '../persons/person.ts';
import { openBrowser } from '../testing/browser.ts';
import {
  anotherCode,
  bothConsents,
  fillIn,
  givePassword,
  goodPassword,
  newcomer,
  openCabinet,
  prove,
  register,
  registrationFields,
  signInOwn,
  type Newcomer,
} from '../testing/own-route.ts';
import { beginSignIn, throughEsi, type SigningIn } from '../testing/sign-in.ts';
import { openStage, type Stage } from '../testing/stage.ts';

let stage: Stage;
before(async () => {
  stage = await openStage();
});
after(() => stage.stop());

const collection = (name: string) => stage.on.kit.store.collection<Person>(name);
const ofPin = (pin: string): Promise<Person[]> =>
  collection('persons').find({ 'profile.pin': pin }).toArray();
const messagesTo = (phone: string): string[] =>
  stage.outside.messages.filter(({ to }) => to === phone).map(({ text }) => text);
const begin = (): Promise<SigningIn> => beginSignIn(stage, 'portal', openBrowser(stage.url));

test('P573-14d, P573-8h, P573-24: registration, sign-in and both consents open a cabinet', async () => {
  const person = newcomer();
  const signing = await begin();
  const asked = await fillIn(signing, person);
  assert.equal(asked.status, 200);
  assert.match(asked.text, /one-time-code/);
  assert.ok(!asked.text.includes(person.phone), 'the number is masked');
  assert.deepEqual(await ofPin(person.pin), [], 'nothing exists before the phone is proved');
  assert.equal(await stage.on.kit.store.collection('credentials').countDocuments({ phone: person.phone }), 0);

  const back = await prove(stage, signing, person);
  assert.match(back.text, /Телефон подтверждён/);
  assert.match(back.text, new RegExp(`value="${person.pin}"`));
  const [made] = await ofPin(person.pin);
  assert.equal(made?.registeredAt, undefined, 'registration without authentication leaves no usable cabinet');

  const consents = await signing.browser.follow(await givePassword(signing, person.pin, person.password));
  assert.match(consents.text, /name="personal_data"/);
  const seen = await signing.browser.follow(
    await signing.browser.post(`${signing.at}/consents`, bothConsents),
  );
  const { claims = {} } = await signing.redeem(seen);
  assert.equal(claims['person'], made?._id);
  assert.equal(claims['assurance'], 'self_asserted');
  const [opened] = await ofPin(person.pin);
  assert.ok(opened !== undefined);
  assert.equal(opened.registeredAt, '2026-03-12T04:00:00.000Z');
  assert.equal(opened.profile.sex, 'female');
  assert.equal(opened.profile.birthDate, '1985-03-20');
  assert.equal(opened.contact.emessageAddress, person.phone);
});

test('P573-8j: registration creates a cabinet: what is stored is enough to know the person again and to let them in', async () => {
  const person = newcomer();
  const { id } = await openCabinet(stage, person);
  const [cabinet, ...others] = await ofPin(person.pin);
  assert.ok(cabinet !== undefined);
  assert.deepEqual(others, []);
  // Who it is, how to be reached, what was agreed to: stored on the portal under one opaque id.
  const { profile, contact, consents, registeredAt, ...rest } = cabinet;
  assert.deepEqual(rest, { _id: id, knownAs: `pin:${person.pin}` });
  assert.equal(registeredAt, '2026-03-12T04:00:00.000Z');
  assert.deepEqual(
    [profile.kind, profile.pin, profile.birthDate, profile.assurance],
    ['natural', person.pin, '1985-03-20', 'self_asserted'],
  );
  assert.equal(contact.emessageAddress, person.phone);
  assert.deepEqual(consents.map(({ kind, by }) => [kind, by]).toSorted(), [
    ['personal_data', id],
    ['user_agreement', id],
  ]);
  // How they prove it: a password nobody can read, and a phone for codes.
  const own = await stage.on.kit.store.collection<Credential>('credentials').findOne({ _id: id });
  assert.equal(own?.phone, person.phone);
  assert.ok(await isPassword(person.password, own.passwordHash));
  assert.ok(!JSON.stringify([cabinet, own]).includes(person.password));

  // Authentication from nothing else, in a browser that was never here, and with it what the portal lets them do.
  const { signing, seen } = await signInOwn(stage, person);
  const { claims = {} } = await signing.redeem(seen);
  assert.deepEqual(
    [claims['person'], claims['act'], claims['kind'], claims['assurance']],
    [id, id, 'natural', 'self_asserted'],
  );
  const profileOf = (who: string) =>
    stage.ask('portal', { subject: who, actor: who, role: 'user' }, `GET /persons/${id}/profile`);
  assert.equal((await profileOf(id)).status, 200);
  assert.equal((await profileOf((await stage.person())._id)).status, 404);
});

test('P573-26a: each wrong field says so in two parts; all that was typed stays but the password', async () => {
  const signing = await begin();
  const typed = registrationFields(newcomer({ pin: '22003198500012', password: 'short' }));
  const wrong = { ...typed, 'birthDate.day': '21', phone: '12', firstName: '' };
  const page = await signing.browser.post(`${signing.at}/register`, wrong);
  assert.equal(page.status, 422);
  for (const field of ['birthDate', 'phone', 'firstName', 'password'])
    assert.match(page.text, new RegExp(`id="f-${field}-error"`), field);
  assert.match(page.text, /kz-error__mend/);
  for (const kept of ['22003198500012', 'Сынакова', 'value="21"']) assert.ok(page.text.includes(kept), kept);
  assert.ok(!page.text.includes('short'));
  const sex = await signing.browser.post(`${signing.at}/register`, { ...typed, password: 'тоодо кар эрийт' });
  assert.match(sex.text, /id="f-sex-error"/);
});

test('P573-26b: a visitor who reads English is told in English what is wrong and how to mend it', async () => {
  const signing = await beginSignIn(stage, 'portal', openBrowser(stage.url, 'en'));
  const typed = registrationFields(newcomer({ pin: '1', phone: '12', password: 'short' }));
  const wrong = { ...typed, lastName: '', 'birthDate.day': '32', sex: '', email: 'none' };
  const { status, text } = await signing.browser.post(`${signing.at}/register`, wrong);
  assert.equal(status, 422);
  for (const said of [
    '“PIN”: it has 14 digits, not 1.',
    'Check it with the ID card or passport',
    '“Last name”: this is empty.',
    '“Date of birth”: there is no such date: 32.3.1985.',
    'Choose one answer.',
    'does not look like a number of Kyrgyzstan',
    'does not look like an e-mail address',
    'The password is too short.',
  ])
    assert.ok(text.includes(said), said);
  const said = text.match(/kz-error__(?:what|mend)">[^<]*/gu) ?? [];
  assert.ok(said.length >= 14);
  assert.doesNotMatch(said.join(' '), /\p{Script=Cyrillic}/u);
});

test('P573-14b: a password with the PIN, the birth date or the phone in it is refused', async () => {
  const signing = await begin();
  const person = newcomer();
  for (const password of [
    `жаз ${person.pin}`,
    'жаз 20031985 кыш',
    `жаз ${person.phone.slice(4)}`,
    'Password123!',
  ]) {
    const page = await signing.browser.post(
      `${signing.at}/register`,
      registrationFields({ ...person, password }),
    );
    assert.match(page.text, /id="f-password-error"/, password);
  }
});

test('P573-19c: of twenty registrations of one PIN at once one makes the cabinet, and all look alike', async () => {
  const pin = newcomer().pin;
  const people = Array.from({ length: 20 }, () => newcomer({ pin }));
  const signings = new Map<Newcomer, SigningIn>();
  for (const person of people) {
    const signing = await begin();
    await stage.on.kit.store.collection('tries').deleteMany({});
    await fillIn(signing, person);
    signings.set(person, signing);
  }
  const pages = await Promise.all([...signings].map(([person, signing]) => prove(stage, signing, person)));
  assert.equal((await ofPin(pin)).length, 1);
  const bare = pages.map(({ text }) => text.replaceAll(/interaction\/[\w-]+/g, ''));
  assert.equal(new Set(bare).size, 1);
  const phones = people.map(({ phone }) => phone);
  const left = await stage.on.kit.store.collection('credentials').countDocuments({ phone: { $in: phones } });
  assert.equal(left, 1, 'who lost the race has no means to sign in either');
});

test('P573-19c: a stranger with the PIN of somebody sees what everybody sees, gets nowhere, and the owner hears of it', async () => {
  const owner = newcomer();
  await openCabinet(stage, owner);
  const [fresh, stranger] = [newcomer(), newcomer({ pin: owner.pin, password: 'башка адамдын сырсөзү' })];
  const steps = async (person: Newcomer): Promise<string[]> => {
    const signing = await begin();
    const seen = [await fillIn(signing, person), await prove(stage, signing, person)];
    return seen.map(({ text, status }) =>
      `${status} ${text}`.replaceAll(/interaction\/[\w-]+|\d\d(?= *[.<])/g, '').replaceAll(person.pin, ''),
    );
  };
  assert.deepEqual(await steps(stranger), await steps(fresh));
  const signing = await begin();
  const refused = await givePassword(signing, owner.pin, stranger.password);
  assert.equal(refused.status, 422);
  const right = await givePassword(await begin(), owner.pin, owner.password);
  assert.equal(right.status, 303, 'the owner goes on as before');
  await waitFor(() => messagesTo(owner.phone).some((text) => text.includes('пытался зарегистрироваться')));
});

test('P573-19c: a cabinet of ESI is not taken over by registering its PIN either', async () => {
  const { pin, phone } = newcomer();
  const owner = await stage.person({ pin, phone });
  const stranger = newcomer({ pin });
  const signing = await register(stage, stranger);
  assert.equal((await givePassword(signing, pin, stranger.password)).status, 422);
  assert.deepEqual(
    (await ofPin(pin)).map(({ _id }) => _id),
    [owner._id],
  );
});

test('P573-14d: a wrong code opens nothing, tries end, a new code can be asked for; a code of another is none', async () => {
  const [person, other] = [newcomer(), newcomer()];
  const [signing, others] = [await begin(), await begin()];
  await fillIn(signing, person);
  await fillIn(others, other);
  const code = { code: stage.codeFor(person.phone) };
  const foreign = await others.browser.post(`${others.at}/register/code`, code);
  assert.ok(foreign.status === 422 || code.code === stage.codeFor(other.phone));
  const wrong = { code: anotherCode(code.code) };
  for (let tries = 0; tries < 5; tries++) {
    const { status } = await signing.browser.post(`${signing.at}/register/code`, wrong);
    assert.equal(status, 422);
  }
  const spent = await signing.browser.post(`${signing.at}/register/code`, code);
  assert.match(spent.text, /Запросите новый код/);
  assert.deepEqual(await ofPin(person.pin), []);
  await signing.browser.post(`${signing.at}/register/again`);
  await prove(stage, signing, person);
  assert.equal((await ofPin(person.pin)).length, 1);
});

test('P573-14d: the page can be gone back to, filled in as before, and the number corrected', async () => {
  const person = newcomer();
  const signing = await begin();
  await fillIn(signing, person);
  const before = await signing.browser.get(`${signing.at}/register`);
  assert.ok(before.text.includes(person.pin) && before.text.includes('Демо Бермет'));
  assert.ok(!before.text.includes(person.password));
  const mended = { ...person, phone: newcomer().phone };
  await fillIn(signing, mended);
  await prove(stage, signing, mended);
  assert.equal((await ofPin(person.pin))[0]?.contact.phone, mended.phone);
});

test('P573-19c: codes go to one phone a few times only', async () => {
  const person = newcomer();
  const signing = await begin();
  const statuses: number[] = [];
  for (let times = 0; times < 6; times++)
    statuses.push((await fillIn(signing, { ...person, pin: newcomer().pin })).status);
  assert.deepEqual(statuses, [200, 200, 200, 200, 200, 429]);
});

test('P573-22b: ESI with the same PIN and phone joins the cabinet, and ends what a stranger could have left in it', async () => {
  const person = newcomer();
  const { id } = await openCabinet(stage, person);
  stage.outside.people.set(`esi-${person.pin}`, {
    name: 'Демо Бермет Сынакова',
    pin: person.pin,
    phone_number: person.phone,
  });
  const signing = await begin();
  const { claims = {} } = await signing.redeem(await throughEsi(stage, signing, `esi-${person.pin}`));
  assert.equal(claims['person'], id);
  assert.equal(claims['assurance'], 'esi');
  assert.equal((await givePassword(await begin(), person.pin, person.password)).status, 422);
  assert.equal(
    await stage.on.kit.store.collection('sessions').countDocuments({ actor: id, route: 'own' }),
    0,
  );
  await waitFor(() => messagesTo(person.phone).some((text) => text.includes('ЕСИ подтвердила')));
});

test('P573-22b: ESI with the same PIN and another phone gets a cabinet of its own; the self-asserted one is closed', async () => {
  const stranger = newcomer();
  const { id } = await openCabinet(stage, stranger);
  const sub = `esi-${stranger.pin}`;
  stage.outside.people.set(sub, { name: 'Демо Бермет', pin: stranger.pin, phone_number: newcomer().phone });
  const signing = await begin();
  await throughEsi(stage, signing, sub);
  const seen = await signing.browser.follow(
    await signing.browser.post(`${signing.at}/consents`, bothConsents),
  );
  const { claims = {} } = await signing.redeem(seen);
  assert.notEqual(claims['person'], id);
  const closed = await collection('persons').findOne({ _id: id });
  assert.equal(closed?.closedAt, '2026-03-12T04:00:00.000Z');
  assert.equal((await givePassword(await begin(), stranger.pin, stranger.password)).status, 422);
  assert.equal((await givePassword(await begin(), stranger.phone, stranger.password)).status, 422);
  // And nobody registers with this PIN any more.
  const again = newcomer({ pin: stranger.pin });
  assert.equal((await givePassword(await register(stage, again), again.pin, again.password)).status, 422);
});

test('P573-22b: when ESI vouches for another number, codes of the own route go there too', async () => {
  const { pin, phone } = newcomer();
  const { phone: moved } = newcomer();
  const sub = `esi-${pin}`;
  const person = await stage.person({ sub, pin, phone });
  const as = { subject: person._id, role: 'user' } as const;
  const sent = await stage.ask('portal', as, `POST /persons/${person._id}/password-codes`);
  const given = { codeId: sent.body['id'], code: stage.codeFor(phone), password: goodPassword };
  assert.equal((await stage.ask('portal', as, `PUT /persons/${person._id}/password`, given)).status, 204);
  stage.outside.people.set(sub, { name: 'Демо Бермет', pin, phone_number: moved });
  await throughEsi(stage, await begin(), sub);
  await givePassword(await begin(), pin, goodPassword);
  assert.match(messagesTo(moved).at(-1) ?? '', /код входа/);
});

test('P573-22b: ESI and registrations of one PIN at the same moment leave one living cabinet, that of ESI', async () => {
  const person = newcomer();
  const signing = await begin();
  await fillIn(signing, person);
  const sub = `esi-${person.pin}`;
  stage.outside.people.set(sub, { name: 'Демо Бермет', pin: person.pin, phone_number: newcomer().phone });
  const esi = await begin();
  await Promise.all([prove(stage, signing, person), throughEsi(stage, esi, sub)]);
  const living = (await ofPin(person.pin)).filter(({ closedAt }) => closedAt === undefined);
  assert.deepEqual(
    living.map(({ knownAs }) => knownAs),
    [`esi:${sub}`],
  );
});

/** For what is told without waiting. */
async function waitFor(seen: () => boolean): Promise<void> {
  for (let turns = 0; turns < 2000 && !seen(); turns++) await new Promise(setImmediate);
  assert.ok(seen());
}
