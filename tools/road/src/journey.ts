import type { Page } from 'playwright-core';
import { codeOn } from './outside.ts';

/** Somebody with a browser on the road. `seen` is told of every page worth looking at: a picture, an axe run. */
export interface Traveller {
  readonly page: Page;
  /** Where portal, desk and sandbox are. */
  readonly urls: Readonly<Record<'portal' | 'desk' | 'sandbox', string>>;
  seen(name: string): Promise<void>;
}

/** What is filled in, page by page: names of inputs and their values. */
export type Fields = Readonly<Record<string, string>>;

const patienceMs = 15_000;

/** The one next step of a page stands always in the same place. */
export async function goOn({ page }: Traveller): Promise<void> {
  await page.locator('main .kz-actions .kz-button').first().click();
  await page.waitForLoadState();
}

export async function fillIn({ page }: Traveller, fields: Fields): Promise<void> {
  for (const [name, value] of Object.entries(fields)) {
    const input = page.locator(`main [name="${name}"]`).first();
    await input.waitFor({ state: 'attached', timeout: patienceMs }).catch(async () => {
      throw new Error(`No ${name} at ${page.url()}, "${await page.title()}"`);
    });
    const type = await input.getAttribute('type');
    if (type === 'radio' || type === 'checkbox') {
      await page.locator(`main [name="${name}"][value="${value}"]`).check();
    } else if ((await page.locator(`main select[name="${name}"]`).count()) > 0)
      await input.selectOption(value);
    else await input.fill(value);
  }
}

/** From the first page to the service, through ESI and the consents, to the first page of the form. */
export async function begin(traveller: Traveller, service: string, person: string): Promise<void> {
  const { page, urls } = traveller;
  await page.goto(urls.portal);
  await traveller.seen('home');
  await page.goto(`${urls.portal}/services/${service}`);
  await traveller.seen('service');
  await goOn(traveller);
  await traveller.seen('sign-in');
  await throughEsi(traveller, person);
  await goOn(traveller);
}

/** From the door of the cabinet into it. */
export async function enterCabinet(traveller: Traveller, person: string): Promise<void> {
  await traveller.page.goto(`${traveller.urls.portal}/sign-in`);
  await throughEsi(traveller, person);
}

/** Chooses a person at ESI and gives both consents when they are asked for. */
export async function throughEsi(traveller: Traveller, person: string): Promise<void> {
  const { page } = traveller;
  await page.locator('main button').first().click();
  await page.locator(`main button[value="${person}"]`).click();
  await page.waitForLoadState();
  if (!page.url().includes('/consents')) return;
  await traveller.seen('consents');
  await fillIn(traveller, { user_agreement: 'yes', personal_data: 'yes' });
  await goOn(traveller);
}

/** Every page of the form, the check, the signature, and the confirmation. Gives the application's id. */
export async function apply(traveller: Traveller, pages: readonly Fields[], phone: string): Promise<string> {
  for (const [index, fields] of pages.entries()) {
    await fillIn(traveller, fields);
    await traveller.seen(`form-${index + 1}`);
    await goOn(traveller);
  }
  await traveller.seen('check');
  await goOn(traveller);
  return signAndSend(traveller, phone);
}

/** From the page of signing, by a code from the telephone, to the confirmation. Gives the application's id. */
export async function signAndSend(traveller: Traveller, phone: string): Promise<string> {
  const { page, urls } = traveller;
  await traveller.seen('sign');
  await goOn(traveller);
  await fillIn(traveller, { code: await codeOn({ urls }, phone) });
  await traveller.seen('code');
  await goOn(traveller);
  await traveller.seen('confirmation');
  const id = /applications\/([^/]+)\/confirmation/.exec(page.url())?.[1];
  if (id === undefined) throw new Error(`Not confirmed: ${page.url()}`);
  return id;
}

/** Staff signs in at the desk with password and code. */
export async function enterDesk(
  traveller: Traveller,
  login: string,
  password: string,
  phone: string,
): Promise<void> {
  const { page, urls } = traveller;
  await page.goto(urls.desk);
  if ((await page.locator('main [name="login"]').count()) === 0) await goOn(traveller);
  await traveller.seen('desk-sign-in');
  await fillIn(traveller, { login, password });
  await goOn(traveller);
  await fillIn(traveller, { code: await codeOn({ urls }, phone) });
  await goOn(traveller);
  await traveller.seen('desk-inbox');
}

/** One act at the desk upon an application. */
export async function act(traveller: Traveller, id: string, name: string, fields: Fields): Promise<void> {
  const { page, urls } = traveller;
  await page.goto(`${urls.desk}/applications/${id}/acts/${name}`);
  await fillIn(traveller, fields);
  await traveller.seen(`desk-${name}`);
  await goOn(traveller);
}
