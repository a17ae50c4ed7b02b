import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import test, { after, before } from 'node:test';
import { dataOf } from '@kyzmat/http';
import { openBrowser, type TestBrowser } from '@kyzmat/testing';
import { startWorld, type World } from '@kyzmat/world';
import { signIn, type Citizen } from './citizen.ts';
import {
  act,
  apply,
  begin,
  enterCabinet,
  enterDesk,
  fillIn,
  goOn,
  throughEsi,
  type Traveller,
} from './journey.ts';
import { choose, pdfOf } from './licence.ts';
import { criminalRecord, pay, referenceOf, seeStage } from './roads.ts';
import { submit } from './submission.ts';
import {
  axeFindsNothing,
  fitsTheScreen,
  saysNothingInCode,
  staffPassword,
  travellersOf,
} from './travellers.ts';
import { noticesOf, until } from './waiting.ts';

/** Where the road turns: refusals, questions, withdrawals, and people who press twice or look from two windows. */

let world: World;
let browser: TestBrowser;
let aigul: Citizen;
let citizen: Traveller;
let nurlan: Traveller;
let asel: Traveller;
const traveller = travellersOf(() => world);
const looked = [axeFindsNothing, fitsTheScreen, saysNothingInCode] as const;

before(async () => {
  browser = await openBrowser();
  world = await startWorld();
  aigul = await signIn(world, 'aigul');
  citizen = await traveller(browser.phone({ locale: 'ru' }), ...looked);
  nurlan = await traveller(browser.desktop({ locale: 'ky' }), ...looked);
  asel = await traveller(browser.phone({ locale: 'ru' }), ...looked);
  await enterCabinet(citizen, 'aigul');
  await enterDesk(nurlan, 'nurlan', staffPassword(world), '+996700000011');
  await enterDesk(asel, 'asel', staffPassword(world), '+996700000014');
});
after(async () => {
  await browser.close();
  await world.stop();
});

/** Another window of the same person. */
const besides = ({ page }: Traveller): Promise<Traveller> =>
  traveller(Promise.resolve(page.context()), ...looked);
const main = ({ page }: Traveller): Promise<string> => page.locator('main').innerText();
const desk = (id: string, what = ''): string => `${world.urls.desk}/applications/${id}${what}`;
const cabinet = (id: string, what = ''): string => `${world.urls.portal}/cabinet/applications/${id}${what}`;

/** The newest notice of a kind about an application, as its person reads it in the cabinet. */
async function readNotice({ page }: Traveller, id: string, kind: string): Promise<string> {
  const notice = (await noticesOf(aigul, id, [kind])).find((each) => each.kind === kind);
  await page.goto(`${world.urls.portal}/cabinet/notices/${notice?.id ?? ''}`);
  return page.locator('main').innerText();
}

async function paid(): Promise<string> {
  const { id } = await submit(world, aigul, 'criminal-record-certificate');
  await seeStage(citizen, id, `${id}/pay"`);
  await pay(citizen, id);
  await seeStage(citizen, id, 'receipt.pdf');
  return id;
}

test('P573-35b, P573-39a: refused to consider, the person reads ground, reason, who refused and how to appeal', async () => {
  const { id } = await submit(world, aigul, 'residence-certificate');
  await nurlan.page.goto(desk(id, '/acts/refuse_intake'));
  await goOn(nurlan);
  await nurlan.seen('refuse-intake-empty');
  assert.match(await nurlan.page.title(), /^Ката: /);
  await nurlan.page.locator('[name="grounds"]').first().check();
  const stale = await besides(nurlan);
  await stale.page.goto(desk(id, '/acts/register'));
  await fillIn(nurlan, { reason: 'Паспорттун көчүрмөсү окулбайт: жаңысын тиркеңиз.' });
  await nurlan.page.locator('main .kz-actions .kz-button').first().dblclick();
  await nurlan.page.waitForURL(/done=refuse_intake/);
  await nurlan.seen('intake-refused');

  // The other window still offers to register: nothing is done on what no longer holds, and it is told what happened.
  await goOn(stale);
  await stale.seen('stale');
  assert.match(await main(stale), /сизден мурун өзгөртүштү/);
  await stale.page.close();

  await seeStage(citizen, id, 'отказано');
  await citizen.seen('intake-refused');
  assert.match(await main(citizen), /Паспорттун көчүрмөсү окулбайт/);
  assert.match(await main(citizen), /Демо Нурлан Өмүров/);
  assert.match(await main(citizen), /Если вы не согласны/);
  assert.match(await readNotice(citizen, id, 'intake_refused'), /Паспорттун көчүрмөсү/);
  await citizen.seen('notice-intake-refused');
});

