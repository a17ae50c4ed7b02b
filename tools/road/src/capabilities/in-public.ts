import assert from 'node:assert/strict';
import type { Traveller } from '../journey.ts';
import { click, follow, readWhy, textOf, visit, type Walker } from './walker.ts';

/** What everybody can do before signing in. */

const service = '/services/residence-certificate';

export async function findTheService({ citizen, way }: Walker): Promise<void> {
  const { page } = citizen;
  await visit(citizen, '/');
  for (const [typed, name] of [
    ['прапска', 'slip'],
    ['jashagan jeri', 'latin'],
  ] as const) {
    await page.locator('main [name="q"]').fill(typed);
    await click(citizen, page.locator('main search button'));
    await citizen.seen(`found-${name}`);
    const first = page.locator('main .kz-cards a').first();
    assert.equal(await first.getAttribute('href'), service, typed);
  }
  await follow(citizen, service);
  assert.match(await readWhy(citizen), /\d\d:\d\d/);
  await citizen.seen('service');
  const said = await textOf(citizen);
  for (const promise of way.says.service) assert.ok(said.includes(promise), promise);
}

export async function printTheService({ citizen, way }: Walker): Promise<void> {
  const { page } = citizen;
  await visit(citizen, service);
  await page.emulateMedia({ media: 'print' });
  await citizen.seen('service-on-paper');
  const said = await textOf(citizen);
  for (const promise of way.says.service) assert.ok(said.includes(promise), promise);
  assert.ok(said.includes(page.url()), 'the address, closed on the screen, is on paper');
  assert.equal(await page.locator('main .kz-actions').first().isVisible(), false);
  assert.equal((await page.pdf()).toString('latin1', 0, 5), '%PDF-');
  await page.emulateMedia({ media: null });
}

export async function readTheAgreements({ citizen }: Walker): Promise<void> {
  for (const kind of ['user_agreement', 'personal_data']) {
    await follow(citizen, '/agreements');
    await citizen.seen('agreements');
    await follow(citizen, `/agreements/${kind}`);
    await citizen.seen(kind);
    assert.ok((await citizen.page.locator('main ol > li').count()) > 3, kind);
  }
}

export async function turnTheLook({ citizen }: Walker): Promise<void> {
  const html = citizen.page.locator('html');
  const look = async (): Promise<string> => (await html.getAttribute('class')) ?? '';
  await visit(citizen, service);
  await turnBoth(citizen);
  await visit(citizen, service);
  assert.match(await look(), /kz--large.*kz--contrast/);
  await citizen.seen('large');
  await turnBoth(citizen);
  assert.doesNotMatch(await look(), /large|contrast/);
}

/** Large text and more contrast, on or off. */
async function turnBoth(citizen: Traveller): Promise<void> {
  const { page } = citizen;
  for (const turn of [0, 1]) {
    await page.locator('.kz-look summary').click();
    await click(citizen, page.locator('.kz-look a').nth(turn));
  }
}

export async function readInEnglish({ citizen }: Walker): Promise<void> {
  const { page } = citizen;
  const language = async (): Promise<string> => (await page.locator('html').getAttribute('lang')) ?? '';
  await visit(citizen, service);
  const own = await language();
  await click(citizen, page.locator('a[hreflang="en"]'));
  await citizen.seen('service-english');
  await visit(citizen, '/');
  assert.equal(await language(), 'en');
  assert.match(await textOf(citizen), /Government services/);
  await click(citizen, page.locator(`a[hreflang="${own}"]`));
  assert.equal(await language(), own);
}
