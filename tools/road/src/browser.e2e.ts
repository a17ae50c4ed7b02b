import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { openBrowser, type TestBrowser } from '@kyzmat/testing';
import { startWorld, type World } from '@kyzmat/world';
import { begin, fillIn, goOn, type Traveller } from './journey.ts';
import { Visitor } from './visitor.ts';
import { answerInEdms, applyAndPay, applyForResidence, decideAtDesk, resultOf, verify } from './roads.ts';
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

/** What the clerk opened at the desk stands in the citizen's cabinet, with the clerk who handles it by name. */
async function seesWhoUsedTheData(citizen: Traveller, id: string): Promise<void> {
  await citizen.page.goto(`${citizen.urls.portal}/my-data?application=${id}`);
  await citizen.seen('my-data');
  const lines = await citizen.page.locator('main article').allInnerTexts();
  const opened = lines.filter((line) => line.includes('Заявление открыто'));
  assert.ok(
    opened.some((line) => line.includes('сотрудник учреждения')),
    lines.join('\n'),
  );
  assert.ok(
    opened.some((line) => line.includes('Нурлан')),
    lines.join('\n'),
  );
}

const password = (): string => staffPassword(world);

test('P573-6b, P573-6c, P573-6d, P573-11, P573-13c: the free service on a small phone, in Russian, without script', async () => {
  const citizen = await traveller(browser.noScript({ locale: 'ru' }), fitsTheScreen, saysNothingInCode);
  const staff = await traveller(browser.desktop({ locale: 'ru' }), axeFindsNothing, fitsTheScreen);
  const id = await applyForResidence(citizen);
  await decideAtDesk(citizen, staff, id, password());

  const document = await resultOf(citizen, id);
  assert.equal(await verify(citizen, document), 'Документ подлинный');
  await seesWhoUsedTheData(citizen, id);
});

test('P573-D4: a document with one byte changed is shown as changed', async () => {
  const citizen = await traveller(browser.desktop({ locale: 'ru' }), axeFindsNothing);
  const staff = await traveller(browser.desktop({ locale: 'ky' }), axeFindsNothing);
  const id = await applyForResidence(citizen);
  await decideAtDesk(citizen, staff, id, password());
  const document = await resultOf(citizen, id);
  document[2000] = (document[2000] ?? 0) ^ 1;
  assert.equal(await verify(citizen, document), 'Документ изменён');
  await citizen.seen('changed');
});

test('P573-6e, P573-29f, C22-11: the paid service, in Kyrgyz, answered in the provider’s document system', async () => {
  const citizen = await traveller(browser.desktop({ locale: 'ky' }), axeFindsNothing, saysNothingInCode);
  const clerk = await traveller(browser.desktop({ locale: 'ru' }), axeFindsNothing);
  const id = await applyAndPay(citizen);
  await answerInEdms(citizen, clerk, id);
  assert.equal(await verify(citizen, await resultOf(citizen, id)), 'Документ чыныгы');
});

test('P573-26a, P573-26b: the error stands at the field at once, in two parts, and nothing typed is lost', async () => {
  const citizen = await traveller(browser.phone({ locale: 'ru' }), axeFindsNothing, fitsTheScreen);
  const { page } = citizen;
  await begin(citizen, 'criminal-record-certificate', 'bakyt');
  await fillIn(citizen, { personalNumber: '123', birthPlace: 'Ош' });
  await page.locator('[name="birthPlace"]').blur();
  await page.locator('#f-personalNumber-error').waitFor();
  assert.match(await page.locator('#f-personalNumber-error').innerText(), /\S+.+\n?.*\S+/);
  await citizen.seen('error after a field');

  await goOn(citizen);
  assert.match(await page.title(), /^Ошибка: /);
  await citizen.seen('error after the page');
  assert.equal(await page.locator('[name="personalNumber"]').inputValue(), '123');
  assert.equal(await page.locator('[name="birthPlace"]').inputValue(), 'Ош');
});

test('P573-8e: people who sign in at the same moment each get in, and as themselves', async () => {
  const { urls } = world;
  const names = { aigul: 'Айгүл', bakyt: 'Бакыт' };
  const entries = Array.from({ length: 6 }, () => Object.entries(names)).flat();
  await Promise.all(
    entries.map(async ([person, name]) => {
      const visitor = new Visitor();
      const door = await visitor.get(`${urls.portal}/sign-in`);
      const esi = await visitor.post(`${door.url.split('?', 1)[0] ?? ''}/esi`, {});
      let page = await visitor.post(esi.url, { person });
      if (page.url.includes('/consents')) {
        page = await visitor.post(page.url, { user_agreement: 'yes', personal_data: 'yes' });
      }
      assert.equal(page.url, `${urls.portal}/cabinet`);
      assert.ok(page.text.includes(name), `${person} came in as somebody else`);
    }),
  );
});

test('P573-11: from the first page into the form with the keyboard alone', async () => {
  const citizen = await traveller(browser.desktop({ locale: 'ky' }), axeFindsNothing);
  const { page } = citizen;
  await page.goto(world.urls.portal);
  await walkTo(citizen, '[name="q"]');
  await page.keyboard.type('маалымкат');
  await press(citizen, 'Enter');
  await walkTo(citizen, 'a[href$="/services/residence-certificate"]');
  await press(citizen, 'Enter');
  await walkTo(citizen, 'main .kz-actions .kz-button');
  await press(citizen, 'Enter');
  assert.match(page.url(), /interaction/);
  await walkTo(citizen, 'main button');
  await press(citizen, 'Enter');
  await walkTo(citizen, 'main button[value="bakyt"]');
  await press(citizen, 'Enter');
  for (const consent of ['user_agreement', 'personal_data']) {
    if (!page.url().includes('/consents')) break;
    await walkTo(citizen, `[name="${consent}"]`);
    await page.keyboard.press('Space');
  }
  if (page.url().includes('/consents')) {
    await walkTo(citizen, 'main .kz-actions .kz-button');
    await press(citizen, 'Enter');
  }
  await walkTo(citizen, 'main .kz-actions .kz-button');
  await press(citizen, 'Enter');
  assert.match(page.url(), /\/cabinet\/drafts\/[^/]+\/pages\/person/);
});

/** Tab until the wanted element has the focus, as somebody without a mouse does. */
async function walkTo({ page }: Traveller, selector: string): Promise<void> {
  for (let step = 0; step < 80; step++) {
    await page.keyboard.press('Tab');
    if ((await page.locator(`${selector}:focus`).count()) > 0) return;
  }
  throw new Error(`${selector} cannot be reached with the keyboard at ${page.url()}`);
}

async function press({ page }: Traveller, key: string): Promise<void> {
  const before = page.url();
  await page.keyboard.press(key);
  await page.waitForURL((url) => url.href !== before);
}
