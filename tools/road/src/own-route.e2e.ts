import assert from 'node:assert/strict';
import { randomInt } from 'node:crypto';
import test, { after, before } from 'node:test';
import { openBrowser, type TestBrowser } from '@kyzmat/testing';
import { startWorld, type World } from '@kyzmat/world';
import { apply, fillIn, goOn, type Fields, type Traveller } from './journey.ts';
import { codeOn, messagesOn } from './outside.ts';
import { axeFindsNothing, fitsTheScreen, saysNothingInCode, travellersOf } from './travellers.ts';

/** The portal's own route, without ESI: from nothing to a sent application, in a browser. */

let world: World;
let browser: TestBrowser;
const traveller = travellersOf(() => world);

before(async () => {
  [world, browser] = await Promise.all([startWorld(), openBrowser()]);
});
after(async () => {
  await browser.close();
  await world.stop();
});

const password = 'тоодо кар эрийт';
const consents: Fields = { user_agreement: 'yes', personal_data: 'yes' };

interface Newcomer {
  readonly pin: string;
  readonly phone: string;
}
function newcomer(): Newcomer {
  const tail = (count: number) => String(randomInt(10 ** count)).padStart(count, '0');
  return { pin: `120031985${tail(5)}`, phone: `+99670${tail(7)}` };
}

const residence = ({ phone }: Newcomer): readonly Fields[] => [
  {},
  {
    forWhom: 'self',
    'address.region': 'Бишкек шаары',
    'address.district': 'Биринчи Май району',
    'address.settlement': 'Бишкек',
    'address.street': 'Демо көчөсү',
    'address.house': '1',
  },
  { purpose: 'bank', phone },
];

test('P573-14d, P573-8h, P573-24: on a small phone without script: register, agree, apply for the free service', async () => {
  const citizen = await traveller(browser.noScript({ locale: 'ru' }), fitsTheScreen, saysNothingInCode);
  await walk(citizen);
});

test('P573-8b, P573-22a: with script, in Kyrgyz: register, agree, sign out, sign in with password and code, apply', async () => {
  const citizen = await traveller(browser.desktop({ locale: 'ky' }), axeFindsNothing, saysNothingInCode);
  await walk(citizen);
});

test('P573-14b, P573-49: on a small phone without script: another telephone is asked for and stopped; the cabinet is deleted', async () => {
  const citizen = await traveller(browser.noScript({ locale: 'ru' }), fitsTheScreen, saysNothingInCode);
  await changeAndLeave(citizen);
});

test('P573-14b, P573-49: with script, in Kyrgyz: another telephone is asked for and stopped; the cabinet is deleted', async () => {
  const citizen = await traveller(browser.desktop({ locale: 'ky' }), axeFindsNothing, saysNothingInCode);
  await changeAndLeave(citizen);
});

async function walk(citizen: Traveller): Promise<void> {
  const person = newcomer();
  await register(citizen, person);
  await agree(citizen);
  await lookAtAccount(citizen);
  await signOut(citizen);
  await signIn(citizen, person);
  const id = await apply(citizen, residence(person), person.phone);
  assert.notEqual(id, '');
}

async function changeAndLeave(citizen: Traveller): Promise<void> {
  const person = newcomer();
  await register(citizen, person);
  await agree(citizen);
  await askForAnotherPhone(citizen, person);
  await stopIt(citizen, person);
  await signIn(citizen, person);
  await deleteTheCabinet(citizen, person);
}

async function register(citizen: Traveller, person: Newcomer): Promise<void> {
  const { page, urls } = citizen;
  await page.goto(`${urls.portal}/sign-in`);
  await citizen.seen('sign-in');
  await page.locator('main a[href$="/register"]').click();
  await citizen.seen('register');
  await goOn(citizen);
  await citizen.seen('register-errors');
  assert.ok((await page.locator('.kz-error__mend').count()) >= 6, 'each field says what to do');
  const about = {
    pin: person.pin,
    lastName: 'Сынакова',
    firstName: 'Демо Бермет',
    'birthDate.day': '20',
    'birthDate.month': '3',
    'birthDate.year': '1985',
    sex: 'female',
    phone: person.phone,
  };
  await fillIn(citizen, about);
  await goOn(citizen);
  assert.equal(await page.locator('[name="lastName"]').inputValue(), 'Сынакова', 'nothing typed is lost');
  await fillIn(citizen, { password });
  await goOn(citizen);
  await fillIn(citizen, { code: await codeOn({ urls }, person.phone) });
  await citizen.seen('register-code');
  await goOn(citizen);
  await citizen.seen('registered');
  assert.equal(await page.locator('[name="login"]').inputValue(), person.pin);
  await fillIn(citizen, { password });
}

