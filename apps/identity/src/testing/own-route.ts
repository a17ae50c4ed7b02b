import { randomBytes } from 'node:crypto';
import { stepAt, codeAt } from '../totp/totp.ts';
import { openBrowser, type Browser, type Seen } from './browser.ts';
import { beginSignIn, type SigningIn } from './sign-in.ts';
import type { Stage } from './stage.ts';

export const goodPassword = 'тоодо кар эрийт';
export const bothConsents = { user_agreement: 'yes', personal_data: 'yes' };

/** Somebody who has never been here: a woman born on 20 March 1985. */
export interface Newcomer {
  readonly pin: string;
  readonly phone: string;
  readonly email: string;
  readonly password: string;
}
export function newcomer(details: Partial<Newcomer> = {}): Newcomer {
  const tail = digits(5);
  const pin = `120031985${tail}`;
  const phone = `+9967${digits(8)}`;
  return { pin, phone, email: `p${tail}@example.kg`, password: goodPassword, ...details };
}

function digits(count: number): string {
  return Array.from(randomBytes(count), (byte) => String(byte % 10)).join('');
}

export function registrationFields({ pin, phone, email, password }: Newcomer): Record<string, string> {
  return {
    pin,
    lastName: 'Сынакова',
    firstName: 'Демо Бермет',
    patronymic: '',
    'birthDate.day': '20',
    'birthDate.month': '3',
    'birthDate.year': '1985',
    sex: 'female',
    phone,
    email,
    password,
  };
}

/** Fills in the page; the answer is the page that asks for the code. */
export async function fillIn(signing: SigningIn, person: Newcomer): Promise<Seen> {
  const { browser, at } = signing;
  return browser.follow(await browser.post(`${at}/register`, registrationFields(person)));
}

/** From the first page to the proved phone, back at the sign-in. */
export async function register(stage: Stage, person: Newcomer, browser?: Browser): Promise<SigningIn> {
  const signing = await beginSignIn(stage, 'portal', browser ?? openBrowser(stage.url));
  await fillIn(signing, person);
  await prove(stage, signing, person);
  return signing;
}

export async function prove(stage: Stage, signing: SigningIn, { phone }: Newcomer): Promise<Seen> {
  const { browser, at } = signing;
  return browser.follow(await browser.post(`${at}/register/code`, { code: stage.codeFor(phone) }));
}

export function givePassword({ browser, at }: SigningIn, login: string, password: string): Promise<Seen> {
  return browser.post(`${at}/own`, { login, password });
}

/** A new cabinet, open: registered, signed in, both consents given. */
export async function openCabinet(
  stage: Stage,
  person: Newcomer,
): Promise<{ readonly id: string; readonly browser: Browser }> {
  const signing = await register(stage, person);
  const { browser, at } = signing;
  await browser.follow(await givePassword(signing, person.pin, person.password));
  const { claims = {} } = await signing.redeem(
    await browser.follow(await browser.post(`${at}/consents`, bothConsents)),
  );
  return { id: String(claims['person']), browser };
}

/** Signs in with password and the code by message, as a browser that was never here. */
export async function signInOwn(
  stage: Stage,
  person: Newcomer,
  browser?: Browser,
): Promise<{ readonly signing: SigningIn; readonly seen: Seen }> {
  const signing = await beginSignIn(stage, 'portal', browser ?? openBrowser(stage.url));
  await signing.browser.follow(await givePassword(signing, person.pin, person.password));
  const code = { code: stage.codeFor(person.phone) };
  return {
    signing,
    seen: await signing.browser.follow(await signing.browser.post(`${signing.at}/own/code`, code)),
  };
}

export function totpCode(secret: string, away = 0): string {
  return codeAt(secret, stepAt(Date.now()) + away);
}

export function anotherCode(code: string): string {
  return code === '000000' ? '111111' : '000000';
}
