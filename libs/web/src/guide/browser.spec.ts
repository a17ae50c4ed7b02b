import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import test, { after, before, beforeEach } from 'node:test';
import { AxeBuilder } from '@axe-core/playwright';
import chromium from '@sparticuz/chromium';
import { type Browser, type BrowserContext, chromium as playwright, type Page } from 'playwright-core';
import { webApp } from '../app/web-app.ts';
import { createPages } from '../pages/pages.ts';
import { type GuidePage, guidePages, renderStyleGuide } from './guide.ts';

/** What the pages' server was asked, and how it answers now. */
const server = {
  checks: 0,
  saves: [] as Record<string, string>[],
  posts: 0,
  live: 'Каралууда',
  tells: false,
  saveStatus: 200,
};

let browser: Browser;
let context: BrowserContext;
let page: Page;
let tell = (): void => undefined;
let origin: string;
let close: () => void;
const violations: string[] = [];

function guideApp() {
  const pages = createPages({
    templateDirs: [path.join(import.meta.dirname, 'pages')],
    texts: {},
    kind: 'portal',
  });
  const app = webApp({ pages, https: false });
  app.get('/guide/:page/:lang', (req, res) => {
    const name = guidePages.find((each) => each === req.params.page) ?? 'home';
    res.send(renderStyleGuide(name, req.params.lang === 'ru' ? 'ru' : 'ky'));
  });
  app.post('/check', (req, res) => {
    server.checks += 1;
    const { firstName, _field: field } = req.body as Record<string, string>;
    const wrong = field === 'firstName' && (firstName ?? '').length < 2;
    const error = { field: 'firstName', what: 'Атыңыз кыска.', mend: 'Толук жазыңыз.' };
    res.json({ errors: wrong ? [error] : [], visible: { reason: firstName !== 'Асел' } });
  });
  app.post('/save', (req, res) => {
    server.saves.push(req.body as Record<string, string>);
    res
      .status(server.saveStatus)
      .json({ saved: 'Сакталды, 14:06', version: String(3 + server.saves.length) });
  });
  app.get('/cabinet/applications/1/live', (_req, res) => res.send(`<p>${server.live}</p>`));
  app.get('/cabinet/applications/1/events', (_req, res) => {
    if (!server.tells) {
      res.status(404).end();
      return;
    }
    res.writeHead(200, { 'Content-Type': 'text/event-stream' }).write('event: changed\ndata: -\n\n');
    tell = () => void res.write('event: changed\ndata: -\n\n');
  });
  app.post('/guide/:page/:lang', (_req, res) => {
    server.posts += 1;
    res.status(204).end();
  });
  return app;
}

before(async () => {
  const listening = guideApp().listen(0, '127.0.0.1');
  await once(listening, 'listening');
  origin = `http://127.0.0.1:${(listening.address() as AddressInfo).port}`;
  close = () => listening.close();
  browser = await playwright.launch({
    executablePath: await chromium.executablePath(),
    args: [...chromium.args, '--disable-quic', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'],
  });
  context = await browser.newContext();
  page = await context.newPage();
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) violations.push(message.text());
  });
  page.on('pageerror', (error) => violations.push(error.message));
});

beforeEach(async () => {
  await page.goto('about:blank');
  Object.assign(server, { checks: 0, saves: [], posts: 0, live: 'Каралууда', tells: false, saveStatus: 200 });
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.unrouteAll();
});

after(async () => {
  await browser.close();
  close();
});

const open = (name: GuidePage, lang = 'ky') => page.goto(`${origin}/guide/${name}/${lang}`);
const saved = () => page.locator('[data-saved]');

