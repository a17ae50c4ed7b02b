import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { test } from 'node:test';
import { checkAxe, checkReflow, openBrowser } from '@kyzmat/testing';
import { openStage } from '../testing/stage.ts';

test('P573-11: the pages of one’s own data pass axe and fit 320 px', async (t) => {
  const [stage, browser] = await Promise.all([openStage(), openBrowser()]);
  const server = createServer(stage.app.http).listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(async () => {
    await browser.close();
    server.closeAllConnections();
    server.close();
    await stage.stop();
  });
  const address = server.address();
  const origin = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
  const page = await (await browser.phone({ locale: 'ky' })).newPage();
  // The stand-in's sign-in: whoever the code names comes back with it.
  const asked = await page.request.get(`${origin}/sign-in?to=/my-data`, { maxRedirects: 0 });
  const state = new URL(asked.headers()['location'] ?? origin).searchParams.get('state') ?? '';
  await page.goto(`${origin}/auth/callback?code=aigul&state=${state}`);
  for (const path of [
    '/my-data',
    '/my-data/copy',
    '/my-data/delete',
    '/my-data/delete/cabinet',
    '/cabinet-deleted',
  ]) {
    assert.equal((await page.goto(origin + path))?.status(), 200, path);
    assert.deepEqual(await checkAxe(page), [], path);
    assert.deepEqual(await checkReflow(page), [], path);
  }
});
