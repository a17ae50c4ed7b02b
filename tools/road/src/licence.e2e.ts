import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { openBrowser, type TestBrowser } from '@kyzmat/testing';
import { startWorld, type World } from '@kyzmat/world';
import { certifyAndSend } from './certificate.ts';
import { act, begin, enterDesk, fillIn, goOn, type Traveller } from './journey.ts';
import { choose, dayAfter, drinks, licencePhones, outlet, press, twoOutlets } from './licence.ts';
import { pay, resultOf, seeStage, verify } from './roads.ts';
import {
  axeFindsNothing,
  fitsTheScreen,
  saysNothingInCode,
  staffPassword,
  travellersOf,
} from './travellers.ts';

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

test('P573-8h, P573-26b, P573-34a: a legal entity fills in rows with files; each wrong answer is told at its field and kept; refused, it gets its money back', async () => {
  const citizen = await traveller(
    browser.desktop({ locale: 'ky' }),
    axeFindsNothing,
    fitsTheScreen,
    saysNothingInCode,
  );
  const { page } = citizen;
  await begin(citizen, 'alcohol-retail-licence', 'nazira');
  await citizen.seen('organisation');
  assert.equal(await page.locator('[name="organisationNumber"]').inputValue(), '02508201510123');
  await goOn(citizen);

  await goOn(citizen);
  await citizen.seen('licence-empty');
  await fillIn(citizen, { request: 'renewal', drinks: 'beer' });
  await page.locator('[name="licenceNumber"]').waitFor();
  await fillIn(citizen, {
    licenceNumber: '12',
    'licenceUntil.day': '31',
    'licenceUntil.month': '2',
    'licenceUntil.year': '2020',
    yearlyTurnover: 'көп',
  });
  await goOn(citizen);
  await citizen.seen('licence-wrong');
  for (const id of ['licenceNumber', 'licenceUntil', 'yearlyTurnover']) {
    await page.locator(`#f-${id}-error`).waitFor();
  }
  assert.equal(await page.locator('[name="yearlyTurnover"]').inputValue(), 'көп');
  await fillIn(citizen, { licenceNumber: 'AL 123456', 'licenceUntil.day': '28', yearlyTurnover: '250000' });
  await goOn(citizen);
  await citizen.seen('licence-rule');
  await fillIn(citizen, drinks);
  await goOn(citizen);

  await citizen.seen('outlets-first');
  await goOn(citizen);
  await citizen.seen('outlets-empty');
  await fillIn(citizen, { ...outlet(0, '12'), farFromSchools: 'no' });
  await page
    .locator('input[type="file"]')
    .setInputFiles({ name: 'виру с.exe', mimeType: 'application/pdf', buffer: Buffer.from('MZ') });
  await goOn(citizen);
  await citizen.seen('outlets-wrong');
  await choose(citizen, 'outlets[0].premisesProof', 'Ижара келишими.pdf');
  await goOn(citizen);
  await citizen.seen('outlets-rules');
  await press(citizen, '_add', 'outlets');
  await fillIn(citizen, outlet(1, '30'));
  await choose(citizen, 'outlets[1].premisesProof', 'Ижара келишими 2.pdf');
  await press(citizen, '_remove', 'outlets[0]');
  await citizen.seen('outlets-removed');
  assert.equal(await page.locator('[name="outlets[0].outletArea"]').inputValue(), '30');
  assert.match(await main(citizen), /келишими 2\.pdf/);
  await fillIn(citizen, { farFromSchools: 'yes' });
  await goOn(citizen);

  await citizen.seen('visit');
  await fillIn(citizen, { ...dayAfter(40, 'visitDate'), visitor: 'representative' });
  await page.locator('[name="visitorNumber"]').waitFor();
  await fillIn(citizen, { visitorName: 'Демо Өкүл', visitorNumber: '12003198500019', phone: '12' });
  await goOn(citizen);
  await citizen.seen('visit-wrong');
  await fillIn(citizen, {
    ...dayAfter(3, 'visitDate'),
    visitor: 'head',
    phone: '+996700000003',
  });
  await goOn(citizen);
  await citizen.seen('licence-check');
  assert.match(page.url(), /\/check$/);
  await goOn(citizen);
  assert.match(await main(citizen), /Демо Назира Мисалова, «Демо Ала-Тоо» ЖЧК атынан/);
  const id = await certifyAndSend(citizen, 'nazira');
  // The way back after sending leads to what was sent, not into a form that is gone.
  await page.goBack();
  await citizen.seen('back-after-sending');
  await refuseAfterPayment(citizen, await officer('ru'), id);
});

