import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { typedRight } from '@kyzmat/forms/testing';
import { checkAxe } from '@kyzmat/testing';
import { holds, next, openFilling, saved, type, type Filling } from '../../testing/filling.ts';

let filling: Filling;

before(async () => {
  filling = await openFilling();
});
after(() => filling.stop());

for (const script of [true, false]) {
  test(`P573-27d: two devices, ${script ? 'with' : 'without'} script: both answers are shown, the person chooses, none vanishes`, async () => {
    const open = () => (script ? filling.browser.desktop() : filling.browser.noScript());
    const [one, other] = [await filling.signedIn(await open()), await filling.signedIn(await open())];
    const draft = await filling.begin(one);
    await other.goto(`${filling.url}${draft}/pages/written`);
    const right = typedRight[0]?.fields ?? {};
    await type(one, { fields: { ...right, name: 'Биринчи', email: 'one@example.kg' } });
    await next(one);
    await one.waitForURL(/\/pages\/chosen$/u);

    await type(other, { fields: { ...right, name: 'Экинчи', email: 'two@example.kg' } });
    if (script) await other.locator('[data-saved][data-state=conflict]').waitFor();
    await next(other);
    await other.locator('[name="_keep.name"]').first().waitFor();
    const shown = await other.locator('main').innerText();
    for (const answer of ['Биринчи', 'Экинчи', 'one@example.kg', 'two@example.kg']) {
      assert.ok(shown.includes(answer), answer);
    }
    if (script) assert.deepEqual(await checkAxe(other), []);
    await other.locator('main form button').first().click();
    await other.locator('.govuk-error-summary').waitFor();
    await other.locator('[name="_keep.name"][value=mine]').check();
    await other.locator('[name="_keep.email"][value=theirs]').check();
    await other.locator('main form button').first().click();
    await other.waitForURL(/\/pages\/chosen$/u);
    await other.goto(`${filling.url}${draft}/pages/written`);
    assert.deepEqual(await holds(other, 'name'), ['Экинчи']);
    assert.deepEqual(await holds(other, 'email'), ['one@example.kg']);
    await Promise.all([one, other].map((page) => page.context().close()));
  });
}

test('P573-27d: the network drops while typing: kept on the device, said, sent when it is back, then forgotten', async () => {
  const context = await filling.browser.desktop();
  const page = await filling.signedIn(context);
  const draft = await filling.begin(page);
  const kept = () => page.evaluate('Object.keys(localStorage).filter((key) => key.startsWith("kz:")).length');
  await context.setOffline(true);
  await page.locator('[name=story]').fill('жолдо жазылган');
  await page.locator('[data-saved][data-state=offline]').waitFor();
  assert.match(await saved(page).innerText(), /Байланыш жок/u);
  assert.equal(await kept(), 1);
  await next(page);
  assert.deepEqual(await holds(page, 'story'), ['жолдо жазылган'], 'the button loses nothing either');

  await context.setOffline(false);
  await page.locator('[data-saved][data-state=saved]').waitFor();
  assert.equal(await kept(), 0);
  await page.goto(`${filling.url}${draft}/pages/written`);
  assert.deepEqual(await holds(page, 'story'), ['жолдо жазылган']);
  await context.close();
});

test('P573-27d: typed without a network, and the window closed: it is there when the page is opened again', async () => {
  const context = await filling.browser.desktop();
  const page = await filling.signedIn(context);
  const draft = await filling.begin(page);
  await context.setOffline(true);
  await page.locator('[name=story]').fill('жабылган терезе');
  await page.locator('[data-saved][data-state=offline]').waitFor();
  await page.close();
  await context.setOffline(false);
  const again = await context.newPage();
  await again.goto(`${filling.url}${draft}/pages/written`);
  assert.deepEqual(await holds(again, 'story'), ['жабылган терезе']);
  await again.locator('[data-saved][data-state=saved]').waitFor();

  await context.setOffline(true);
  await again.locator('[name=story]').fill('чыгып кетет');
  await again.locator('[data-saved][data-state=offline]').waitFor();
  await context.setOffline(false);
  await again.locator('form[action="/sign-out"] button').click();
  await again.waitForURL((url) => !url.pathname.startsWith('/cabinet'));
  const left = await again.evaluate(
    'Object.keys(localStorage).filter((key) => key.startsWith("kz:")).length',
  );
  assert.equal(left, 0, 'signing out takes it from the device');
  await context.close();
});

test('P573-27b: a printed page says that it is a draft, in both languages, and prints no buttons', async () => {
  const page = await filling.signedIn(await filling.browser.desktop());
  await filling.begin(page);
  await page.emulateMedia({ media: 'print' });
  const mark = page.locator('.kz-print-only');
  assert.ok(await mark.isVisible());
  const said = await mark.innerText();
  assert.ok(/Долбоор/u.test(said) && /Черновик/u.test(said));
  assert.equal(await page.locator('main .kz-actions').first().isVisible(), false);
  await page.context().close();
});
