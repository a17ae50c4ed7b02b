import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { FieldError } from '@kyzmat/forms';
import { showcase, typedRight, typedWrong, type Typing } from '@kyzmat/forms/testing';
import { listen, type Listening } from '@kyzmat/http';
import { checkAxe, checkReflow, openBrowser, type TestBrowser } from '@kyzmat/testing';
import type { BrowserContext, Page } from 'playwright-core';
import { service } from '../../testing/stand-ins.ts';
import { openStage, type Stage } from '../../testing/stage.ts';

let stage: Stage;
let door: Listening;
let browser: TestBrowser;

before(async () => {
  stage = await openStage(showcase);
  door = await listen(stage.app.http, { port: 0, host: '127.0.0.1' });
  browser = await openBrowser();
});
after(async () => {
  await browser.close();
  await door.close();
  await stage.stop();
});

/** A page of a person who has signed in, as a new device. */
async function signedIn(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  // Identity's stand-in has no pages: what it would send the browser back with is in the address it was sent with.
  await page.goto(`${door.url}/sign-in?to=/cabinet`);
  const state = new URL(page.url()).searchParams.get('state') ?? '';
  await page.goto(`${door.url}/auth/callback?code=aigul&state=${state}`);
  assert.equal(new URL(page.url()).pathname, '/cabinet');
  return page;
}

/** A new draft of the form with every type, open at its first page; gives its address. */
async function begin(page: Page): Promise<string> {
  await page.goto(`${door.url}/services/${service}/apply`);
  await page.locator('main form button').first().click();
  await page.waitForURL(/\/pages\/written$/u);
  return new URL(page.url()).pathname.replace('/pages/written', '');
}

/** Types into the inputs of a page as a person would: texts, choices, boxes. */
async function type(page: Page, { fields }: Pick<Typing, 'fields'>): Promise<void> {
  for (const [name, typed] of Object.entries(fields)) {
    const inputs = page.locator(`main [name="${name}"]`);
    const kind = await inputs.first().getAttribute('type');
    const isSelect = (await page.locator(`main select[name="${name}"]`).count()) > 0;
    if (kind === 'radio' || kind === 'checkbox') {
      for (const value of [typed ?? []].flat()) {
        await page.locator(`main [name="${name}"][value="${value}"]`).check();
      }
    } else if (isSelect) await inputs.selectOption(String(typed));
    else await inputs.fill(String(typed));
  }
}

/** What the inputs hold now, by name. */
async function holds(page: Page, name: string): Promise<string[]> {
  const all: string[] = [];
  for (const input of await page.locator(`main [name="${name}"]`).all()) {
    const type = await input.getAttribute('type');
    if (type !== 'radio' && type !== 'checkbox') all.push(await input.inputValue());
    else if (await input.isChecked()) all.push((await input.getAttribute('value')) ?? '');
  }
  return all;
}

/** The message at a field: what is wrong, and how to mend it. */
async function messageAt(page: Page, field: string): Promise<Pick<FieldError, 'code'> & { parts: string[] }> {
  const id = `#f-${field.replaceAll(/[[\].]+/gu, '-')}-error`;
  const parts = await page.locator(`${id} .kz-error__what, ${id} .kz-error__mend`).allInnerTexts();
  return { code: field, parts };
}

const next = (page: Page) =>
  page.locator('main form[data-form] button.kz-button:not([name])').first().click();
const saved = (page: Page) => page.locator('[data-saved]');

for (const script of [true, false]) {
  const how = script ? 'with script' : 'without script';

  test(`P573-26b: each type of field filled in wrongly, ${how}: told at the field in two parts, nothing typed is lost`, async () => {
    const page = await signedIn(await (script ? browser.desktop() : browser.noScript()));
    const draft = await begin(page);
    for (const typing of typedWrong) {
      await page.goto(`${door.url}${draft}/pages/${typing.page}`);
      await type(page, typing);
      await next(page);
      await page.locator('.govuk-error-summary').waitFor();
      for (const field of typing.wrong) {
        const { parts } = await messageAt(page, field);
        assert.equal(parts.length, 2, `${field}: ${parts.join('|')}`);
        assert.ok(
          parts.every((part) => part.trim() !== ''),
          field,
        );
      }
      for (const [name, typed] of Object.entries(typing.fields)) {
        assert.deepEqual(await holds(page, name), [typed ?? []].flat(), name);
      }
      if (script) assert.deepEqual(await checkAxe(page), [], typing.page);
      assert.deepEqual(await checkReflow(page), [], typing.page);
    }
    await page.context().close();
  });

  test(`P573-25, P573-27d: the whole form, ${how}: a row added, a file, a branch; back at the first page everything is there`, async () => {
    const page = await signedIn(await (script ? browser.desktop() : browser.noScript()));
    const draft = await begin(page);
    for (const typing of typedRight) {
      assert.ok(page.url().endsWith(`/pages/${typing.page}`), page.url());
      if (typing.page === 'chosen' && !script) {
        // Asked by the answer: without script the page comes again with the question.
        const { more, ...before } = typing.fields;
        await type(page, { fields: before });
        await next(page);
        await page.locator('.govuk-error-summary').waitFor();
        await type(page, { fields: { more } });
      } else if (typing.page === 'composed') {
        await page.locator('input[type=file]').setInputFiles({
          name: 'a.pdf',
          mimeType: 'application/pdf',
          buffer: Buffer.from('%PDF'),
        });
        await rowByRow(page, typing, script);
      } else await typeAsAsked(page, typing);
      await next(page);
      await page.waitForURL((url) => !url.pathname.endsWith(`/pages/${typing.page}`));
    }
    assert.ok(page.url().endsWith('/check'), page.url());
    for (const typing of typedRight) {
      await page.goto(`${door.url}${draft}/pages/${typing.page}`);
      for (const [name, typed] of Object.entries(typing.fields)) {
        const held = await holds(page, name);
        // Some are shown as they are written by rule: a phone, an amount.
        if (!['phone', 'area', 'income'].includes(name)) assert.deepEqual(held, [typed ?? []].flat(), name);
        else assert.notEqual(held[0], '');
      }
    }
    await page.context().close();
  });
}

