import assert from 'node:assert/strict';
import { fillIn, goOn } from '../journey.ts';
import { codeOn } from '../outside.ts';
import { click, follow, saveByButton, visit, type Walker } from './walker.ts';

/** What is kept of the person: who used it, a copy of it, and its end. */

export async function seeWhoUsedThem({ citizen, way, sent }: Walker): Promise<void> {
  const { page } = citizen;
  await visit(citizen, '/cabinet');
  await follow(citizen, '/my-data');
  await citizen.seen('my-data');
  await fillIn(citizen, { application: sent, provider: 'population-register' });
  await click(citizen, page.locator('main .kz-filters button'));
  await citizen.seen('my-data-filtered');
  assert.deepEqual(await page.locator('main section h2').allInnerTexts(), [way.says.provider]);
  const uses = await page.locator('main article').allInnerTexts();
  const wanted = [...way.says.use, 'Демо Нурлан Өмүров'];
  assert.ok(
    uses.some((use) => wanted.every((part) => use.includes(part))),
    uses.join('\n'),
  );
}

export async function takeACopy({ citizen }: Walker): Promise<void> {
  await visit(citizen, '/my-data');
  await follow(citizen, '/my-data/copy');
  await citizen.seen('my-data-copy');
  const zip = (await saveByButton(citizen)).toString('latin1');
  assert.equal(zip.slice(0, 2), 'PK');
  for (const part of ['person/profile.json', 'who-used-my-data.json', 'index.html']) {
    assert.ok(zip.includes(part), part);
  }
}

export async function deleteADraft({ citizen, way, draft }: Walker): Promise<void> {
  const { page } = citizen;
  await visit(citizen, '/my-data');
  await follow(citizen, '/my-data/delete');
  await citizen.seen('delete');
  await goOn(citizen);
  await citizen.seen('delete-nothing-chosen');
  await fillIn(citizen, { ids: draft });
  await goOn(citizen);
  await fillIn(citizen, { code: '12' });
  await goOn(citizen);
  await citizen.seen('delete-wrong-code');
  await page.locator('#f-code-error').waitFor();
  await fillIn(citizen, { code: await codeOn(citizen, way.phone) });
  await goOn(citizen);
  await citizen.seen('deleted');
  await page.locator('main .kz-notice--done').waitFor();
  assert.equal(await page.locator(`[value="${draft}"]`).count(), 0);
  assert.equal((await page.request.get(`${citizen.urls.portal}/cabinet/drafts/${draft}`)).status(), 404);
}
