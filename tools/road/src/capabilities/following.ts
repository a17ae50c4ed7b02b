import assert from 'node:assert/strict';
import { fillIn, goOn } from '../journey.ts';
import { codeOn } from '../outside.ts';
import { residenceDecision, seeStage, verify } from '../roads.ts';
import { fileAt, follow, readWhy, textOf, visit, type Walker } from './walker.ts';

/** What becomes of the application that was sent. */

const statusOf = ({ sent }: Walker): string => `/cabinet/applications/${sent}`;

export async function seeItMove(walker: Walker): Promise<void> {
  const { citizen, clerk, way, sent } = walker;
  const { page } = citizen;
  await visit(citizen, statusOf(walker));
  assert.match(await readWhy(citizen), /P573-41/);
  await citizen.seen('status-why');
  const stages = page.locator('main .kz-timeline > li');
  const before = await stages.count();
  assert.ok(before >= 3, 'what happened, what comes, and until when');

  const timeline = page.locator('main .kz-timeline');
  const told = await timeline.innerText();
  await page.evaluate('window.openedOnce = true');
  await clerk.act(sent, { type: 'register', registrationNumber: '01-7', executorId: clerk.id });
  if (!way.hasScript) await page.reload();
  await page.getByText('Демо Нурлан Өмүров').first().waitFor();
  assert.notEqual(await timeline.innerText(), told, 'the stages have moved on');
  // Without a reload: the same window still knows that it was opened once.
  assert.equal(await page.evaluate('window.openedOnce === true'), way.hasScript);
  if (way.hasScript)
    assert.ok(await page.locator('main details[open]').first().isVisible(), 'open as it was');
  await citizen.seen('status-moved');
}

export async function correctContacts(walker: Walker): Promise<void> {
  const { citizen, clerk, sent } = walker;
  const { page } = citizen;
  await visit(citizen, statusOf(walker));
  await follow(citizen, '/contacts');
  await fillIn(citizen, { phone: '12', postal: 'Ош шаары, Демо көчөсү, 3' });
  await goOn(citizen);
  await citizen.seen('contacts-wrong');
  await page.locator('#f-phone-error').waitFor();
  assert.equal(await page.locator('[name="phone"]').inputValue(), '12');
  await fillIn(citizen, { phone: '0700 00 00 77' });
  await goOn(citizen);
  await citizen.seen('contacts-code');
  await fillIn(citizen, { code: await codeOn(citizen, '+996700000077') });
  await goOn(citizen);
  await citizen.seen('contacts-corrected');
  assert.ok((await textOf(citizen)).includes('Ош шаары, Демо көчөсү, 3'));
  const { contacts } = await clerk.look(sent);
  assert.deepEqual([contacts?.phone, contacts?.postal], ['+996700000077', 'Ош шаары, Демо көчөсү, 3']);
}

export async function getTheInformation(walker: Walker): Promise<void> {
  const { citizen, clerk, way, sent } = walker;
  await clerk.act(sent, { type: 'decide', decision: residenceDecision });
  await seeStage(citizen, sent, `${sent}/result"`);
  await citizen.seen('status-ended');
  await goOn(citizen);
  await citizen.seen('information');
  assert.match(await textOf(citizen), /Демо көчөсү/);
  const { type, body } = await fileAt(citizen, '/result.json');
  assert.match(type, /^application\/json/);
  assert.equal(await verify(citizen, body, information), way.says.genuine);
  await citizen.seen('information-genuine');
  const changed = Buffer.from(body.toString('utf8').replaceAll('Демо көчөсү', 'Башка көчө'));
  assert.equal(await verify(citizen, changed, information), way.says.changed);
}

const information = { name: 'information.json', mimeType: 'application/json' };

export async function rateTheService(walker: Walker): Promise<void> {
  const { citizen } = walker;
  const { page } = citizen;
  const suggestion = 'Маалымат телефонго да келсе жакшы болмок.';
  await visit(citizen, statusOf(walker));
  await follow(citizen, '/rating');
  await fillIn(citizen, { suggestion });
  await goOn(citizen);
  await citizen.seen('rating-empty');
  await page.locator('#f-stars-error').waitFor();
  for (const stars of ['2', '5']) {
    await fillIn(citizen, { stars });
    await goOn(citizen);
    assert.match(await page.locator('main .kz-notice--done').innerText(), new RegExp(`\\b${stars} —`));
    assert.equal(await page.locator('[name="suggestion"]').inputValue(), suggestion);
  }
  await citizen.seen('rating-changed');
}

export async function applyAgain(walker: Walker): Promise<void> {
  const { citizen, way } = walker;
  await visit(citizen, statusOf(walker));
  await follow(citizen, '/again');
  await citizen.seen('again');
  await goOn(citizen);
  walker.draft = /\/drafts\/([^/]+)/.exec(citizen.page.url())?.[1] ?? '';
  await goOn(citizen);
  await goOn(citizen);
  await citizen.seen('again-purpose');
  assert.ok((await textOf(citizen)).includes(way.says.taken));
  assert.equal(await citizen.page.locator('[name="purpose"]:checked').getAttribute('value'), 'bank');
}
