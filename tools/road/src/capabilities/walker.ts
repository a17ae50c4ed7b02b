import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import type { World } from '@kyzmat/world';
import type { Locator } from 'playwright-core';
import type { Clerk } from '../clerk.ts';
import type { Traveller } from '../journey.ts';
import type { Way } from './ways.ts';

/** A citizen who walks one way, from the first page of the portal to the deletion of a draft. */
export interface Walker {
  readonly way: Way;
  readonly world: World;
  readonly citizen: Traveller;
  /** Considers the application, at a desk that is not walked here. */
  readonly clerk: Clerk;
  /** What was sent, and what was begun after it: empty before. */
  sent: string;
  draft: string;
}

export const textOf = ({ page }: Traveller): Promise<string> => page.locator('main').innerText();

export async function visit({ page, urls }: Traveller, path: string): Promise<void> {
  await page.goto(`${urls.portal}${path}`);
}

/** Follows a link of the page by the end of its address. */
export async function follow({ page }: Traveller, ending: string): Promise<void> {
  await click({ page }, page.locator(`a[href$="${ending}"]`).first());
}

export async function click({ page }: Pick<Traveller, 'page'>, target: Locator): Promise<void> {
  await target.click();
  await page.waitForLoadState();
}

/** The file behind a link of the page, with the type that the portal says it is. */
export async function fileAt({ page }: Traveller, ending: string): Promise<{ type: string; body: Buffer }> {
  const link = page.locator(`main a[href$="${ending}"]`).first();
  const answer = await page.request.get(await link.evaluate((element) => String(element)));
  assert.equal(answer.status(), 200, ending);
  return { type: answer.headers()['content-type'] ?? '', body: await answer.body() };
}

/** What the browser saves when the one next step of the page is pressed. */
export async function saveByButton({ page }: Traveller): Promise<Buffer> {
  const button = page.locator('main .kz-actions .kz-button').first();
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
  return readFile(await download.path());
}

/** Opens the first "why this date?" of the page and reads it. */
export async function readWhy({ page }: Traveller): Promise<string> {
  const why = page.locator('main details').first();
  await why.locator('summary').click();
  return why.locator('.govuk-details__text').innerText();
}
