import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { dataOf } from '@kyzmat/http';
import { signIn, submit, type Citizen } from '@kyzmat/road';
import { eventually } from '@kyzmat/testing/eventually';
import { startWorld, type World } from '@kyzmat/world';

let world: World;
let aigul: Citizen;

before(async () => {
  world = await startWorld({
    only: ['identity', 'applications', 'payments', 'notifications', 'providers', 'tunduk', 'sandbox'],
    seed: true,
  });
  aigul = await signIn(world, 'aigul');
});
after(() => world.stop());

/** The clerk at the document system: pages only, never the portal. */
const clerk = {
  async page(reference: string, path = ''): Promise<string> {
    const response = await fetch(`${world.urls.sandbox}/edms/${reference}${path}`);
    assert.equal(response.status, 200);
    return response.text();
  },
  async write(reference: string, fields: Readonly<Record<string, string>>): Promise<void> {
    const body = new URLSearchParams(fields);
    const response = await fetch(`${world.urls.sandbox}/edms/${reference}`, { method: 'POST', body });
    assert.equal(response.status, 200);
  },
};

async function viewOf(id: string) {
  return dataOf(await aigul.applications.GET('/applications/{id}', { params: { path: { id } } }));
}

test('P573-29f, C22-8, C22-11: delivered, registered, paid, decided in the document system; nobody types into the portal', async () => {
  const { id, reference } = await submit(world, aigul, 'criminal-record-certificate');
  await eventually(() => clerk.page(reference, '/request.json'), { what: 'the application in the EDMS' });
  assert.ok((await clerk.page(reference)).includes('Сынакова'));
  const pdf = await clerk.page(reference, '/request.pdf');
  assert.equal(pdf.slice(0, 5), '%PDF-');

  await clerk.write(reference, { act: 'register', registrationNumber: 'ВХ-7', executor: 'ermek' });
  const registered = await eventually(
    async () => {
      const view = await viewOf(id);
      return view.stage === 'suspended_unpaid' && view;
    },
    { what: 'registered' },
  );
  assert.equal(registered.registrationNumber, 'ВХ-7');
  assert.equal(registered.executor?.id, 'ermek');

  const charge = await eventually(
    async () => dataOf(await aigul.payments.GET('/charges', { params: { query: { applicationId: id } } })),
    { what: 'the charge' },
  );
  const checkout = await aigul.payments.POST('/charges/{id}/checkout', {
    params: { path: { id: charge.id } },
    body: { language: 'ky' },
  });
  await fetch(dataOf(checkout).payUrl, { method: 'POST', body: new URLSearchParams({ act: 'leave' }) });
  await eventually(async () => (await clerk.page(reference)).includes('payment_confirmed'), {
    what: 'the news of the payment',
  });

  await clerk.write(reference, {
    act: 'approve',
    executor: 'ermek',
    signer: 'asel',
    found: 'none',
    'checkedOn.day': '1',
    'checkedOn.month': '1',
    'checkedOn.year': '2026',
  });
  await eventually(async () => (await viewOf(id)).stage === 'completed', { what: 'the result' });
});
