import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { openBrowser, type TestBrowser } from '@kyzmat/testing';
import { startWorld, type World } from '@kyzmat/world';
import { signFile } from './certificate.ts';
import { begin, enterCabinet, fillIn, goOn, type Traveller } from './journey.ts';
import { axeFindsNothing, fitsTheScreen, travellersOf } from './travellers.ts';

let world: World;
let browser: TestBrowser;
const traveller = travellersOf(() => world);

before(async () => {
  browser = await openBrowser();
  world = await startWorld();
});
after(async () => {
  await browser.close();
  await world.stop();
});

const main = ({ page }: Traveller): Promise<string> => page.locator('main').innerText();

test('P573-28a, P573-29e: signed with a certificate on a small phone, without script; a foreign one is told at its field', async () => {
  const citizen = await traveller(browser.noScript({ locale: 'ru' }), fitsTheScreen);
  const { page } = citizen;
  await begin(citizen, 'residence-certificate', 'aigul');
  for (const fields of [{}, { forWhom: 'self' }, { purpose: 'bank' }]) {
    await fillIn(citizen, fields);
    await goOn(citizen);
  }
  await goOn(citizen);
  await page.locator('main button[name="by"]').click();
  await page.waitForLoadState();
  await citizen.seen('qualified');
  await goOn(citizen);
  assert.match(await page.locator('#f-signature-error').innerText(), /Файл подписи не выбран/u);
  await signFile(citizen, 'bakyt');
  await goOn(citizen);
  await citizen.seen('qualified-foreign');
  assert.match(await page.locator('#f-signature-error').innerText(), /сертификатом другого лица/u);
  await signFile(citizen, 'aigul');
  await goOn(citizen);
  assert.match(page.url(), /\/confirmation$/u);
});

test('P573-8b, P573-14c, P573-49: in by certificate; consents withdrawn and given again; signed out everywhere', async () => {
  const citizen = await traveller(browser.desktop({ locale: 'ru' }), axeFindsNothing, fitsTheScreen);
  const { page, urls } = citizen;
  await page.goto(`${urls.portal}/sign-in?to=/account`);
  await page.locator('main a[href$="/certificate"]').click();
  await citizen.seen('certificate');
  await signFile(citizen, 'bakyt');
  await goOn(citizen);
  await citizen.seen('consents');
  await fillIn(citizen, { user_agreement: 'yes', personal_data: 'yes' });
  await goOn(citizen);
  assert.match(page.url(), /\/account$/u);
  await citizen.seen('account');

  await page.goto(`${urls.portal}/account/consents/personal_data/withdraw`);
  await citizen.seen('withdraw');
  await goOn(citizen);
  assert.match(await main(citizen), /Сейчас услуги закрыты/u);
  await citizen.seen('withdrawn');
  await page.goto(`${urls.portal}/services/residence-certificate/apply`);
  assert.match(page.url(), /\/account\/consents\?to=/u);
  await fillIn(citizen, { personal_data: 'yes' });
  await goOn(citizen);
  assert.match(page.url(), /\/services\/residence-certificate\/apply$/u);
  await page.goto(`${urls.portal}/agreements/personal_data`);
  await citizen.seen('agreement');

  const phone = await traveller(browser.phone({ locale: 'ky' }), axeFindsNothing, fitsTheScreen);
  await enterCabinet(phone, 'bakyt');
  await phone.page.goto(`${urls.portal}/account/sign-ins`);
  await phone.seen('sign-ins');
  await phone.page.locator('form[action$="/end-all"] button').click();
  await page.goto(`${urls.portal}/cabinet`);
  assert.match(page.url(), /\/interaction\//u, 'the other browser is signed out too');
});