for (const script of [true, false]) {
  const how = script ? 'with script' : 'without script';

  test(`P573-26a: a rule over two fields speaks at its field, ${how}`, async () => {
    const page = await signedIn(await (script ? browser.desktop() : browser.noScript()));
    const draft = await begin(page);
    await page.goto(`${door.url}${draft}/pages/chosen`);
    const { more, ...right } = typedRight[1]?.fields ?? {};
    await type(page, { fields: { ...right, 'from.day': '9', branch: 'no' } });
    await next(page);
    await page.locator('.govuk-error-summary').waitFor();
    const { parts } = await messageAt(page, 'to');
    assert.deepEqual(parts, ['Аягы башталышынан мурда.', 'Эки күндү салыштырыңыз.']);
    assert.equal(await page.locator('.govuk-error-message').count(), 1);
    await page.context().close();
  });

  test(`P573-27d: rows of a group come and go, ${how}, and what stands in the others stays`, async () => {
    const page = await signedIn(await (script ? browser.desktop() : browser.noScript()));
    const draft = await begin(page);
    await page.goto(`${door.url}${draft}/pages/composed`);
    await type(page, { fields: { 'home.region': 'Чүй', 'children[0].childName': 'Биринчи' } });
    await page.locator('main button[name=_add]').click();
    await page.locator('[name="children[1].childName"]').fill('Экинчи');
    assert.equal(await page.locator('main button[name=_add]').count(), 0, 'two rows at most');
    await page.locator('main button[name=_remove][value="children[0]"]').click();
    await page.locator('[name="children[1].childName"]').waitFor({ state: 'detached' });
    assert.deepEqual(await holds(page, 'children[0].childName'), ['Экинчи']);
    assert.deepEqual(await holds(page, 'home.region'), ['Чүй']);
    await page.context().close();
  });
}

/** Questions that other answers bring: the script shows them when the answer is there. */
async function typeAsAsked(page: Page, { fields }: Typing): Promise<void> {
  for (const [name, typed] of Object.entries(fields)) {
    await page.locator(`main [name="${name}"]`).first().waitFor({ state: 'attached' });
    if (name === 'more') await page.locator('[data-field="more"]').waitFor({ state: 'visible' });
    await type(page, { fields: { [name]: typed } });
  }
}

async function rowByRow(page: Page, { fields }: Typing, script: boolean): Promise<void> {
  const school = 'children[0].school';
  const { [school]: last, ...before } = fields;
  await type(page, { fields: before });
  if (script) await page.locator(`[data-field="${school}"]`).waitFor({ state: 'visible' });
  else {
    await next(page);
    await page.locator('.govuk-error-summary').waitFor();
  }
  await type(page, { fields: { [school]: last } });
}

test('P573-26a: after a field its own check answers, before the page is sent', async () => {
  const page = await signedIn(await browser.desktop());
  await begin(page);
  await page.locator('[name=pin]').fill('123');
  await page.locator('[name=pin]').blur();
  await page.locator('#f-pin-error').waitFor();
  assert.equal((await messageAt(page, 'pin')).parts.length, 2);
  await page.locator('[name=pin]').fill('12003198500012');
  await page.locator('[name=pin]').blur();
  await page.locator('#f-pin-error').waitFor({ state: 'detached' });
  await page.context().close();
});

for (const script of [true, false]) {
  test(`P573-27d: two devices, ${script ? 'with' : 'without'} script: both answers are shown, the person chooses, none vanishes`, async () => {
    const open = () => (script ? browser.desktop() : browser.noScript());
    const [one, other] = [await signedIn(await open()), await signedIn(await open())];
    const draft = await begin(one);
    await other.goto(`${door.url}${draft}/pages/written`);
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
    await other.goto(`${door.url}${draft}/pages/written`);
    assert.deepEqual(await holds(other, 'name'), ['Экинчи']);
    assert.deepEqual(await holds(other, 'email'), ['one@example.kg']);
    await Promise.all([one, other].map((page) => page.context().close()));
  });
}

test('P573-27d: the network drops while typing: kept on the device, said, sent when it is back, then forgotten', async () => {
  const context = await browser.desktop();
  const page = await signedIn(context);
  const draft = await begin(page);
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
  await page.goto(`${door.url}${draft}/pages/written`);
  assert.deepEqual(await holds(page, 'story'), ['жолдо жазылган']);
  await context.close();
});

test('P573-27d: typed without a network, and the window closed: it is there when the page is opened again', async () => {
  const context = await browser.desktop();
  const page = await signedIn(context);
  const draft = await begin(page);
  await context.setOffline(true);
  await page.locator('[name=story]').fill('жабылган терезе');
  await page.locator('[data-saved][data-state=offline]').waitFor();
  await page.close();
  await context.setOffline(false);
  const again = await context.newPage();
  await again.goto(`${door.url}${draft}/pages/written`);
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
  const page = await signedIn(await browser.desktop());
  await begin(page);
  await page.emulateMedia({ media: 'print' });
  const mark = page.locator('.kz-print-only');
  assert.ok(await mark.isVisible());
  const said = await mark.innerText();
  assert.ok(/Долбоор/u.test(said) && /Черновик/u.test(said));
  assert.equal(await page.locator('main .kz-actions').first().isVisible(), false);
  await page.context().close();
});
