import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import test, { type TestContext } from 'node:test';
import path from 'node:path';
import { createPages } from '../pages/pages.ts';
import { frameOf, setFrame } from '../pages/frame.ts';
import { assets } from '../assets/assets.ts';
import { errorPages } from './error-pages.ts';
import { webApp } from './web-app.ts';

const pages = createPages({
  templateDirs: [path.join(import.meta.dirname, '../guide/pages')],
  texts: {},
  kind: 'portal',
  languages: ['ky', 'ru', 'en'],
});

async function serve(context: TestContext, https = false) {
  const seen: string[] = [];
  const app = webApp({ pages, https, formOrigins: ['https://pay.example'] });
  app.get('/page', (_req, res) => pages.render(res, 'service.njk'));
  app.get('/mine', (_req, res) => {
    setFrame(res, { account: { name: '<Демо>', links: [] } });
    pages.render(res, 'service.njk');
  });
  app.post('/echo', (req, res) => res.json({ lang: frameOf(res).lang, body: req.body as unknown }));
  app.get('/fail/:status', (req) => {
    throw Object.assign(new Error('secret detail'), { status: Number(req.params.status) });
  });
  app.post('/csrf', () => {
    throw Object.assign(new Error('invalid token'), { status: 403, code: 'EBADCSRFTOKEN' });
  });
  app.use(errorPages({ pages, reference: () => 'R-1', onError: (_error, req) => seen.push(req.path) }));
  const server = app.listen(0, '127.0.0.1');
  context.after(() => server.close());
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const ask = (url: string, init: RequestInit = {}) => {
    const headers = new Headers(init.headers);
    if (!headers.has('accept-language')) headers.set('accept-language', 'ky');
    return fetch(`http://127.0.0.1:${port}${url}`, { redirect: 'manual', ...init, headers });
  };
  return { ask, seen };
}

test('pages allow nothing from elsewhere and no inline script', async (context) => {
  const { headers } = await (await serve(context)).ask('/page');
  const policy = headers.get('content-security-policy') ?? '';
  assert.match(policy, /default-src 'none'/);
  assert.match(policy, /script-src 'self'(;|$)/);
  assert.match(policy, /form-action 'self' https:\/\/pay\.example/);
  assert.match(policy, /frame-ancestors 'none'/);
  assert.doesNotMatch(policy, /unsafe|data:|\*/);
  assert.equal(headers.get('x-powered-by'), null);
  assert.equal(headers.get('strict-transport-security'), null);
});

test('over HTTPS browsers are told to stay with it', async (context) => {
  const { headers } = await (await serve(context, true)).ask('/page?lang=ru');
  assert.match(headers.get('strict-transport-security') ?? '', /max-age=31536000/);
  assert.match(headers.get('set-cookie') ?? '', /Secure/);
});

test('pages are kept by nobody', async (context) => {
  const { ask } = await serve(context);
  assert.equal((await ask('/page')).headers.get('cache-control'), 'no-store');
});

test('what a person is called cannot become HTML', async (context) => {
  const html = await (await (await serve(context)).ask('/mine')).text();
  assert.match(html, /&lt;Демо&gt;/);
});

test('style and script are kept for good and come compressed', async (context) => {
  const { ask } = await serve(context);
  const css = await ask(assets().url('kyzmat.css'), { headers: { 'accept-encoding': 'gzip' } });
  assert.equal(css.headers.get('cache-control'), 'public, max-age=31536000, immutable');
  assert.equal(css.headers.get('content-encoding'), 'gzip');
  assert.match(await css.text(), /--kz-ink/);
  assert.equal((await ask('/assets/other.css')).status, 404);
});

