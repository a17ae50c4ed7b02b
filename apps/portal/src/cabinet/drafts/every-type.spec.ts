import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { typedRight, typedWrong, type Typing } from '@kyzmat/forms/testing';
import { checkAxe, checkReflow } from '@kyzmat/testing';
import type { Page } from 'playwright-core';
import { holds, messageAt, next, openFilling, type, type Filling } from '../../testing/filling.ts';

let filling: Filling;

before(async () => {
  filling = await openFilling();
});
after(() => filling.stop());

for (const script of [true, false]) {
  const how = script ? 'with script' : 'without script';

  test(`P573-26b: each type of field filled in wrongly, ${how}: told at the field in two parts, nothing typed is lost`, async () => {
    const page = await filling.signedIn(
      await (script ? filling.browser.desktop() : filling.browser.noScript()),
    );
    const draft = await filling.begin(page);
    for (const typing of typedWrong) {
      await page.goto(`${filling.url}${draft}/pages/${typing.page}`);
      await type(page, typing);
      await next(page);
      await page.locator('.govuk-error-summary').waitFor();
      for (const field of typing.wrong) {
        const parts = await messageAt(page, field);
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
    const page = await filling.signedIn(
      await (script ? filling.browser.desktop() : filling.browser.noScript()),
    );
    const draft = await filling.begin(page);
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
      await page.goto(`${filling.url}${draft}/pages/${typing.page}`);
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
    const page = await filling.signedIn(
      await (script ? filling.browser.desktop() : filling.browser.noScript()),
    );
    const draft = await filling.begin(page);
    await page.goto(`${filling.url}${draft}/pages/chosen`);
    const { more, ...right } = typedRight[1]?.fields ?? {};
    await type(page, { fields: { ...right, 'from.day': '9', branch: 'no' } });
    await next(page);
    await page.locator('.govuk-error-summary').waitFor();
    const parts = await messageAt(page, 'to');
    assert.deepEqual(parts, ['Аягы башталышынан мурда.', 'Эки күндү салыштырыңыз.']);
    assert.equal(await page.locator('.govuk-error-message').count(), 1);
    await page.context().close();
  });

  test(`P573-27d: rows of a group come and go, ${how}, and what stands in the others stays`, async () => {
    const page = await filling.signedIn(
      await (script ? filling.browser.desktop() : filling.browser.noScript()),
    );
    const draft = await filling.begin(page);
    await page.goto(`${filling.url}${draft}/pages/composed`);
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
  const page = await filling.signedIn(await filling.browser.desktop());
  await filling.begin(page);
  await page.locator('[name=pin]').fill('123');
  await page.locator('[name=pin]').blur();
  await page.locator('#f-pin-error').waitFor();
  assert.equal((await messageAt(page, 'pin')).length, 2);
  await page.locator('[name=pin]').fill('12003198500012');
  await page.locator('[name=pin]').blur();
  await page.locator('#f-pin-error').waitFor({ state: 'detached' });
  await page.context().close();
});
