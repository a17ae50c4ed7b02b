import type { Applications } from '@kyzmat/contracts';
import { dataOf } from '@kyzmat/http';
import type { Citizen } from '../citizen.ts';

type Fields = Readonly<Record<string, string>>;

/** A draft of the licence with every page filled in; what ESI knows of the organisation is there already. */
export async function licenceDraft(
  { applications }: Pick<Citizen, 'applications'>,
  today: Date,
): Promise<Applications['Draft']> {
  const body = { serviceCode: 'alcohol-retail-licence', language: 'ky' } as const;
  let draft = dataOf(await applications.POST('/drafts', { body }));
  const put = async (page: string, fields: Fields): Promise<void> => {
    const path = { id: draft.id, page };
    const answer = await applications.PUT('/drafts/{id}/pages/{page}', {
      params: { path },
      body: { version: draft.version, fields },
    });
    const result = dataOf(answer);
    if (result.errors.length > 0) throw new Error(`${page}: ${JSON.stringify(result.errors)}`);
    draft = result.draft;
  };
  const proof = 'outlets[0].premisesProof';
  const form = new FormData();
  form.set('field', proof);
  form.set(
    'file',
    new Blob(['%PDF-1.4\n% Демо\ntrailer<<>>\n%%EOF\n'], { type: 'application/pdf' }),
    'proof.pdf',
  );
  await put('licence', { request: 'new', drinks: 'beer', yearlyTurnover: '250000' });
  const file = dataOf(
    await applications.POST('/drafts/{id}/files', {
      params: { path: { id: draft.id } },
      body: { field: proof, file: '' },
      bodySerializer: () => form,
    }),
  );
  await put('outlets', { ...outlet, [`${proof}.fileId`]: file.fileId });
  const visit = new Date(today.getTime() + 5 * 86_400_000);
  await put('visit', {
    ...dateIn('visitDate', visit),
    visitor: 'head',
    phone: '+996700000003',
    email: 'nazira@example.kg',
  });
  return draft;
}

const outlet: Fields = {
  'outlets[0].outletAddress.region': 'Бишкек шаары',
  'outlets[0].outletAddress.district': 'Биринчи Май району',
  'outlets[0].outletAddress.street': 'Демо көчөсү',
  'outlets[0].outletAddress.house': '1',
  'outlets[0].outletArea': '45,5',
  'outlets[0].cashRegister': 'ДЕМО-1',
  'outlets[0].premises': 'own',
  farFromSchools: 'yes',
};

/** A day as the three inputs of a date. */
export function dateIn(name: string, day: Date): Fields {
  return {
    [`${name}.day`]: String(day.getUTCDate()),
    [`${name}.month`]: String(day.getUTCMonth() + 1),
    [`${name}.year`]: String(day.getUTCFullYear()),
  };
}
