import assert from 'node:assert/strict';
import { randomInt } from 'node:crypto';
import test, { after, before } from 'node:test';
import { openBrowser, type TestBrowser } from '@kyzmat/testing';
import { startWorld, type World } from '@kyzmat/world';
import { apply, fillIn, goOn, type Fields, type Traveller } from './journey.ts';
import { codeOn } from './outside.ts';
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

async function walk(citizen: Traveller): Promise<void> {
  const person = newcomer();
  await register(citizen, person);
  await goOn(citizen);
  await citizen.seen('consents');
  await fillIn(citizen, consents);
  await goOn(citizen);
  await citizen.page.waitForURL(`${citizen.urls.portal}/cabinet`);
  await lookAtAccount(citizen);
  await signOut(citizen);
  await signIn(citizen, person);
  const id = await apply(citizen, residence(person), person.phone);
  assert.notEqual(id, '');
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
  await goOn(citizen);
}
