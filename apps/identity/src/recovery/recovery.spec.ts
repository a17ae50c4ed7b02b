import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openBrowser, type Seen } from '../testing/browser.ts';
import {
  anotherCode,
  givePassword,
  newcomer,
  openCabinet,
  totpCode,
  type Newcomer,
} from '../testing/own-route.ts';
import { beginSignIn, type SigningIn } from '../testing/sign-in.ts';
import { openStage, type Stage } from '../testing/stage.ts';

let stage: Stage;
before(async () => {
  stage = await openStage();
});
after(() => stage.stop());

const newPassword = 'кышкы кар жолу';
const dayMs = 24 * 3_600_000;
const begin = (): Promise<SigningIn> => beginSignIn(stage, 'portal', openBrowser(stage.url));
const as = (id: string) => ({ subject: id, role: 'user' }) as const;

/** Asks for the way back; the message with the code goes out beside the answer. */
async function ask(signing: SigningIn, { pin, phone }: Pick<Newcomer, 'pin' | 'phone'>): Promise<Seen> {
  const { browser, at } = signing;
  return browser.follow(await browser.post(`${at}/recover`, { pin, phone }));
}
async function sentCode(phone: string): Promise<string> {
  const last = () =>
    stage.outside.messages.findLast(
      ({ to, text }) => to === phone && text.includes('восстановления доступа'),
    );
  for (let turns = 0; turns < 2000 && last() === undefined; turns++) await new Promise(setImmediate);
  // The code is known to the database a moment after the message was taken.
  for (let turns = 0; turns < 200; turns++) await new Promise(setImmediate);
  return /\d{6}/.exec(last()?.text ?? '')?.[0] ?? '';
}
async function provePhone(signing: SigningIn, person: Newcomer): Promise<Seen> {
  await ask(signing, person);
  const code = await sentCode(person.phone);
  return signing.browser.follow(await signing.browser.post(`${signing.at}/recover/code`, { code }));
}
/** Up to the letter; the paths of its two links. */
async function upToLetter(person: Newcomer): Promise<{ link: string; stop: string; seen: Seen }> {
  const signing = await begin();
  await provePhone(signing, person);
  const seen = await signing.browser.post(`${signing.at}/recover/second`, { way: 'email' });
  const letter = stage.outside.letters.findLast(
    ({ to, text }) => to === person.email && text.includes('Держите телефон'),
  );
  const paths = [...(letter?.text ?? '').matchAll(/\/recovery\/[\w/-]+/g)].map(([path]) => path);
  const [link = '', stop = ''] = [
    paths.find((path) => !path.includes('/stop/')),
    paths.find((path) => path.includes('/stop/')),
  ];
  return { link, stop, seen };
}
const later = (ms: number): void => stage.on.clock.advance(ms);
const sessionsOf = (id: string) => stage.on.kit.store.collection('sessions').countDocuments({ actor: id });

test('P573-19c: phone and e-mail lead back in after a day; every channel is told, every session ends', async () => {
  const person = newcomer();
  const { id } = await openCabinet(stage, person);
  const { link, stop, seen } = await upToLetter(person);
  assert.match(seen.text, /сутки/);
  assert.ok(stage.outside.messages.some(({ to, text }) => to === person.phone && text.includes(stop)));
  assert.ok(stage.outside.letters.some(({ to, text }) => to === person.email && text.includes(stop)));
  const anywhere = openBrowser(stage.url);
  assert.match((await anywhere.get(link)).text, /Нужно подождать сутки/);
  const early = await anywhere.post(link, { code: '123456', password: newPassword });
  assert.match(early.text, /Нужно подождать сутки/);
  assert.ok((await sessionsOf(id)) > 0);

  later(dayMs);
  assert.match((await anywhere.get(link)).text, /Новый пароль/);
  await anywhere.post(`${link}/code`);
  const code = stage.codeFor(person.phone);
  const weak = await anywhere.post(link, { code, password: person.pin });
  assert.match(weak.text, /id="f-password-error"/);
  assert.match(
    (await anywhere.post(link, { code: anotherCode(code), password: newPassword })).text,
    /id="f-code-error"/,
  );
  assert.match((await anywhere.post(link, { code, password: newPassword })).text, /Пароль изменён/);
  assert.equal(await sessionsOf(id), 0);
  assert.equal((await anywhere.get(link)).status, 410, 'the link worked once');
  assert.equal((await anywhere.post(link, { code, password: 'дагы бир сырсөз' })).status, 410);
  assert.equal((await givePassword(await begin(), person.pin, person.password)).status, 422);
  assert.equal((await givePassword(await begin(), person.pin, newPassword)).status, 303);
});