test('P573-35e, P573-38: refused after payment: ground, who answers for it, and how to appeal', async () => {
  const id = await paid();
  await act(asel, id, 'register', { executorId: 'asel' });
  await asel.page.goto(desk(id, '/acts/refuse_provision'));
  await goOn(asel);
  await asel.seen('refuse-provision-empty');
  await asel.page.locator('[name="grounds"]').first().check();
  await fillIn(asel, { reason: 'Сведения в заявлении и в паспорте расходятся.' });
  await goOn(asel);
  await asel.seen('provision-refused');
  await seeStage(citizen, id, 'отказано');
  await citizen.seen('provision-refused');
  assert.match(await main(citizen), /Если вы не согласны/);
  assert.match(await readNotice(citizen, id, 'provision_refused'), /расходятся/);
  await citizen.seen('notice-provision-refused');
});

test('P573-31b, P573-31d, P573-31e: the payment document opens, with its charge and its payer', async () => {
  const id = await paid();
  const charge = dataOf(await aigul.payments.GET('/charges', { params: { query: { applicationId: id } } }));
  const receipt = await citizen.page.request.get(cabinet(id, '/receipt.pdf'));
  assert.match(receipt.headers()['content-disposition'] ?? '', /^inline/);
  assert.match((await receipt.body()).toString('latin1'), new RegExp(charge.id));
});

test('P573-34a: a question is asked and answered once, however often the button is pressed', async () => {
  const { id } = await submit(world, aigul, 'residence-certificate');
  await act(nurlan, id, 'register', { executorId: 'nurlan' });
  await nurlan.page.goto(desk(id, '/acts/ask_clarification'));
  await goOn(nurlan);
  await nurlan.seen('question-empty');
  await fillIn(nurlan, { wants: 'information', question: 'Кайсы үйдө жашайсыз: 12 же 12а?' });
  await goOn(nurlan);
  await nurlan.seen('question-asked');

  await seeStage(citizen, id, '/questions/');
  await citizen.seen('asked');
  await citizen.page.locator('main .kz-actions .kz-button').first().click();
  await citizen.page.locator('[name="answer"]').waitFor();
  await goOn(citizen);
  await citizen.seen('answer-empty');
  // The session ends in the middle: what was typed is there again after signing in.
  await fillIn(citizen, { answer: '12а' });
  await citizen.page.context().clearCookies();
  await goOn(citizen);
  await citizen.seen('expired');
  await goOn(citizen);
  await throughEsi(citizen, 'aigul');
  await citizen.seen('answer-refilled');
  assert.equal(await citizen.page.locator('[name="answer"]').inputValue(), '12а');
  const other = await besides(citizen);
  await other.page.goto(citizen.page.url());
  await citizen.page.locator('main .kz-actions .kz-button').first().dblclick();
  await citizen.page.waitForURL(cabinet(id));
  await citizen.seen('answered');
  await fillIn(other, { answer: 'кайра' });
  await goOn(other);
  assert.equal(other.page.url(), cabinet(id));
  await other.page.close();
  await nurlan.page.goto(desk(id));
  await nurlan.seen('answered');
  assert.match(await main(nurlan), /12а/);
  assert.doesNotMatch(await main(nurlan), /кайра/);
});

test('P573-34a: withdrawn with the money paid: the refund is opened and shown; the way back does nothing twice', async () => {
  const id = await paid();
  await citizen.page.goto(cabinet(id, '/withdraw'));
  await citizen.seen('withdraw');
  const other = await besides(citizen);
  await other.page.goto(cabinet(id, '/withdraw'));
  await citizen.page.locator('main .kz-actions .kz-button').first().dblclick();
  await citizen.page.waitForURL(cabinet(id));
  await citizen.seen('withdrawn');
  await citizen.page.goBack();
  await citizen.seen('withdrawn-back');
  await goOn(other);
  assert.equal(other.page.url(), cabinet(id));
  await other.page.close();
  await seeStage(citizen, id, 'возвращен');
  assert.match(await readNotice(citizen, id, 'refund_opened'), /\d/);
  await citizen.seen('notice-refund');
});

