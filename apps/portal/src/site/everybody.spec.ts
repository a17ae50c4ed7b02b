import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { after, before, test } from 'node:test';
import { checkAxe, checkReflow, openBrowser, type TestBrowser } from '@kyzmat/testing';
import type { BrowserContext, Page } from 'playwright-core';
import { crawl, weigh } from '../testing/crawl.ts';
import { openStage, type Stage } from '../testing/stage.ts';
import { code, service } from '../testing/samples.ts';
import { visitor, type Visitor } from '../testing/visitor.ts';

/** How somebody comes: each page is seen in each of these ways. */
interface Way {
  readonly language: 'ky' | 'ru' | 'en';
  readonly width: 320 | 1280;
  readonly look?: 'contrast' | 'large-contrast';
  /** The size of text set in the browser, in pixels: 32 is 200 %. */
  readonly text?: 32;
}

const most = 100_000;
const pictures = process.env['PICTURES'];
const open = ['/', '/services', '/services?q=xyz', '/verify', '/verify/NO-SUCH', '/help', '/no-such-page'];
const mine = ['/cabinet', '/account', '/my-data'];

let stage: Stage;
let server: Server;
let origin: string;
let browser: TestBrowser;
/** Somebody with an application sent and another begun; and nobody. */
let visitors: { readonly cookies: readonly Cookie[]; readonly addresses: readonly string[] }[];

interface Cookie {
  readonly name: string;
  readonly value: string;
}

before(async () => {
  [stage, browser] = await Promise.all([openStage(), openBrowser()]);
  server = createServer(stage.app.http).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  origin = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
  const who = visitor(stage, 'ru');
  await who.signIn('aigul');
  const sent = await begun(who);
  await who.get(`${sent}/sign`);
  await who.post(`${sent}/sign`);
  await who.post(`${sent}/sign/code`, { code });
  const draft = await begun(who);
  const application = sent.replace('/drafts/', '/applications/');
  const inside = [application, `${application}/confirmation`, `${draft}/check`, `${draft}/sign`];
  const starts = [...mine, ...inside, `${draft}/delete`, `/services/${service}/apply`];
  visitors = [await seenBy([...open, ...starts], who.cookies()), await seenBy(open, [])];
});
after(async () => {
  await browser.close();
  server.closeAllConnections();
  server.close();
  await stage.stop();
});

async function begun(who: Visitor): Promise<string> {
  return (await who.post(`/services/${service}/apply`)).headers['location'] ?? '';
}

async function seenBy(starts: readonly string[], cookies: readonly Cookie[]) {
  const page = await pageFor(cookies, { language: 'ru', width: 1280 });
  const addresses = await crawl(page, origin, starts);
  await page.context().close();
  return { cookies, addresses };
}

async function pageFor(cookies: readonly Cookie[], { language, width, look, text }: Way): Promise<Page> {
  const context: BrowserContext = await (width === 320 ? browser.phone() : browser.desktop());
  const wishes = { kz_lang: language, kz_look: look ?? 'normal' };
  const own = cookies.filter(({ name }) => !(name in wishes));
  const wished = Object.entries(wishes).map(([name, value]) => ({ name, value }));
  await context.addCookies([...own, ...wished].map((cookie) => ({ ...cookie, url: origin })));
  const page = await context.newPage();
  if (text !== undefined) {
    const session = await context.newCDPSession(page);
    await session.send('Page.setFontSizes', { fontSizes: { standard: text, fixed: text } });
  }
  return page;
}

const rootSize = 'parseFloat(getComputedStyle(document.documentElement).fontSize)';

function sizeOf({ look, text }: Way): number {
  const size: number = text ?? 16;
  return look === 'large-contrast' ? 1.5 * size : size;
}

/** Every page in one way; gives what is wrong, a line each. */
async function walk(way: Way, check: (page: Page) => Promise<readonly string[]>): Promise<string[]> {
  const walks = visitors.map(async ({ cookies, addresses }, index) => {
    const wrong: string[] = [];
    const page = await pageFor(cookies, way);
    for (const address of addresses) {
      await page.goto(origin + address);
      assert.equal(await page.evaluate(rootSize), sizeOf(way));
      wrong.push(...(await check(page)).map((line) => `${address}: ${line}`));
      if (pictures !== undefined) {
        const name = [
          index,
          way.language,
          way.width,
          way.look,
          way.text,
          address.replaceAll(/\W+/gu, '_'),
        ].join('-');
        await page.screenshot({ path: `${pictures}/${name}.png`, fullPage: true });
      }
    }
    await page.context().close();
    return wrong;
  });
  return (await Promise.all(walks)).flat();
}

