import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { eventually } from '@kyzmat/testing/eventually';
import { code, service } from '../testing/samples.ts';
import { openStage, type Stage } from '../testing/stage.ts';
import { visitor } from '../testing/visitor.ts';
import type { WorksWindow } from './windows.ts';

let stage: Stage;
before(async () => {
  stage = await openStage();
});
after(() => stage.stop());

const hourMs = 3_600_000;
const inHours = (hours: number): string =>
  new Date(stage.kit.clock.now().getTime() + hours * hourMs).toISOString();
function window(from: number, to: number, closes: WorksWindow['closes']): WorksWindow {
  const reason = { ky: 'Базаны жаңыртуу', ru: 'Обновление базы' };
  const recorded = { recordedBy: 'operator', recordedAt: inHours(-100) };
  return { id: 'w', from: inHours(from), to: inHours(to), reason, closes, ...recorded };
}

test('P573-19b: works stand on every page beforehand; during them sending is closed until a named end, and nothing is lost', async () => {
  const who = visitor(stage, 'ru');
  await who.signIn('aigul');
  const draft = (await who.post(`/services/${service}/apply`)).headers['location'] ?? '';
  await who.get(`${draft}/sign`);
  await who.post(`${draft}/sign`);

  // While nobody says that works are done nothing is closed; nor by works announced for later.
  let works: readonly WorksWindow[] = [window(24, 26, ['sending', 'payment'])];
  stage.standIns.also.set('GET /works', () => ({ works }));
  await eventually(async () => (await who.get('/')).text.includes('Обновление базы'));
  assert.equal((await who.get(`${draft}/sign/code`)).status, 200);

  works = [window(-1, 1, ['sending'])];
  const closed = await eventually(async () => {
    const answer = await who.get(`${draft}/sign/code`);
    return answer.status === 503 && answer;
  });
  const wait = Number(closed.headers['retry-after']);
  assert.ok(wait > 3_500 && wait <= 3_600, String(wait));
  for (const said of ['Сейчас заявление не отправить', 'Обновление базы', 'сохранено', 'сроки идут'])
    assert.ok(closed.text.includes(said), said);
  assert.match((await who.get('/')).text, /Технические работы/);
  // Filling in, reading and a post of what was typed go on.
  assert.equal((await who.get(`${draft}/check`)).status, 200);
  assert.equal(stage.standIns.made.applications, 0);

  works = [{ ...window(-1, 1, ['sending']), endedAt: inHours(-0.5) }];
  await eventually(async () => (await who.get(`${draft}/sign/code`)).status === 200);
  const sent = await who.post(`${draft}/sign/code`, { code });
  assert.equal(sent.status, 303);
  assert.equal(stage.standIns.made.applications, 1);
});