test('P573-34a: a refund that the payment system refuses waits for the operator, who has it asked for again; the person gets the money', async () => {
  const operator = await traveller(browser.phone({ locale: 'ru' }), ...looked);
  await enterDesk(operator, 'operator', staffPassword(world), '+996700000019');
  await operator.page.goto(`${world.urls.desk}/refunds`);
  await operator.seen('refunds');
  assert.match(await main(operator), /Система платежей не отказала/);

  const id = await paid();
  const charge = dataOf(await aigul.payments.GET('/charges', { params: { query: { applicationId: id } } }));
  const turn = (act: 'close' | 'reopen') =>
    fetch(`${world.urls.sandbox}/e-payment/pay/${charge.id}`, {
      method: 'POST',
      body: new URLSearchParams({ act }),
      redirect: 'manual',
    });
  await turn('close');
  await citizen.page.goto(cabinet(id, '/withdraw'));
  await citizen.page.locator('main .kz-actions .kz-button').first().click();
  await citizen.page.waitForURL(cabinet(id));
  await until('the refused refund', async () => {
    await operator.page.goto(`${world.urls.desk}/refunds`);
    return (await operator.page.locator('form[action$="/again"]').count()) > 0;
  });
  await operator.seen('refunds-refused');
  assert.match(await main(operator), /300\sсом[\s\S]*account_closed/);

  await turn('reopen');
  await operator.page.locator('form[action$="/again"] button').click();
  await operator.page.waitForURL(/done=again/);
  await operator.seen('refunds-again');
  assert.match(await main(operator), /Система платежей не отказала/);
  assert.match(await readNotice(citizen, id, 'refunded'), /\d/);
  await citizen.seen('notice-refunded');
});

test('P573-29f: what a person attached lies in the document system byte by byte, and its clerk works on a phone', async () => {
  const walker = await traveller(browser.phone({ locale: 'ru' }), ...looked);
  const clerk = await traveller(browser.phone({ locale: 'ky' }), ...looked);
  await begin(walker, 'criminal-record-certificate', 'bakyt');
  const [person = {}, identity = {}] = criminalRecord;
  await fillIn(walker, person);
  await goOn(walker);
  await fillIn(walker, identity);
  await goOn(walker);
  await fillIn(walker, { nameChanged: 'yes' });
  await fillIn(walker, {
    'previousNames[0].oldLastName': 'Демо',
    'previousNames[0].changedOn.day': '1',
    'previousNames[0].changedOn.month': '6',
    'previousNames[0].changedOn.year': '2010',
    'previousNames[0].changeReason': 'marriage',
  });
  await choose(walker, 'changeProof', 'Күбөлүк.pdf');
  await walker.seen('names');
  await goOn(walker);
  const id = await apply(walker, criminalRecord.slice(3), '+996700000002');
  const reference = await referenceOf(walker, id);
  const home = `${world.urls.sandbox}/edms/${reference}`;
  await clerk.page.goto(`${world.urls.sandbox}/edms`);
  await until('the case', async () => {
    await clerk.page.goto(home);
    return (await clerk.page.locator('button[value="register"]').count()) > 0;
  });
  await clerk.seen('edms-case');
  const link = clerk.page.locator('main a[href*="attachment-1"]');
  const href = await link.evaluate((element) => String(element));
  const served = await (await clerk.page.request.get(href)).body();
  const hash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
  assert.equal(hash(served), hash(pdfOf('Күбөлүк.pdf').buffer));
  await clerk.page.goto(`${world.urls.sandbox}/edms`);
  await clerk.seen('edms-inbox');
  await clerk.page.goto(home);
  await clerk.page.locator('#refuse button').click();
  await clerk.page.waitForLoadState();
  await until('what the portal says to an empty refusal', async () => {
    await clerk.page.goto(home);
    return (await clerk.page.locator('.kz-notice--error').count()) > 0;
  });
  await clerk.seen('edms-error');
});
