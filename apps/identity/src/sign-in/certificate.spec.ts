import assert from 'node:assert/strict';
import { randomInt } from 'node:crypto';
import { after, before, test } from 'node:test';
import type { Authority } from '@kyzmat/documents';
import type { Person } from '../persons/person.ts';
import { authorityOf, signedBy } from '../testing/authority.ts';
import type { Seen } from '../testing/browser.ts';
import { beginSignIn, type SigningIn } from '../testing/sign-in.ts';
import { openStage, type Stage } from '../testing/stage.ts';

let stage: Stage;
let authority: Authority;
before(async () => {
  stage = await openStage();
  authority = await authorityOf(stage);
});
after(() => stage.stop());

const both = { user_agreement: 'yes', personal_data: 'yes' };
const anyPin = (): string => `2${String(randomInt(10 ** 12)).padStart(13, '0')}`;
const certificateOf = (pin: string) => authority.issueSigner({ commonName: 'Демо Бакыт Үлгүев', pin });

async function challengeIn({ browser, at }: SigningIn): Promise<string> {
  const { status, text } = await browser.get(`${at}/certificate/challenge`);
  assert.equal(status, 200);
  return text;
}
function hand({ browser, at }: SigningIn, cms: string): Promise<Seen> {
  return browser.upload(`${at}/certificate`, 'signature', new Uint8Array(Buffer.from(cms, 'base64')));
}
const isRefused = ({ status, text }: Seen): boolean => status === 422 && text.includes('#f-signature');

test('P573-8b, P573-14d: a certificate brings in a new person, who agrees and has a cabinet; and the same one again', async () => {
  const pin = anyPin();
  const certificate = await certificateOf(pin);
  const enter = async (): Promise<unknown> => {
    const signing = await beginSignIn(stage, 'portal');
    const cms = await signedBy(certificate, await challengeIn(signing));
    const after = await signing.browser.follow(await hand(signing, cms));
    const back = after.text.includes('user_agreement')
      ? await signing.browser.follow(await signing.browser.post(`${signing.at}/consents`, both))
      : after;
    return (await signing.redeem(back)).claims?.['person'];
  };
  const person = await enter();
  const stored = await stage.on.kit.store.collection<Person>('persons').findOne({ 'profile.pin': pin });
  assert.equal(stored?._id, person);
  assert.equal(stored?.profile.assurance, 'qualified');
  assert.equal(stored.consents[0]?.route, 'qualified');
  assert.equal(await enter(), person);
});

test('P573-8b: a person known through ESI comes in by the certificate with the same number', async () => {
  const pin = anyPin();
  const known = await stage.person({ pin });
  const signing = await beginSignIn(stage, 'portal');
  const cms = await signedBy(await certificateOf(pin), await challengeIn(signing));
  await signing.browser.follow(await hand(signing, cms));
  const back = await signing.browser.follow(await signing.browser.post(`${signing.at}/consents`, both));
  assert.equal((await signing.redeem(back)).claims?.['person'], known._id);
});

test('P573-8b: a signed challenge works once, in its own browser and sign-in only', async () => {
  const certificate = await certificateOf(anyPin());
  const signing = await beginSignIn(stage, 'portal');
  const cms = await signedBy(certificate, await challengeIn(signing));

  const other = await beginSignIn(stage, 'portal');
  await challengeIn(other);
  assert.ok(isRefused(await hand(other, cms)), 'another sign-in has another challenge');
  const stolen = { ...signing, browser: other.browser };
  assert.equal((await hand(stolen, cms)).status, 401, 'another browser has no part in it');

  assert.equal((await hand(signing, cms)).status, 303);
  assert.ok(isRefused(await hand(signing, cms)), 'used');
  await challengeIn(signing);
  assert.ok(isRefused(await hand(signing, cms)), 'a new challenge makes the old one worthless');
});

test('P573-8b: an old challenge, a foreign file, no file and a certificate without a number open nothing', async () => {
  const certificate = await certificateOf(anyPin());
  const signing = await beginSignIn(stage, 'portal');
  const old = await signedBy(certificate, await challengeIn(signing));
  const steps = stage.on.kit.store.collection<{ _id: string; step: { kind: string; until: Date } }>(
    'sign_in_steps',
  );
  await steps.updateMany({ 'step.kind': 'challenge' }, { $set: { 'step.until': new Date(Date.now() - 1) } });
  assert.match((await hand(signing, old)).text, /больше пяти минут/u);

  await challengeIn(signing);
  assert.ok(isRefused(await hand(signing, await signedBy(certificate, 'something else'))));
  assert.ok(isRefused(await hand(signing, '')));
  const nameless = await authority.issueSigner({ commonName: 'Демо' });
  assert.ok(isRefused(await hand(signing, await signedBy(nameless, await challengeIn(signing)))));
  const facts = stage.on.kit.store.collection('access_facts');
  assert.ok((await facts.countDocuments({ route: 'qualified', outcome: 'refused' })) >= 2);
});

test('P573-19c: a cabinet somebody opened by password with this number is not entered before it is proved', async () => {
  const pin = anyPin();
  const { _id } = await stage.person({ pin });
  const persons = stage.on.kit.store.collection<Person>('persons');
  await persons.updateOne({ _id }, { $set: { knownAs: `pin:${pin}`, 'profile.assurance': 'self_asserted' } });
  const signing = await beginSignIn(stage, 'portal');
  const refused = await hand(signing, await signedBy(await certificateOf(pin), await challengeIn(signing)));
  assert.ok(isRefused(refused));
  assert.match(refused.text, /войдите через ЕСИ/u);
});