test('P573-19c: a stolen letter leads nowhere without the phone, nor does the code of the beginning', async () => {
  const person = newcomer();
  await openCabinet(stage, person);
  const { link } = await upToLetter(person);
  const first = await sentCode(person.phone);
  later(dayMs);
  const thief = openBrowser(stage.url);
  for (const code of ['', '123456', first]) {
    assert.equal((await thief.post(link, { code, password: newPassword })).status, 422, code);
  }
  assert.equal((await givePassword(await begin(), person.pin, newPassword)).status, 422);
  later(2 * dayMs + 1);
  assert.equal((await thief.get(link)).status, 410, 'too old');
  assert.match((await thief.get('/recovery/invented')).text, /Эта ссылка не действует/);
});

test('P573-19c: "this was not me" stops it at once, by the link or in the cabinet; then only ESI leads in', async () => {
  const person = newcomer();
  const { id } = await openCabinet(stage, person);
  const { link, stop } = await upToLetter(person);
  const anywhere = openBrowser(stage.url);
  const security = await stage.ask('portal', as(id), `GET /persons/${id}/security`);
  assert.equal(typeof security.body['recoveryUntil'], 'string', 'shown in the cabinet');
  assert.match((await anywhere.get(stop)).text, /Да, остановить/, 'looking changes nothing');
  assert.equal((await anywhere.get(link)).status, 200);
  assert.match((await anywhere.post(stop)).text, /Остановлено/);
  later(dayMs);
  assert.equal((await anywhere.get(link)).status, 410);
  const sent = stage.outside.messages.length;
  assert.equal((await ask(await begin(), person)).status, 200, 'the page is the same');
  assert.equal(stage.outside.messages.length, sent, 'but nothing begins');

  const other = newcomer();
  const cabinet = await openCabinet(stage, other);
  const second = await upToLetter(other);
  const own = `DELETE /persons/${cabinet.id}/recovery`;
  assert.equal((await stage.ask('portal', as(id), own)).status, 404);
  assert.equal((await stage.ask('portal', as(cabinet.id), own)).status, 204);
  assert.equal((await anywhere.get(second.link)).status, 410);
});

test('P573-19c: phone and a recovery code lead back in at once; the authenticator that was lost is gone', async () => {
  const person = newcomer();
  const { id } = await openCabinet(stage, person);
  const { body } = await stage.ask('portal', as(id), `POST /persons/${id}/totp`, {
    password: person.password,
  });
  const secret = String(body['secret']);
  const confirmed = await stage.ask('portal', as(id), `POST /persons/${id}/totp/confirm`, {
    code: totpCode(secret),
  });
  const codes = confirmed.body['codes'];
  const recoveryCode = Array.isArray(codes) ? String(codes[0]) : '';
  const signing = await begin();
  const second = await provePhone(signing, person);
  assert.match(second.text, /name="recoveryCode"/);
  const { browser, at } = signing;
  assert.equal(
    (await browser.post(`${at}/recover/password`, { password: newPassword })).location,
    `${at}/recover`,
  );
  assert.equal(
    (await browser.post(`${at}/recover/second`, { recoveryCode: 'AAAA-BBBB-CCCC-DDDD' })).status,
    422,
  );
  const page = await browser.follow(await browser.post(`${at}/recover/second`, { recoveryCode }));
  assert.match(page.text, /name="password"/);
  const done = await browser.follow(await browser.post(`${at}/recover/password`, { password: newPassword }));
  assert.match(done.text, /Пароль изменён/);
  assert.equal(await sessionsOf(id), 0);
  const asked = await signing.browser.follow(await givePassword(await begin(), person.pin, newPassword));
  assert.doesNotMatch(asked.text, /приложени/);
});

test('P573-19c: who gives a number nobody has, or another phone, sees the same pages and gets no code', async () => {
  const person = newcomer();
  await openCabinet(stage, person);
  const sent = stage.outside.messages.length;
  const nobody = newcomer();
  const pages = await Promise.all(
    [nobody, { ...nobody, pin: person.pin }].map(async (given) => {
      const signing = await begin();
      const first = await ask(signing, given);
      const wrong = await signing.browser.post(`${signing.at}/recover/code`, { code: '123456' });
      return `${first.text} ${wrong.status} ${wrong.text}`.replaceAll(/interaction\/[\w-]+/g, '');
    }),
  );
  const signing = await begin();
  const real = await ask(signing, person);
  const code = await sentCode(person.phone);
  const wrong = await signing.browser.post(`${signing.at}/recover/code`, { code: anotherCode(code) });
  const known = `${real.text} ${wrong.status} ${wrong.text}`.replaceAll(/interaction\/[\w-]+/g, '');
  assert.equal(new Set([...pages, known]).size, 1);
  assert.equal(stage.outside.messages.length, sent + 1);
});
