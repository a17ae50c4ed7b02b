import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { checkAxe, checkReflow, openBrowser, type TestBrowser } from './index.ts';

const page = (body: string) =>
  `data:text/html;charset=utf-8,${encodeURIComponent(
    `<!doctype html><html lang="ky"><head><title>Кызматтар</title><meta name="viewport" content="width=device-width">
  </head><body><main><h1>Мамлекеттик кызматтар</h1>${body}</main></body></html>`,
  )}`;
const greeting = '<p>Саламатсызбы! Өтүнмө, түзөтүү, көчүрмө, мөөнөт, ооруканаң.</p>';

let browser: TestBrowser;
before(async () => {
  browser = await openBrowser();
});
after(() => browser.close());

test('Kyrgyz is rendered, in Bishkek, for a visitor who reads Kyrgyz', async () => {
  const context = await browser.desktop();
  const tab = await context.newPage();
  await tab.goto(page(greeting));
  assert.match(await tab.innerText('p'), /Өтүнмө, түзөтүү/);
  assert.equal(await tab.evaluate('navigator.language'), 'ky-KG');
  assert.equal(await tab.evaluate('Intl.DateTimeFormat().resolvedOptions().timeZone'), 'Asia/Bishkek');
  const picture = process.env['SCREENSHOT'];
  if (picture !== undefined) await tab.screenshot({ path: picture });
  await context.close();
});

test('accessibility: a clean page has no lines, a bad one says what is wrong and where', async () => {
  const context = await browser.phone({ locale: 'ru' });
  const tab = await context.newPage();
  await tab.goto(page(greeting));
  assert.deepEqual(await checkAxe(tab), []);
  assert.deepEqual(await checkReflow(tab), []);
  await tab.goto(page('<input><p style="color:#bbb;width:700px">Өтө кең</p>'));
  const lines = await checkAxe(tab);
  assert.ok(lines.some((line) => line.startsWith('label (critical)') && line.includes('at input')));
  assert.ok(lines.some((line) => line.startsWith('color-contrast')));
  assert.deepEqual(await checkReflow(tab), ['p']);
  await context.close();
});

test('without script no script runs; the width is checked, axe says that it cannot work', async () => {
  const context = await browser.noScript();
  const tab = await context.newPage();
  await tab.goto(page('<p id="p">бар</p><script>document.getElementById("p").textContent = "жок"</script>'));
  assert.equal(await tab.innerText('#p'), 'бар');
  assert.deepEqual(await checkReflow(tab), []);
  await assert.rejects(checkAxe(tab), /axe needs script/);
  await context.close();
});

test('nothing outside this machine is looked up', async () => {
  const context = await browser.desktop();
  const tab = await context.newPage();
  await assert.rejects(tab.goto('http://example.kg/'), /ERR_NAME_NOT_RESOLVED/);
  await context.close();
});
