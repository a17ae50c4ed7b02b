import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openStage, type Stage } from './testing/stage.ts';
import { code, service } from './testing/samples.ts';
import { tokenIn, visitor, type Visitor } from './testing/visitor.ts';

let stage: Stage;
before(async () => {
  stage = await openStage();
});
after(() => stage.stop());

const right = {
  lastName: 'Сынакова',
  firstName: 'Айгүл',
  patronymic: '',
  personalNumber: '12003198500012',
};

/** Signs in and starts a draft; gives the address of the draft. */
async function begun(person: string): Promise<{ who: Visitor; draft: string }> {
  const who = visitor(stage);
  await who.signIn(person, `/services/${service}/apply`);
  const started = await who.post(`/services/${service}/apply`);
  assert.equal(started.status, 303);
  const draft = started.headers['location'] ?? '';
  assert.match(draft, /^\/cabinet\/drafts\/[\w-]+$/);
  return { who, draft };
}

test('P573-6a: the catalogue is open to all, in three languages, small and strict about what it loads', async () => {
  for (const language of ['ky', 'ru', 'en']) {
    const someone = visitor(stage, language);
    for (const path of ['/', '/services?q=spravka', `/services/${service}`, '/verify']) {
      const page = await someone.get(path);
      assert.equal(page.status, 200, path);
      assert.ok(page.text.length < 100_000, path);
      assert.match(page.text, new RegExp(`<html lang="${language}"`));
      assert.match(page.headers['content-security-policy'] ?? '', /default-src 'none'/);
      assert.equal(page.headers['content-security-policy']?.includes('unsafe'), false);
    }
  }
  const nothing = await visitor(stage).get('/services/no-such');
  assert.equal(nothing.status, 404);
});

test('sign-in: state is checked, the page asked for comes after it, staff are no users, no foreign return', async () => {
  const who = visitor(stage);
  const asked = await who.get(`/services/${service}/apply`);
  assert.equal(asked.headers['location'], `/sign-in?to=%2Fservices%2F${service}%2Fapply`);
  const arrived = await who.signIn('aigul', `/services/${service}/apply`);
  assert.equal(arrived.status, 200);
  assert.match(arrived.text, /Демо aigul/);
  const twice = await who.get('/sign-in?to=/cabinet/drafts');
  assert.deepEqual([twice.status, twice.headers['location']], [303, '/cabinet/drafts']);

  const stranger = visitor(stage);
  await stranger.get('/sign-in?to=/cabinet');
  const guessed = await stranger.get('/auth/callback?code=aigul&state=guessed');
  assert.equal(guessed.status, 400);
  assert.match(guessed.text, /Кирүү аягына чыккан жок/);
  assert.equal((await visitor(stage).signIn('clerk')).status, 400);
  // P573-8h: in whose name a person acts stands on every page.
  assert.match((await visitor(stage).signIn('nazira')).text, /Демо nazira, «Демо Ала-Тоо» ЖЧК атынан/);
  const led = visitor(stage);
  assert.equal((await led.signIn('aigul', '//evil.example/')).text.includes('evil'), false);
  assert.equal((await led.get('/cabinet')).status, 200);
  assert.equal((await led.post('/sign-out')).status, 303);
  assert.equal((await led.get('/cabinet')).status, 303);
});

test('a post without the token of its session does nothing', async () => {
  const { who, draft } = await begun('aigul');
  const before = stage.standIns.drafts.size;
  const forged = await who.agent.post(`/services/${service}/apply`).type('form').send({ _csrf: 'forged' });
  assert.equal(forged.status, 403);
  const upload = await who.agent
    .post(`${draft}/pages/person`)
    .field('version', '0')
    .attach('scan', Buffer.from('pdf'), 'a.pdf');
  assert.equal(upload.status, 403);
  // A form with room for files is read by few routes only: nowhere else does it get past the check of the token.
  for (const path of [`/services/${service}/apply`, `${draft}/delete`, '/sign-out']) {
    assert.equal((await who.agent.post(path).field('_csrf', 'forged')).status, 403, path);
  }
  assert.equal(stage.standIns.drafts.size, before);
  assert.deepEqual(stage.standIns.made.uploads, []);
});

