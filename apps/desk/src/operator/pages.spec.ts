import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listen } from '@kyzmat/http';
import { checkAxe, checkReflow, openBrowser } from '@kyzmat/testing';
import { openStage } from '../testing/stage.ts';

const at = '2026-03-13T04:00:00.000Z';
const reason = { ky: 'Жаңыртуу', ru: 'Обновление' };
const entry = { at, by: 'operator', role: 'operator' };

test('P573-11: works, incidents and changes of a service pass axe and fit 320 px, in their error state too', async (t) => {
  const [stage, browser] = await Promise.all([openStage(), openBrowser()]);
  const door = await listen(stage.http, { port: 0, host: '127.0.0.1' });
  t.after(async () => {
    await browser.close();
    await door.close();
    await stage.stop();
  });
  const { neighbours } = stage;
  const one = (id: string, providerId: string | null, role: string) =>
    neighbours.staff.set(id, { id, name: `Демо ${id}`, providerId, roles: [role] });
  one('operator', null, 'operator');
  one('zhyldyz', 'population-register', 'provider_head');
  const change = {
    ...{ id: 'c', code: 'residence-certificate', providerId: 'population-register', baseVersion: 1 },
    ...{ title: { ky: 'Маалымкат', ru: 'Справка' }, submittedBy: 'zhyldyz', submittedAt: at },
  };
  neighbours.changes = [
    { ...change, state: 'submitted', changed: ['/service/summary'], affectsPortal: false },
  ];
  neighbours.services = [change];
  neighbours.incidents = [{ id: 'i', entries: [{ kind: 'seen', text: 'Байкалды', ...entry }] }];
  const seen = { key: 'k', count: 7, who: 'aigul', firstAt: at, lastAt: at };
  neighbours.sightings = { sightings: [{ kind: 'refused_sign_ins', ...seen }] };
  const recorded = { recordedBy: 'operator', recordedAt: at };
  neighbours.works = [
    { id: 'w', from: at, to: '2999-03-13T04:00:00.000Z', reason, closes: ['sending'], ...recorded },
  ];

  const pages = {
    operator: ['/works', '/incidents', '/incidents/i', '/changes', '/changes/c'],
    zhyldyz: ['/changes/new', '/changes/new/residence-certificate'],
  };
  for (const [id, paths] of Object.entries(pages)) {
    const context = await browser.phone();
    const cookies = (await stage.enter(id)).split('; ').map((cookie) => {
      const [name = '', value = ''] = cookie.split('=');
      return { name, value, url: door.url };
    });
    await context.addCookies(cookies);
    const page = await context.newPage();
    for (const path of paths) {
      assert.equal((await page.goto(door.url + path))?.status(), 200, path);
      assert.deepEqual(await checkAxe(page), [], path);
      assert.deepEqual(await checkReflow(page), [], path);
    }
    // The last form of each, sent empty.
    for (const path of id === 'operator' ? ['/works', '/incidents/i'] : ['/changes/new']) {
      await page.goto(door.url + path);
      await page.locator('main form').last().locator('button').click();
      await page.locator('.govuk-error-summary').waitFor();
      assert.deepEqual(await checkAxe(page), [], `${path}, sent empty`);
    }
    await context.close();
  }
});
