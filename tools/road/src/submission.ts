import type { Applications } from '@kyzmat/contracts';
import { dataOf } from '@kyzmat/http';
import type { World } from '@kyzmat/world';
import type { Citizen } from './citizen.ts';
import { codeOn } from './outside.ts';

type Fields = Readonly<Record<string, string>>;
type ServiceCode = 'residence-certificate' | 'criminal-record-certificate';

const address = {
  'address.region': 'Бишкек шаары',
  'address.district': 'Биринчи Май району',
  'address.settlement': 'Бишкек',
  'address.street': 'Демо көчөсү',
  'address.house': '12',
  'address.flat': '7',
};

/** What a demo citizen answers, page by page; what ESI knows is filled in already. */
const answers: Readonly<Record<ServiceCode, readonly (readonly [page: string, fields: Fields])[]>> = {
  'residence-certificate': [
    ['subject', { forWhom: 'self', ...address }],
    ['purpose', { purpose: 'bank', phone: '+996700000001', email: 'aigul@example.kg' }],
  ],
  'criminal-record-certificate': [
    [
      'person',
      {
        lastName: 'Сынакова',
        firstName: 'Демо Айгүл',
        sex: 'female',
        'birthDate.day': '20',
        'birthDate.month': '3',
        'birthDate.year': '1985',
        birthPlace: 'Нарын шаары',
        personalNumber: '12003198500012',
      },
    ],
    [
      'identity',
      {
        citizenship: 'kyrgyz',
        passport: 'ID1234567',
        'issuedOn.day': '1',
        'issuedOn.month': '6',
        'issuedOn.year': '2020',
      },
    ],
    ['names', { nameChanged: 'no' }],
    ['residence', { ...address, livedAbroad: 'no' }],
    ['purpose', { purpose: 'work', receiver: 'Демо ишкана' }],
    ['contact', { phone: '+996700000001', email: 'aigul@example.kg' }],
  ],
};

/** A draft with every page filled in, and its content as it would be signed. */
export async function draftReady(
  citizen: Pick<Citizen, 'applications'>,
  serviceCode: ServiceCode,
): Promise<{ draft: Applications['Draft']; content: Applications['DraftContent'] }> {
  const { applications } = citizen;
  let draft = dataOf(await applications.POST('/drafts', { body: { serviceCode, language: 'ky' } }));
  for (const [page, fields] of answers[serviceCode]) {
    const path = { id: draft.id, page };
    const body = { version: draft.version, fields };
    const stored = dataOf(await applications.PUT('/drafts/{id}/pages/{page}', { params: { path }, body }));
    draft = stored.draft;
  }
  const params = { path: { id: draft.id }, query: { language: 'ky' as const } };
  return { draft, content: dataOf(await applications.GET('/drafts/{id}/content', { params })) };
}

/** A draft, signed with a code from the telephone: all that submission needs. */
export async function signedSubmission(
  world: World,
  citizen: Citizen,
  serviceCode: ServiceCode,
): Promise<{ draftId: string; draftVersion: number; signature: string }> {
  return signed(world, citizen, (await draftReady(citizen, serviceCode)).draft);
}

/** The same for a draft that is filled in already. */
export async function signed(
  world: World,
  citizen: Citizen,
  draft: Applications['Draft'],
): Promise<{ draftId: string; draftVersion: number; signature: string }> {
  const params = { path: { id: draft.id }, query: { language: 'ky' as const } };
  const content = dataOf(await citizen.applications.GET('/drafts/{id}/content', { params }));
  const found = { draftId: draft.id, draftVersion: content.version };
  if (draft.serviceCode === 'alcohol-retail-licence') {
    return { ...found, signature: await certified(world, citizen, content) };
  }
  const body = { contentHash: content.hash, title: draft.serviceTitle };
  const { id } = dataOf(await citizen.identity.POST('/signing-requests', { body }));
  const confirmation = { params: { path: { id } }, body: { code: await codeOn(world, citizen.phone) } };
  const { signature } = dataOf(await citizen.identity.POST('/signing-requests/{id}/confirm', confirmation));
  return { ...found, signature };
}

/** Where the law wants a qualified signature: by the certificate of the head of the demo organisation. */
async function certified(
  { urls }: World,
  citizen: Citizen,
  { content, hash }: Applications['DraftContent'],
): Promise<string> {
  const form = new FormData();
  form.set('person', 'nazira');
  form.set('content', new Blob([content]), 'content.json');
  const carrier = await fetch(`${urls.sandbox}/key-carrier`, { method: 'POST', body: form });
  if (!carrier.ok) throw new Error(`The key carrier answered ${carrier.status}`);
  const cms = Buffer.from(await carrier.arrayBuffer()).toString('base64');
  const body = { contentHash: hash, cms };
  return dataOf(await citizen.identity.POST('/qualified-signatures', { body })).signature;
}

export async function submit(
  world: World,
  citizen: Citizen,
  serviceCode: ServiceCode,
): Promise<Applications['Submitted']> {
  const body = await signedSubmission(world, citizen, serviceCode);
  return dataOf(await citizen.applications.POST('/applications', { body }));
}