test('P573-7: with English pages the whole cabinet is read in Russian, with all that stands around it', async () => {
  const guest = visitor(stage, 'en');
  await guest.signIn('aigul');
  assert.match((await guest.get('/')).text, /<html lang="en"[^]*>Services</);
  const cabinet = (await guest.get('/cabinet')).text;
  assert.match(cabinet, /<html lang="ru"[^]*>Услуги<[^]*>Выйти</);
  assert.doesNotMatch(cabinet, />Services<|>Sign out</);
});

test('a form that is endless or broken is refused, also when nobody is signed in', async () => {
  const someone = visitor(stage);
  const form = someone.agent.post('/cabinet/drafts/d1/pages/person');
  for (let n = 0; n < 6; n += 1) void form.field(`note${n}`, 'a'.repeat(100_000));
  assert.equal((await form).status, 413);
  const broken = someone.agent.post('/verify').set('Content-Type', 'multipart/form-data').send('no form');
  assert.equal((await broken).status, 400);
});

test('P573-8e: somebody else finds nothing at the address of a draft', async () => {
  const { draft } = await begun('aigul');
  const bakyt = visitor(stage);
  await bakyt.signIn('bakyt');
  for (const path of ['', '/pages/person', '/check', '/sign', '/delete']) {
    assert.equal((await bakyt.get(`${draft}${path}`)).status, 404, path);
  }
  assert.equal((await bakyt.post(`${draft}/pages/person`, { version: '0' })).status, 404);
});

test('P573-26a, P573-26b: a wrong page is kept as typed and says what and how; a right one leads on', async () => {
  const { who, draft } = await begun('aigul');
  await who.get(`${draft}/pages/person`);
  const wrong = await who.post(`${draft}/pages/person`, { version: '0', ...right, personalNumber: '12x' });
  assert.equal(wrong.status, 422);
  assert.match(wrong.text, /<title>Ката: /);
  assert.match(wrong.text, /href="#f-personalNumber"/);
  assert.match(wrong.text, /value="12x"/);
  assert.match((await who.get(`${draft}/pages/person`)).text, /value="12x"/);
  const next = await who.post(`${draft}/pages/person`, { version: '1', ...right });
  assert.equal(next.headers['location'], `${draft}/pages/subject`);

  const fields = { version: '2', forWhom: 'child', childNumber: '1', _field: 'childNumber' };
  const check = await who.post(`${draft}/pages/subject/check`, fields);
  const { errors, visible } = check.body as { errors: { field: string }[]; visible: Record<string, boolean> };
  assert.deepEqual(
    errors.map(({ field }) => field),
    ['childNumber'],
  );
  assert.equal(visible['childName'], true);
});

test('P573-27d: an expired session loses nothing: after signing in the same page is filled in again', async () => {
  const { who, draft } = await begun('aigul');
  const page = `${draft}/pages/person`;
  await who.get(page);
  await stage.endSessions();
  const late = await who.post(page, { version: '0', ...right, firstName: 'Жаңы ат' });
  assert.equal(late.status, 401);
  assert.ok(late.text.includes(`/sign-in?to=${encodeURIComponent(page)}`));
  const again = await who.signIn('aigul', page);
  assert.match(again.text, /value="Жаңы ат"/);
  assert.equal((await who.post(page, { version: '0', ...right, firstName: 'Жаңы ат' })).status, 303);

  // Kept for its page and its browser only, and told to the script by a status.
  await stage.endSessions();
  const script = await who.agent
    .post(`${page}/autosave`)
    .set('Accept', 'application/json')
    .type('form')
    .send({});
  assert.equal(script.status, 401);
  await who.post(page, { version: '1', firstName: 'Купуя' });
  const bakyt = await who.signIn('bakyt', page);
  assert.equal(bakyt.status, 404);
  assert.equal(bakyt.text.includes('Купуя'), false);
});

test('P573-27d: two windows: the second sees both answers, nothing is overwritten unasked', async () => {
  const { who, draft } = await begun('aigul');
  const page = `${draft}/pages/person`;
  await who.get(page);
  await who.post(page, { version: '0', ...right, firstName: 'Биринчи' });
  const conflict = await who.post(page, { version: '0', ...right, firstName: 'Экинчи' });
  assert.equal(conflict.status, 409);
  assert.match(conflict.text, /value="Экинчи"/);
  assert.match(conflict.text, /Биринчи/);
  assert.match(conflict.text, /name="version" value="1"/);
  const script = await who.post(`${page}/autosave`, { version: '0', ...right });
  assert.equal(script.status, 409);
  const saved = await who.post(`${page}/autosave`, { version: '1', ...right, firstName: 'Экинчи' });
  assert.deepEqual(Object.keys(saved.body as object).sort(), ['saved', 'version']);
});

