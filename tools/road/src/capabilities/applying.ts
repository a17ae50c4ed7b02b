import assert from 'node:assert/strict';
import { signIn } from '../citizen.ts';
import { begin, fillIn, goOn, signAndSend } from '../journey.ts';
import { memberOf } from '../outside.ts';
import { submit } from '../submission.ts';
import { fileAt, visit, type Walker } from './walker.ts';

/** From the consent to take over earlier answers to an application sent. */

const service = 'residence-certificate';

export async function takeOverEarlierAnswers(walker: Walker): Promise<void> {
  const { citizen, way, world } = walker;
  const { page } = citizen;
  const earlier = await submit(world, await signIn(world, way.person), service);
  await begin(citizen, service, way.person);
  // Nothing was taken over without being asked.
  await goOn(citizen);
  assert.equal(await page.locator('[name="forWhom"]:checked').count(), 0);

  await visit(citizen, `/services/${service}/apply`);
  await citizen.seen('apply');
  assert.equal(await page.locator('[name="prefillFrom"]:checked').getAttribute('value'), 'none');
  await fillIn(citizen, { prefillFrom: earlier.id });
  await goOn(citizen);
  await goOn(citizen);
  await citizen.seen('taken-over');
  const taken = page.getByText(way.says.taken);
  assert.ok((await taken.first().innerText()).includes(earlier.reference));
  assert.equal(await page.locator('[name="forWhom"]:checked').getAttribute('value'), 'self');
}

/** In the middle of the form, where the walker stands now. */
export async function takeTheRequestAlong({ citizen }: Walker): Promise<void> {
  assert.match(citizen.page.url(), /\/pages\/subject$/);
  const pdf = await fileAt(citizen, '/copy.pdf');
  assert.deepEqual([pdf.type, pdf.body.toString('latin1', 0, 5)], ['application/pdf', '%PDF-']);
  const json = await fileAt(citizen, '/copy.json');
  const copy: unknown = JSON.parse(json.body.toString('utf8'));
  assert.equal(memberOf(copy, 'state'), 'draft');
  assert.equal(memberOf(memberOf(copy, 'answers'), 'forWhom'), 'self');

  await citizen.page.emulateMedia({ media: 'print' });
  await citizen.seen('form-on-paper');
  assert.ok(
    await citizen.page.locator('.kz-print-only').first().isVisible(),
    'on paper it is said to be a draft',
  );
  await citizen.page.emulateMedia({ media: null });
}

export async function askForInformation(walker: Walker): Promise<void> {
  const { citizen, way } = walker;
  await goOn(citizen);
  await goOn(citizen);
  await citizen.seen('check');
  await goOn(citizen);
  await fillIn(citizen, { resultForm: 'information' });
  walker.sent = await signAndSend(citizen, way.phone);
}