for (const scheme of ['light', 'dark'] as const) {
  test(`P573-11: every page passes WCAG 2.2 AA and fits a phone of 320 pixels, ${scheme}`, async () => {
    await page.emulateMedia({ colorScheme: scheme });
    await page.setViewportSize({ width: 320, height: 640 });
    for (const name of guidePages) {
      await open(name, scheme === 'light' ? 'ky' : 'ru');
      const result = await new AxeBuilder({ page }).analyze();
      assert.deepEqual(
        result.violations.map(({ id, nodes }) => `${name} ${id}: ${nodes[0]?.html ?? ''}`),
        [],
      );
      const sideways = await page.evaluate('document.documentElement.scrollWidth > innerWidth');
      assert.equal(sideways, false, `${name} scrolls sideways`);
    }
  });
}

test('P573-11: everything a finger meets is at least 44 pixels high, or stands in a text', async () => {
  await page.setViewportSize({ width: 320, height: 640 });
  await open('form');
  const small = await page.evaluate(
    `[...document.querySelectorAll('button, select, input:not([type=hidden]), nav a')]
      .filter((one) => one.getBoundingClientRect().height < 44 && one.getBoundingClientRect().height > 0)
      .map((one) => one.outerHTML.slice(0, 80))`,
  );
  assert.deepEqual(small, []);
});

test('P573-11: the keyboard comes first to the way past the header, and sees where it is', async () => {
  await open('home');
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate('document.activeElement.hash'), '#main');
  await page.keyboard.press('Tab');
  assert.match(String(await page.evaluate('getComputedStyle(document.activeElement).outline')), /3px/);
});

test('P573-26a: a wrong value is told at its field as soon as the field is left, and no longer when mended', async () => {
  await open('form');
  const input = page.locator('#f-firstName');
  await input.fill('А');
  await page.keyboard.press('Tab');
  const message = page.locator('#f-firstName-error');
  assert.equal(
    await message.innerText().then((text) => text.replaceAll(/\s+/g, ' ').trim()),
    'Ката: Атыңыз кыска. Толук жазыңыз.',
  );
  assert.equal(await input.getAttribute('aria-describedby'), 'f-firstName-error');
  assert.equal(await input.getAttribute('aria-invalid'), 'true');
  await page
    .getByRole('status')
    .filter({ hasText: 'Атыңыз кыска. Толук жазыңыз.' })
    .first()
    .waitFor({ state: 'attached' });
  await input.fill('Асел');
  await page.keyboard.press('Tab');
  await message.waitFor({ state: 'detached' });
  assert.equal(await input.getAttribute('aria-describedby'), null);
  await page.locator('[data-field=reason]').waitFor({ state: 'hidden' });
});

test('P573-26a: a date is checked when all of it is left, not between its parts', async () => {
  await open('form');
  await page.locator('#f-birthDate-day').fill('30');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  assert.equal(server.checks, 0);
  await page.keyboard.press('Tab');
  const asked = page.waitForResponse('**/check');
  await page.locator('#f-email').focus();
  await asked.catch(() => undefined);
  assert.equal(server.checks, 1);
});

test('P573-27d: what is typed is saved as it is typed, with the version it was typed into', async () => {
  await open('form');
  await page.locator('#f-firstName').fill('Асел');
  await saved().filter({ hasText: 'Сакталды, 14:06' }).waitFor();
  assert.equal(server.saves.at(-1)?.['firstName'], 'Асел');
  assert.equal(server.saves.at(-1)?.['version'], '3');
  assert.equal(await page.locator('input[name=version]').inputValue(), String(3 + server.saves.length));
});

test('P573-27d: without a connection nothing typed is lost, not even by a reload', async () => {
  await open('form');
  await page.route('**/save', (route) => route.abort());
  await page.locator('#f-firstName').fill('Асел');
  await saved().filter({ hasText: 'Байланыш жок' }).waitFor();
  await page.reload();
  await saved()
    .filter({ hasText: /калыбына келтирилди|Байланыш жок/ })
    .waitFor();
  assert.equal(await page.locator('#f-firstName').inputValue(), 'Асел');
  await page.unrouteAll();
  await page.evaluate("dispatchEvent(new Event('online'))");
  await saved().filter({ hasText: 'Сакталды' }).waitFor();
  assert.equal(server.saves.at(-1)?.['firstName'], 'Асел');
  assert.equal(await page.evaluate('localStorage.length'), 0);
});