test('P573-27d: a save whose answer was lost on the way is no conflict when it comes again', async () => {
  const { who, draft } = await begun('aigul');
  const page = `${draft}/pages/person`;
  await who.get(page);
  const typed = { version: '0', ...right, firstName: 'Жолдо' };
  for (const version of ['0', '0', '1']) {
    assert.equal((await who.post(`${page}/autosave`, { ...typed, version })).status, 200, version);
  }
  assert.match((await who.get(page)).text, /value="Жолдо"/);
});

test('P573-8l: fifty presses with one code make one application and one confirmation', async () => {
  const { who, draft } = await begun('aigul');
  await who.get(`${draft}/sign`);
  assert.equal((await who.post(`${draft}/sign`)).headers['location'], `${draft}/sign/code`);
  const asked = await who.get(`${draft}/sign/code`);
  assert.match(asked.text, /\*\*\* 01/);
  assert.equal((await who.post(`${draft}/sign/code`, { code: '12' })).status, 422);
  const wrong = await who.post(`${draft}/sign/code`, { code: '654321' });
  assert.match(wrong.text, /Код туура эмес/);

  const before = { ...stage.standIns.made };
  const fields = { _csrf: tokenIn(wrong.text) ?? '', code };
  const cookies = { Accept: 'text/html' };
  const presses = Array.from({ length: 50 }, () =>
    who.agent.post(`${draft}/sign/code`).type('form').set(cookies).send(fields),
  );
  const answers = await Promise.all(presses);
  const places = new Set(answers.map((each) => `${each.status} ${each.headers['location'] ?? ''}`));
  assert.equal(places.size, 1, [...places].join());
  assert.match([...places][0] ?? '', /^303 \/cabinet\/applications\/[\w-]+\/confirmation$/);
  assert.equal(stage.standIns.made.applications, before.applications + 1);
  assert.equal(stage.standIns.made.signatures, before.signatures + 1);
  const confirmation = await who.get(answers[0]?.headers['location'] ?? '');
  assert.match(confirmation.text, /AAAA-BBBB/);
});

test('a signature given is not lost when sending fails: pressing again needs no second code', async () => {
  const { who, draft } = await begun('aigul');
  await who.get(`${draft}/sign`);
  await who.post(`${draft}/sign`);
  stage.standIns.down.add('/applications');
  const failed = await who.post(`${draft}/sign/code`, { code });
  assert.equal(failed.status, 503);
  assert.equal(failed.text.includes('id="f-code"'), false);
  stage.standIns.down.delete('/applications');
  const sent = await who.post(`${draft}/sign/code`);
  assert.match(sent.headers['location'] ?? '', /confirmation$/);
});

test('a process away: a page that says so, with nothing lost; notices away leave the application readable', async () => {
  const { who, draft } = await begun('aigul');
  const id = draft.split('/').at(-1) ?? '';
  stage.standIns.down.add('/notices');
  assert.equal((await who.get(`/cabinet/applications/${id}`)).status, 200);
  assert.equal((await who.get('/cabinet')).status, 200);
  stage.standIns.down.delete('/notices');
  stage.standIns.down.add(`/drafts/${id}`);
  const away = await who.get(`${draft}/pages/person`);
  assert.equal(away.status, 503);
  assert.match(away.text, /<h1>/);
  stage.standIns.down.delete(`/drafts/${id}`);
});

test('P573-D4: anybody checks a document by its code or by the file', async () => {
  const who = visitor(stage);
  await who.get('/verify');
  assert.match((await who.get('/verify/GOOD-1')).text, /Документ чыныгы/);
  assert.match((await who.get('/verify/BAD-1')).text, /табылган жок/);
  assert.equal((await who.post('/verify', { code: ' GOOD-1 ' })).headers['location'], '/verify/GOOD-1');
  assert.equal((await who.post('/verify', { code: '' })).status, 422);
  const upload = await who.agent
    .post('/verify')
    .set({ 'Accept-Language': 'ky' })
    .attach('document', Buffer.from('%PDF-1.7'), 'a.pdf');
  assert.match(upload.text, /өзгөртүлгөн/);
  assert.equal(
    (await who.get('/verify')).headers['set-cookie'],
    undefined,
    'who only checks gets no session',
  );
});
