import assert from 'node:assert/strict';
import { join } from 'node:path';
import { checkAxe, checkReflow } from '@kyzmat/testing';
import type { World } from '@kyzmat/world';
import type { BrowserContext } from 'playwright-core';
import type { Traveller } from './journey.ts';

/** What is asked of every page that a traveller has seen. */
export type Check = (traveller: Traveller, name: string) => Promise<void>;

/** Where a picture of every page seen goes, for whoever wants to look at them. */
const pictures = process.env['PICTURES'];

/** Opens travellers in a world. What breaks the content security policy on any page fails at the next page seen. */
export function travellersOf(
  world: () => World,
): (context: Promise<BrowserContext>, ...checks: readonly Check[]) => Promise<Traveller> {
  let count = 0;
  return async (context, ...checks) => {
    const page = await (await context).newPage();
    const who = String(++count);
    const breaches: string[] = [];
    page.on('console', (message) => {
      if (message.text().includes('Content Security Policy')) breaches.push(message.text());
    });
    const self: Traveller = {
      page,
      urls: world().urls,
      async seen(name) {
        if (pictures !== undefined) {
          await page.screenshot({ path: join(pictures, `${who}-${name}.png`), fullPage: true });
        }
        for (const check of checks) await check(self, name);
        assert.deepEqual(breaches, [], name);
      },
    };
    return self;
  };
}

export const axeFindsNothing: Check = async ({ page }, name) =>
  assert.deepEqual(await checkAxe(page), [], name);

export const fitsTheScreen: Check = async ({ page }, name) =>
  assert.deepEqual(await checkReflow(page), [], name);

/** A key of a text that was not found would show as `area.what`. */
export const saysNothingInCode: Check = async ({ page }, name) =>
  assert.doesNotMatch(
    await page.locator('main').innerText(),
    /\b(web|draft|status|sign|sent|paid|withdraw|question|application|act|edms|notices|services|apply|agreements|contacts|information|rating|again|my-data|verify)\.[a-z]+[.-]?[a-z]*\b/,
    name,
  );

/** The password of every member of the demo staff. */
export function staffPassword({ platform }: World): string {
  return platform.place.secrets.values['DEMO_STAFF_PASSWORD'] ?? '';
}