async function agree(citizen: Traveller): Promise<void> {
  await goOn(citizen);
  await citizen.seen('consents');
  await fillIn(citizen, consents);
  await goOn(citizen);
  await citizen.page.waitForURL(`${citizen.urls.portal}/cabinet`);
}

/** Password, a code to the telephone that counts, a code to the new one; then a day in which it can be stopped. */
async function askForAnotherPhone(citizen: Traveller, person: Newcomer): Promise<void> {
  const { page, urls } = citizen;
  const { phone } = newcomer();
  await page.goto(`${urls.portal}/account/security`);
  await page.locator('main a[href="/account/security/phone"]').click();
  await citizen.seen('phone');
  await fillIn(citizen, { address: phone, password: 'башка сөз айкашы' });
  await goOn(citizen);
  await page.locator('#f-password-error').waitFor();
  await citizen.seen('phone-wrong-password');
  assert.equal(await page.locator('[name="address"]').inputValue(), phone, 'nothing typed is lost');
  await fillIn(citizen, { password });
  await goOn(citizen);
  await fillIn(citizen, { code: '12' });
  await goOn(citizen);
  await page.locator('#f-code-error').waitFor();
  await citizen.seen('phone-wrong-code');
  await fillIn(citizen, { code: await codeOn({ urls }, person.phone) });
  const asked = await page.locator('h1').innerText();
  await goOn(citizen);
  await page.locator('h1').filter({ hasNotText: asked }).waitFor();
  await citizen.seen('phone-new-code');
  await fillIn(citizen, { code: await codeOn({ urls }, phone) });
  await goOn(citizen);
  await page.waitForURL(/[?]done=waiting$/u);
  await citizen.seen('phone-waits');
}

/** By the link that came to the telephone that counts, as whoever did not ask for the change would do it. */
async function stopIt(citizen: Traveller, { phone }: Newcomer): Promise<void> {
  const { page, urls } = citizen;
  const [news = ''] = await messagesOn({ urls }, phone);
  const [link = ''] = /http\S+/u.exec(news) ?? [];
  await page.goto(link);
  await citizen.seen('phone-stop');
  await page.locator('main form button').click();
  await page.locator('main form').waitFor({ state: 'detached' });
  await citizen.seen('phone-stopped');
  await page.goto(`${urls.portal}/account/security`);
  assert.ok(!page.url().endsWith('/account/security'), 'every session has ended');
}

async function deleteTheCabinet(citizen: Traveller, { phone }: Newcomer): Promise<void> {
  const { page, urls } = citizen;
  await page.goto(`${urls.portal}/my-data/delete`);
  await page.locator('main a[href="/my-data/delete/cabinet"]').click();
  await citizen.seen('leaving');
  await goOn(citizen);
  await fillIn(citizen, { code: '12' });
  await goOn(citizen);
  await page.locator('#f-code-error').waitFor();
  await citizen.seen('leaving-wrong-code');
  await fillIn(citizen, { code: await codeOn({ urls }, phone) });
  await goOn(citizen);
  await page.waitForURL(`${urls.portal}/cabinet-deleted`);
  await citizen.seen('left');
  await page.goto(`${urls.portal}/sign-in`);
  await fillIn(citizen, { login: phone, password });
  await goOn(citizen);
  await citizen.seen('sign-in-unknown');
}

async function lookAtAccount(citizen: Traveller): Promise<void> {
  const { page, urls } = citizen;
  for (const part of [
    'security',
    'security/password',
    'security/totp',
    'powers',
    'powers/new',
    'powers/organisation',
  ]) {
    await page.goto(`${urls.portal}/account/${part}`);
    await citizen.seen(part);
  }
  await goOn(citizen);
  await citizen.seen('organisation-errors');
  await page.goto(`${urls.portal}/account/security/totp`);
  await fillIn(citizen, { password });
  await goOn(citizen);
  await page.locator('main svg[role="img"] path').first().waitFor({ state: 'attached' });
  await citizen.seen('totp-secret');
}

async function signOut({ page }: Traveller): Promise<void> {
  await page.locator('form[action="/sign-out"] button').click();
  await page.waitForLoadState();
}

async function signIn(citizen: Traveller, person: Newcomer): Promise<void> {
  const { page, urls } = citizen;
  await page.goto(`${urls.portal}/services/residence-certificate`);
  await goOn(citizen);
  await fillIn(citizen, { login: person.phone, password });
  await goOn(citizen);
  await fillIn(citizen, { code: await codeOn({ urls }, person.phone) });
  await citizen.seen('sign-in-code');
  await goOn(citizen);
  await page.waitForURL(`${urls.portal}/services/residence-certificate/apply`);
  await goOn(citizen);
  await page.waitForURL(/\/cabinet\/drafts\//u);
}