test('a draft changed elsewhere is not written over, and the person is told', async () => {
  server.saveStatus = 409;
  await open('form');
  await page.locator('#f-firstName').fill('Асел');
  await saved().filter({ hasText: 'башка жерден да өзгөртүлдү' }).waitFor();
  await page.locator('#f-email').fill('a@b.kg');
  assert.equal(server.saves.length, 1);
});

test('changing the language saves first', async () => {
  await open('form');
  await page.locator('#f-firstName').fill('Асел');
  const left = page.waitForURL((url) => !url.pathname.startsWith('/guide'));
  await page.locator('.kz-languages a').first().click();
  await left;
  assert.equal(server.saves.length, 1);
});

test('two presses of a button send once', async () => {
  await open('form');
  const button = page.locator('.kz-button', { hasText: 'Сактап, улантуу' });
  const sent = page.waitForRequest(
    (request) => request.method() === 'POST' && request.url().endsWith('/form/ky'),
  );
  await button.dblclick();
  await sent;
  await page.locator('[aria-disabled=true]', { hasText: 'Жөнөтүлүп жатат' }).waitFor();
  assert.equal(server.posts, 1);
});

test('the status renews itself while it is seen', async () => {
  await open('status');
  server.live = 'Даяр';
  await page.locator('[data-live-url]', { hasText: 'Даяр' }).waitFor({ timeout: 20_000 });
});

test('told of a change, the page shows it at once, and the focus stays where it was', async () => {
  Object.assign(server, { tells: true, live: '<a id="here" href="#here">Калуу</a> <b>Каралууда</b>' });
  const listening = page.waitForRequest((request) => request.url().endsWith('/events'));
  await open('status');
  await listening;
  const region = page.locator('[data-live-url]');
  await region.locator('b', { hasText: 'Каралууда' }).waitFor({ timeout: 20_000 });
  await page.locator('#here').focus();
  server.live = '<a id="here" href="#here">Калуу</a> <b>Даяр</b>';
  tell();
  await region.locator('b', { hasText: 'Даяр' }).waitFor({ timeout: 3_000 });
  assert.equal(await page.evaluate('document.activeElement.id'), 'here');
});

test('what is opened stays open when other things come and go before it', async () => {
  const why = '<details><summary>Эмне үчүн?</summary><p>Үч күн.</p></details>';
  Object.assign(server, { tells: true, live: `<i>Күтүлүүдө</i> ${why} <em>Кийин</em>` });
  const listening = page.waitForRequest((request) => request.url().endsWith('/events'));
  await open('status');
  await listening;
  const region = page.locator('[data-live-url]');
  await region.locator('i').waitFor({ timeout: 20_000 });
  await region.locator('summary').click();
  for (const before of ['<b>Катталды</b> <em>Аткаруучу</em>', '', '<i>Даяр</i>']) {
    server.live = `${before} ${why} <em>Кийин ${before.length}</em>`;
    tell();
    await region.getByText(`Кийин ${before.length}`).waitFor({ timeout: 3_000 });
    assert.ok(await region.getByText('Үч күн.').isVisible(), before);
    assert.equal(await region.locator('details').count(), 1);
  }
});

test('an error page begins at its summary, whose links lead to the inputs', async () => {
  await open('form-errors');
  assert.equal(await page.evaluate("document.activeElement.hasAttribute('data-focus')"), true);
  await page.locator('.govuk-error-summary a').first().click();
  assert.equal(await page.evaluate('document.activeElement.id'), 'f-firstName');
});

test('no page broke its own security policy or threw', () => {
  assert.deepEqual(violations, []);
});
