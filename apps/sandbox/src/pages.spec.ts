import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { after, before, test } from 'node:test';
import { checkAxe, checkReflow, openBrowser, type TestBrowser } from '@kyzmat/testing';
import { openStage, secrets, type Stage } from './testing/stage.ts';

let stage: Stage;
let browser: TestBrowser;
before(async () => {
  [stage, browser] = await Promise.all([openStage(), openBrowser()]);
});
after(async () => {
  await browser.close();
  await stage.stop();
});

/** Where identity sends people who sign in. */
function signIn(): string {
  const challenge = createHash('sha256').update(randomBytes(32)).digest('base64url');
  const query = new URLSearchParams({
    client_id: 'kyzmat',
    response_type: 'code',
    scope: 'openid profile',
    redirect_uri: `${stage.url}/esi/callback`,
    code_challenge: challenge,
    code_challenge_method: 'S256',
    state: 'state-1',
  });
  return `/esi/auth?${query.toString()}`;
}

test('pages of the stand-ins are accessible and fit a small telephone', async () => {
  await fetch(`${stage.url}/e-message/messages`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${secrets.eMessage}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ messageId: '1', to: '+996700000001', text: 'Кирүү коду\n\n123456' }),
  });
  const phone = await browser.phone({ baseURL: stage.url });
  const page = await phone.newPage();
  for (const path of ['/', '/phone', '/phone?to=%2B996700000001', '/mail', '/clock', signIn()]) {
    await page.goto(path);
    if (process.env['SCREENSHOTS'] !== undefined) {
      const name = path.replaceAll(/\W+/gu, '-').slice(0, 20);
      await page.screenshot({ path: `${process.env['SCREENSHOTS']}/sandbox${name}.png`, fullPage: true });
    }
    assert.deepEqual([...(await checkAxe(page)), ...(await checkReflow(page))], [], path);
  }
  await phone.close();
});

test('ESI asks who to be and goes back with a code, script off; who does not want to goes back too', async () => {
  for (const [button, answer] of [
    ['Демо Айгүл Сынакова катары кирүү', 'code'],
    ['Кирбейм', 'error'],
  ] as const) {
    const visitor = await browser.noScript({ baseURL: stage.url });
    const page = await visitor.newPage();
    await page.goto(signIn());
    await page.getByRole('button', { name: button }).click();
    await page.waitForLoadState();
    const { pathname, searchParams } = new URL(page.url());
    assert.equal(pathname, '/esi/callback', await page.innerText('body'));
    assert.ok(searchParams.has(answer), searchParams.toString());
    assert.equal(searchParams.get('state'), 'state-1');
    await visitor.close();
  }
});
