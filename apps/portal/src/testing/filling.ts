import assert from 'node:assert/strict';
import { showcase, type Typing } from '@kyzmat/forms/testing';
import { listen } from '@kyzmat/http';
import { openBrowser, type TestBrowser } from '@kyzmat/testing';
import type { BrowserContext, Page } from 'playwright-core';
import { openStage } from './stage.ts';
import { service } from './samples.ts';

/** The portal with the form that has every type of field, and a browser to fill it in. */
export interface Filling {
  readonly url: string;
  readonly browser: TestBrowser;
  /** A page of a person who has signed in, as a new device. */
  signedIn(context: BrowserContext): Promise<Page>;
  /** A new draft, open at its first page; gives its address. */
  begin(page: Page): Promise<string>;
  stop(): Promise<void>;
}

export async function openFilling(): Promise<Filling> {
  const stage = await openStage(showcase);
  const door = await listen(stage.app.http, { port: 0, host: '127.0.0.1' });
  const browser = await openBrowser();
  const { url } = door;
  return {
    url,
    browser,
    async signedIn(context) {
      const page = await context.newPage();
      // Identity's stand-in has no pages: what it would send the browser back with is in the address it was sent with.
      await page.goto(`${url}/sign-in?to=/cabinet`);
      const state = new URL(page.url()).searchParams.get('state') ?? '';
      await page.goto(`${url}/auth/callback?code=aigul&state=${state}`);
      assert.equal(new URL(page.url()).pathname, '/cabinet');
      return page;
    },
    async begin(page) {
      await page.goto(`${url}/services/${service}/apply`);
      await page.locator('main form button').first().click();
      await page.waitForURL(/\/pages\/written$/u);
      return new URL(page.url()).pathname.replace('/pages/written', '');
    },
    async stop() {
      await browser.close();
      await door.close();
      await stage.stop();
    },
  };
}

/** Types into the inputs of a page as a person would: texts, choices, boxes. */
export async function type(page: Page, { fields }: Pick<Typing, 'fields'>): Promise<void> {
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
export async function holds(page: Page, name: string): Promise<string[]> {
  const all: string[] = [];
  for (const input of await page.locator(`main [name="${name}"]`).all()) {
    const type = await input.getAttribute('type');
    if (type !== 'radio' && type !== 'checkbox') all.push(await input.inputValue());
    else if (await input.isChecked()) all.push((await input.getAttribute('value')) ?? '');
  }
  return all;
}

/** The message at a field: what is wrong, and how to mend it. */
export async function messageAt(page: Page, field: string): Promise<string[]> {
  const id = `#f-${field.replaceAll(/[[\].]+/gu, '-')}-error`;
  return page.locator(`${id} .kz-error__what, ${id} .kz-error__mend`).allInnerTexts();
}

/** Presses the button that saves and goes on. */
export const next = (page: Page) =>
  page.locator('main form[data-form] button.kz-button:not([name])').first().click();
/** What the page says of saving. */
export const saved = (page: Page) => page.locator('[data-saved]');
