import { act, apply, begin, enterDesk, fillIn, type Fields, type Traveller } from './journey.ts';

/** The two roads that the demonstration shows and the browser tests walk. */

const phones = { aigul: '+996700000001', nurlan: '+996700000011' };

const residence: readonly Fields[] = [{}, { forWhom: 'self' }, { purpose: 'bank' }];
export const criminalRecord: readonly Fields[] = [
  { birthPlace: 'Нарын шаары' },
  {
    citizenship: 'kyrgyz',
    passport: 'ID1234567',
    'issuedOn.day': '1',
    'issuedOn.month': '6',
    'issuedOn.year': '2020',
  },
  { nameChanged: 'no' },
  { livedAbroad: 'no' },
  { purpose: 'work', receiver: 'Демо ишкана' },
  {},
];
/** What the register says of a person: the decision of the free service. */
export const residenceDecision: Fields = {
  registeredPerson: 'self',
  'registeredAddress.region': 'Бишкек шаары',
  'registeredAddress.district': 'Биринчи Май району',
  'registeredAddress.settlement': 'Бишкек',
  'registeredAddress.street': 'Демо көчөсү',
  'registeredAddress.house': '12',
  'registeredSince.day': '1',
  'registeredSince.month': '2',
  'registeredSince.year': '2015',
};

/** A citizen applies for the free service. Gives the application's id. */
export async function applyForResidence(citizen: Traveller): Promise<string> {
  await begin(citizen, 'residence-certificate', 'aigul');
  return apply(citizen, residence, phones.aigul);
}

/** The provider's executor registers and decides at the desk; the result is signed and the citizen sees it. */
export async function decideAtDesk(
  citizen: Traveller,
  staff: Traveller,
  id: string,
  password: string,
): Promise<void> {
  await enterDesk(staff, 'nurlan', password, phones.nurlan);
  await staff.page.goto(`${staff.urls.desk}/applications/${id}`);
  await staff.seen('desk-application');
  await act(staff, id, 'register', { executorId: 'nurlan' });
  await act(staff, id, 'decide', residenceDecision);
  await seeStage(citizen, id, 'result.pdf');
  await citizen.seen('result');
}

/** A citizen applies for the paid service whose provider works in its own document system, and pays. */
export async function applyAndPay(citizen: Traveller): Promise<string> {
  await begin(citizen, 'criminal-record-certificate', 'aigul');
  const id = await apply(citizen, criminalRecord, phones.aigul);
  await seeStage(citizen, id, `/cabinet/applications/${id}/pay"`);
  await citizen.seen('status-unpaid');
  await pay(citizen, id);
  return id;
}

/** From the page of an application to the e-payment system and back. */
export async function pay(citizen: Traveller, id: string): Promise<void> {
  const { page } = citizen;
  await page.locator(`form[action$="${id}/pay"] button`).first().click();
  await page.waitForURL(/\/e-payment\/pay\//);
  await citizen.seen('e-payment');
  await page.locator('button[value="pay"]').click();
  await page.waitForLoadState();
  await citizen.seen('payment-return');
}

/** The clerk registers and answers in the provider's document system; nobody opens the desk. */
export async function answerInEdms(citizen: Traveller, clerk: Traveller, id: string): Promise<void> {
  const { page, urls } = clerk;
  const reference = await referenceOf(citizen, id);
  const home = `${urls.sandbox}/edms/${reference}`;
  await open(clerk, home, 'button[value="register"]');
  await clerk.seen('edms-case');
  await page.locator('button[value="register"]').click();
  await open(clerk, home, 'button[value="approve"]');
  const today = new Date();
  await fillIn(clerk, {
    found: 'none',
    'checkedOn.day': '1',
    'checkedOn.month': '6',
    'checkedOn.year': String(today.getFullYear()),
  });
  await clerk.seen('edms-answer');
  await page.locator('button[value="approve"]').click();
  await seeStage(citizen, id, 'result.pdf');
  await citizen.seen('result-of-edms');
}

/** Opens the application's page until it holds a text; each look is a page of its own, as without script. */
export async function seeStage({ page, urls }: Traveller, id: string, text: string): Promise<void> {
  await retry(`${text} on the page of ${id}`, async () => {
    await page.goto(`${urls.portal}/cabinet/applications/${id}`);
    return (await page.content()).includes(text);
  });
}

async function open({ page }: Traveller, url: string, selector: string): Promise<void> {
  await retry(`${selector} at ${url}`, async () => {
    await page.goto(url);
    return (await page.locator(selector).count()) > 0;
  });
}

const patienceMs = 60_000;

async function retry(what: string, holds: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + patienceMs;
  while (!(await holds())) if (performance.now() > end) throw new Error(`Not seen: ${what}`);
}

export async function referenceOf({ page, urls }: Traveller, id: string): Promise<string> {
  await page.goto(`${urls.portal}/cabinet/applications/${id}/confirmation`);
  const reference = /[0-9A-Z]{4}(?:-[0-9A-Z]{4}){2}-[0-9A-Z]/.exec(
    await page.locator('main').innerText(),
  )?.[0];
  if (reference === undefined) throw new Error('No reference number');
  return reference;
}

/** The signed result of an application, as the citizen downloads it. */
export async function resultOf({ page, urls }: Traveller, id: string): Promise<Buffer> {
  const answer = await page.request.get(`${urls.portal}/cabinet/applications/${id}/result.pdf`);
  return answer.body();
}

const asPdf = { name: 'document.pdf', mimeType: 'application/pdf' };

/** Somebody checks a document by its file at the public page. */
export async function verify(somebody: Traveller, document: Buffer, file = asPdf): Promise<string> {
  const { page, urls } = somebody;
  await page.goto(`${urls.portal}/verify`);
  await page.locator('input[type="file"]').setInputFiles({ ...file, buffer: document });
  await page.locator('form[enctype] button').last().click();
  await page.waitForLoadState();
  return page.locator('h1').innerText();
}

export type { Traveller } from './journey.ts';