async function sound(page: Page): Promise<readonly string[]> {
  return [...(await checkAxe(page, { bestPractice: true })), ...(await checkReflow(page))];
}

test('the crawl reaches what people reach, and nobody reaches what is somebody’s', () => {
  const [inside = '', outside = ''] = visitors.map(({ addresses }) => addresses.join('\n'));
  for (const part of ['/cabinet/applications/', '/pages/', '/check', '/delete', '/withdraw', '/account'])
    assert.ok(inside.includes(part), `${part} in\n${inside}`);
  assert.ok(outside.includes(`/services/${service}`));
  assert.equal(/\/(?:cabinet|account|my-data)/u.test(outside), false);
});

const ways: readonly Way[] = [
  { language: 'ky', width: 320 },
  { language: 'ru', width: 1280 },
  { language: 'en', width: 320, look: 'contrast' },
];
for (const way of ways) {
  const { language, width, look = 'usual colours' } = way;
  test(`P573-7, P573-11: every page passes axe and fits, in ${language} at ${width} px, ${look}`, async () => {
    assert.deepEqual(await walk(way, sound), []);
  });
}

test('P573-11: no page scrolls sideways at 320 px with text of 200 %, or with the portal’s own large text', async () => {
  assert.deepEqual(await walk({ language: 'ky', width: 320, text: 32 }, checkReflow), []);
  assert.deepEqual(await walk({ language: 'ru', width: 320, look: 'large-contrast' }, checkReflow), []);
});

test(`P573-11: a first visit to any page loads less than ${most} bytes without pictures`, async (context) => {
  const weights: [number, string][] = [];
  for (const { cookies, addresses } of visitors) {
    const page = await pageFor(cookies, { language: 'ky', width: 320 });
    const session = await page.context().newCDPSession(page);
    await session.send('Network.enable');
    await session.send('Network.setCacheDisabled', { cacheDisabled: true });
    for (const address of addresses) {
      const weight = weigh(page);
      await page.goto(origin + address);
      await page.evaluate('document.fonts.ready.then(() => true)');
      weights.push([await weight(), address]);
    }
    await page.context().close();
  }
  weights.sort(([a], [b]) => b - a);
  context.diagnostic(`the heaviest: ${weights.slice(0, 3).join('; ')}`);
  assert.ok((weights[0]?.[0] ?? most) < most, weights.slice(0, 5).join('; '));
});

test('P573-26b: an error state passes axe, is named first in the title, and begins at its summary', async () => {
  const seen: string[] = [];
  const wrong: string[] = [];
  for (const { cookies, addresses } of visitors) {
    const page = await pageFor(cookies, { language: 'en', width: 320 });
    for (const address of addresses.filter((each) => !/delete|withdraw|sign-outs|\/sign$/u.test(each))) {
      await page.goto(origin + address);
      const form = page.locator('main form[method="post"][novalidate]').first();
      if ((await form.count()) === 0) continue;
      for (const input of await form.locator('input[type="text"]:visible').all()) await input.fill('');
      const answered = page.waitForEvent('load');
      await form.locator('button').first().click();
      await answered;
      if ((await page.locator('.govuk-error-summary').count()) === 0) continue;
      seen.push(address);
      const title = await page.title();
      assert.match(title, /^(Error|Ошибка): /u, `${address}: ${title}`);
      const active = await page.evaluate('document.activeElement.outerHTML.slice(0, 200)');
      assert.match(String(active), /^<div [^>]*data-focus/, `${address}: ${String(active)}`);
      wrong.push(...(await sound(page)).map((line) => `${address}: ${line}`));
    }
    await page.context().close();
  }
  assert.deepEqual(wrong, []);
  assert.ok(seen.some((address) => address.startsWith('/verify')) && seen.length >= 3, seen.join());
});
