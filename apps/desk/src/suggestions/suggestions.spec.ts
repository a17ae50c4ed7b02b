import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import request from 'supertest';
import { openStage, type Stage } from '../testing/stage.ts';

let stage: Stage;

before(async () => {
  stage = await openStage();
  const { staff } = stage.neighbours;
  const one = (id: string, providerId: string | null, role: string) => ({
    id,
    name: id,
    providerId,
    roles: [role],
  });
  staff.set('nurlan', one('nurlan', 'population-register', 'executor'));
  staff.set('operator', one('operator', null, 'operator'));
});
after(() => stage.stop());

const read = async (cookie: string, path: string): Promise<string> =>
  (await request(stage.http).get(path).set('Cookie', cookie)).text;

test('P573-36a: provider and operator read what users suggest, and how they rated, without who they are', async () => {
  stage.neighbours.suggestions = [
    {
      at: '2026-03-13T04:00:00.000Z',
      serviceCode: 'residence-certificate',
      serviceTitle: { ky: 'Маалымкат', ru: 'Справка' },
      providerId: 'population-register',
      stars: 2,
      text: '<b>Тезирээк</b> болсун',
    },
  ];
  for (const person of ['nurlan', 'operator']) {
    const page = await read(await stage.enter(person), '/suggestions');
    assert.match(page, /&lt;b&gt;Тезирээк&lt;\/b&gt; болсун/);
    assert.match(page, /Справка, оценка: 2 из 5/);
    assert.match(page, /href="\/suggestions"[^>]*aria-current/);
  }
});
