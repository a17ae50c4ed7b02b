import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { checkAxe, checkReflow, openBrowser, type TestBrowser } from '@kyzmat/testing';
import { startWorld, type World } from '@kyzmat/world';
import type { BrowserContext, Page } from 'playwright-core';
import { crawl, weigh } from './crawl.ts';
import { goOn } from './journey.ts';
import { applyForResidence } from './roads.ts';
import { travellersOf } from './travellers.ts';

type State = Awaited<ReturnType<BrowserContext['storageState']>>;
type Language = 'ky' | 'ru' | 'en';

/** How somebody comes: each page is seen in each of these ways. */
interface Way {
  readonly language: Language;
  readonly width: 320 | 1280;
  readonly look?: 'contrast' | 'large-contrast';
  /** The size of text set in the browser, in pixels: 32 is 200 %. */
  readonly text?: 32;
}

const most = 100_000;
const open = ['/', '/services', '/services?q=xyz', '/verify', '/verify/NO-SUCH', '/help', '/no-such-page'];

let world: World;
let browser: TestBrowser;
/** A citizen with an application sent and another begun; and nobody. */
let visitors: readonly { readonly state: State; readonly addresses: readonly string[] }[];
const traveller = travellersOf(() => world);

before(async () => {
  browser = await openBrowser();
  world = await startWorld();
  const { portal } = world.urls;
  const context = browser.desktop({ locale: 'ru' });
  const citizen = await traveller(context);
  await applyForResidence(citizen);
  await citizen.page.goto(`${portal}/services/criminal-record-certificate`);
  await goOn(citizen);
  const draft = new URL(citizen.page.url()).pathname.split('/').slice(0, 4).join('/');
  const inside = [...open, '/cabinet', `${draft}/check`, `${draft}/delete`, '/account'];
  const someone = await (await browser.desktop()).newPage();
  visitors = [
    { state: await (await context).storageState(), addresses: await crawl(citizen.page, portal, inside) },
    { state: { cookies: [], origins: [] }, addresses: await crawl(someone, portal, open) },
  ];
});
after(async () => {
  await browser.close();
  await world.stop();
});

async function pageFor(state: State, { language, width, look, text }: Way): Promise<Page> {
  const context = await (width === 320 ? browser.phone() : browser.desktop());
  const { hostname } = new URL(world.urls.portal);
  const wishes = { kz_lang: language, kz_look: look ?? 'normal' };
  const cookies = state.cookies.filter(({ name }) => !(name in wishes));
  const place = { domain: hostname, path: '/' };
  await context.addCookies([
    ...cookies,
    ...Object.entries(wishes).map(([name, value]) => ({ name, value, ...place })),
  ]);
  const page = await context.newPage();
  if (text !== undefined) {
    const session = await context.newCDPSession(page);
    await session.send('Page.setFontSizes', { fontSizes: { standard: text, fixed: text } });
  }
  return page;
}

/** Every page in one way; gives what is wrong, a line each. */
async function walk(way: Way, check: (page: Page) => Promise<readonly string[]>): Promise<string[]> {
  const wrong: string[] = [];
  for (const { state, addresses } of visitors) {
    const page = await pageFor(state, way);
    for (const address of addresses) {
      await page.goto(world.urls.portal + address);
      const found = await check(page);
      wrong.push(...found.map((line) => `${address}: ${line}`));
    }
    await page.context().close();
  }
  return wrong;
}

async function soundPage(page: Page): Promise<readonly string[]> {
  return [...(await checkAxe(page, { bestPractice: true })), ...(await checkReflow(page))];
}

test('the crawl reaches what a citizen reaches', () => {
  const [inside, outside] = visitors.map(({ addresses }) => addresses.join('\n'));
  for (const part of ['/cabinet/applications/', '/pages/', '/check', '/delete', '/withdraw', '/account'])
    assert.ok(inside?.includes(part), `${part} in\n${inside ?? ''}`);
  assert.ok(outside?.includes('/services/residence-certificate'));
  assert.equal(outside?.includes('/cabinet'), false);
});

const ways: readonly Way[] = [
  { language: 'ky', width: 320 },
  { language: 'ru', width: 1280 },
  { language: 'en', width: 320, look: 'contrast' },
];
for (const way of ways) {
  const { language, width, look = 'usual colours' } = way;
  test(`P573-11, P573-7: every page passes axe and fits, in ${language} at ${width} px, ${look}`, async () => {
    assert.deepEqual(await walk(way, soundPage), []);
  });
}

test('P573-11: no page scrolls sideways at 320 px with text of 200 %, or with the portal’s own large text', async () => {
  assert.deepEqual(await walk({ language: 'ky', width: 320, text: 32 }, checkReflow), []);
  assert.deepEqual(await walk({ language: 'ru', width: 320, look: 'large-contrast' }, checkReflow), []);
});

test(`P573-11: a first visit to any page loads less than ${most} bytes without pictures`, async () => {
  const weights: [number, string][] = [];
  for (const { state, addresses } of visitors) {
    for (const address of addresses) {
      const page = await pageFor(state, { language: 'ky', width: 320 });
      const weight = weigh(page);
      await page.goto(world.urls.portal + address, { waitUntil: 'networkidle' });
      weights.push([await weight(), address]);
      await page.context().close();
    }
  }
  weights.sort(([a], [b]) => b - a);
  assert.ok((weights[0]?.[0] ?? most) < most, weights.slice(0, 5).join('; '));
});

test('P573-26b: the error state of every form passes axe, is named first in the title, and begins at its summary', async () => {
  const seen: string[] = [];
  for (const { state, addresses } of visitors) {
    const page = await pageFor(state, { language: 'en', width: 320 });
    for (const address of addresses.filter((each) => !/delete|withdraw|cancel|sign-out/u.test(each))) {
      await page.goto(world.urls.portal + address);
      const forms = page.locator('main form[method="post"][novalidate]');
      if ((await forms.count()) === 0) continue;
      for (const input of await page.locator('main form input[type="text"]').all()) await input.fill('');
      await forms.first().locator('button').first().click();
      await page.waitForLoadState();
      const summary = page.locator('.govuk-error-summary');
      if ((await summary.count()) === 0) continue;
      seen.push(address);
      assert.match(await page.title(), /^Error: /, address);
      assert.equal(await page.evaluate("document.activeElement.matches('[data-focus]')"), true, address);
      assert.deepEqual(await soundPage(page), [], address);
    }
    await page.context().close();
  }
  assert.ok(seen.some((address) => address.includes('/verify')) && seen.length >= 3, seen.join());
});