const officer = async (locale: 'ky' | 'ru'): Promise<Traveller> => {
  const staff = await traveller(browser.phone({ locale }), axeFindsNothing, fitsTheScreen, saysNothingInCode);
  await enterDesk(staff, 'timur', staffPassword(world), licencePhones.timur);
  return staff;
};

/** Paid, registered, appeared, and then refused: this service gives the money back. */
async function refuseAfterPayment(citizen: Traveller, staff: Traveller, id: string): Promise<void> {
  await seeStage(citizen, id, `${id}/pay"`);
  await pay(citizen, id);
  await seeStage(citizen, id, 'receipt.pdf');
  await act(staff, id, 'register', { executorId: 'timur' });
  await act(staff, id, 'record_appearance', {});
  await act(staff, id, 'refuse_provision', {
    grounds: 'forbidden-place',
    reason: 'Соода түйүнү мектептен 50 метр алыстыкта.',
  });
  await seeStage(citizen, id, 'Акча кайтар');
  await citizen.seen('refund');
  assert.match(await main(citizen), /тыюу салынган жерде/);
  assert.match(await main(citizen), /Макул болбосоңуз/);
}

test('P573-8h, P573-29c: the licence to the end, without script; the term starts when the person has come', async () => {
  const citizen = await traveller(browser.noScript({ locale: 'ru' }), fitsTheScreen, saysNothingInCode);
  await begin(citizen, 'alcohol-retail-licence', 'nazira');
  await goOn(citizen);
  await fillIn(citizen, drinks);
  await goOn(citizen);
  await twoOutlets(citizen);
  await fillIn(citizen, { ...dayAfter(3, 'visitDate'), visitor: 'head' });
  await goOn(citizen);
  await citizen.seen('check');
  await goOn(citizen);
  const id = await certifyAndSend(citizen, 'nazira');

  const staff = await officer('ky');
  await staff.page.goto(`${world.urls.desk}/applications/${id}`);
  await staff.seen('desk-licence');
  const file = staff.page.locator('main a[href*="/files/"]').first();
  const download = await staff.page.request.get(await file.evaluate((link) => String(link)));
  assert.match(await download.text(), /^%PDF-1\.4/);
  await act(staff, id, 'register', { executorId: 'timur' });
  await staff.seen('desk-registered');

  await seeStage(citizen, id, `${id}/pay"`);
  await citizen.seen('licence-unpaid');
  await pay(citizen, id);
  await seeStage(citizen, id, 'receipt.pdf');
  await citizen.seen('licence-accepted');
  assert.match(await main(citizen), /Срок ещё не начался/);
  // Where to come and why it is asked for.
  assert.match(await main(citizen), /окно 1/);

  await staff.page.goto(`${world.urls.desk}/applications/${id}/acts/record_appearance`);
  await fillIn(staff, { 'on.day': '31', 'on.month': '2', time: '25:00' });
  await goOn(staff);
  await staff.seen('desk-appearance-wrong');
  await fillIn(staff, dayAfter(2, 'on'));
  await fillIn(staff, { time: '10:00' });
  await goOn(staff);
  await staff.seen('desk-appearance-future');
  await act(staff, id, 'record_appearance', {});
  await staff.seen('desk-appeared');
  await seeStage(citizen, id, 'рассматривает');
  await citizen.seen('licence-in-progress');

  await staff.page.goto(`${world.urls.desk}/applications/${id}/acts/decide`);
  await fillIn(staff, { licenceNumber: '1' });
  await goOn(staff);
  await staff.seen('desk-decide-wrong');
  await fillIn(staff, {
    licenceNumber: 'AL 123456',
    places: 'Бишкек, Демо көчөсү, 1 жана 2',
    allowedDrinks: 'spirits',
    ...dayAfter(365, 'validUntil'),
    withConditions: 'no',
  });
  await goOn(staff);
  await staff.seen('desk-decided');
  await seeStage(citizen, id, 'result.pdf');
  await citizen.seen('licence-result');
  assert.equal(await verify(citizen, await resultOf(citizen, id)), 'Документ подлинный');
  await citizen.seen('verified');
});