test('P573-7: the language asked for is kept, the one of the browser is the first guess', async (context) => {
  const { ask } = await serve(context);
  const lang = async (headers: Record<string, string>) =>
    (await ask('/page', { headers })).headers.get('content-language');
  const asked = await ask('/page?lang=ru&topic=a');
  assert.equal(asked.status, 302);
  assert.equal(asked.headers.get('location'), '/page?topic=a');
  assert.match(asked.headers.get('set-cookie') ?? '', /^kz_lang=ru; .*HttpOnly; SameSite=Lax/);
  assert.equal(await lang({ cookie: 'kz_lang=ru' }), 'ru');
  assert.equal(await lang({ 'accept-language': 'ru-KG, ky;q=0.5' }), 'ru');
  assert.equal(await lang({ 'accept-language': 'en-US, en;q=0.9, ru;q=0.4' }), 'ru');
  assert.equal(await lang({ 'accept-language': 'en-US' }), 'en');
  assert.equal(await lang({ 'accept-language': 'de' }), 'ky');
  assert.equal(await lang({ cookie: 'kz_lang=xx' }), 'ky');
});

test('P573-11: large text and high contrast are kept, each turned without the other, script or not', async (context) => {
  const { ask } = await serve(context);
  const asked = await ask('/page?look=large&topic=a');
  assert.equal(asked.headers.get('location'), '/page?topic=a');
  assert.match(asked.headers.get('set-cookie') ?? '', /^kz_look=large; /);
  const html = await (await ask('/page', { headers: { cookie: 'kz_look=large' } })).text();
  assert.match(html, /<html [^>]*class="[^"]* kz--large"/);
  assert.match(html, /href="\/page\?look=normal"/);
  assert.match(html, /href="\/page\?look=large-contrast"/);
  const nonsense = await ask('/page?look=%22%3E%3Cscript%3E');
  assert.match(nonsense.headers.get('set-cookie') ?? '', /^kz_look=normal; /);
});

test('changing the language leads nowhere else', async (context) => {
  const { ask } = await serve(context);
  for (const url of ['//evil.example/?lang=ru', '/%5Cevil.example?lang=ru', '///evil.example?lang=ru']) {
    const location = (await ask(url)).headers.get('location') ?? '';
    assert.match(location, /^\/(?![/\\])/, url);
  }
});

test('P573-7: a form posted with a language loses nothing', async (context) => {
  const body = new URLSearchParams([
    ['birth.day', '31'],
    ['langs', 'ky'],
    ['langs', 'ru'],
    ['children[0].name', 'Асел'],
  ]);
  const answer = await (await serve(context)).ask('/echo?lang=ru', { method: 'POST', body });
  assert.deepEqual(await answer.json(), {
    lang: 'ru',
    body: { 'birth.day': '31', langs: ['ky', 'ru'], 'children[0].name': 'Асел' },
  });
});

test('an error page says what happened, that nothing is lost, and what to do', async (context) => {
  const { ask, seen } = await serve(context);
  const expected: [number, RegExp][] = [
    [401, /Кайра кирүү/],
    [403, /Бул барак сизге ачык эмес/],
    [404, /Мындай барак жок/],
    [409, /сизден мурун өзгөрттү/],
    [413, /Файл өтө чоң/],
    [422, /Сурамыңызды аткара алган жокпуз/],
    [429, /Бир аз күтө туруңуз/],
    [503, /убактылуу иштебей турат/],
  ];
  for (const [status, words] of expected) {
    const answer = await ask(`/fail/${status}`);
    const html = await answer.text();
    assert.equal(answer.status, status);
    assert.match(html, words);
    assert.match(html, /ордунда|жоголгон жок/);
    assert.doesNotMatch(html, /secret detail/);
  }
  assert.deepEqual(seen, []);
});

test('our own failure is reported with the reference the person sees', async (context) => {
  const { ask, seen } = await serve(context);
  const answer = await ask('/fail/0');
  assert.equal(answer.status, 500);
  assert.match(await answer.text(), /R-1/);
  assert.deepEqual(seen, ['/fail/0']);
});

test('an old form token reads as an expired session, an unknown address as a missing page', async (context) => {
  const { ask } = await serve(context);
  assert.match(await (await ask('/csrf', { method: 'POST' })).text(), /Коопсуздугуңуз үчүн кабинет жабылды/);
  assert.equal((await ask('/nowhere')).status, 404);
});
