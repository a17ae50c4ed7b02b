import assert from 'node:assert/strict';
import type { Applications } from '@kyzmat/contracts';
import type { Principal } from '@kyzmat/auth';
import type { Response } from 'supertest';
import type { Calls } from './calls.ts';
import type { Stage } from './stage.ts';

export const aigul: Principal = { subject: 'aigul', role: 'user' };
export const bakyt: Principal = { subject: 'bakyt', role: 'user' };
export const nurlan: Principal = { subject: 'nurlan', role: 'executor', provider: 'population-register' };
export const ermek: Principal = {
  subject: 'ermek',
  role: 'executor',
  provider: 'interior-information-centre',
};
export const operator: Principal = { subject: 'operator', role: 'operator' };

/** The command nearly every road begins with. */
export const register = { type: 'register', registrationNumber: '12-345', executorId: 'nurlan' };

/** Fills in the certificate of residence; what autofill knows is there already. */
export async function fillIn(
  calls: Calls,
  who: Principal,
  { serviceCode = 'residence-certificate', purpose = 'bank' } = {},
): Promise<Applications['Draft']> {
  const begun = await calls.post(who, '/drafts', { serviceCode });
  assert.equal(begun.status, 201, begun.text);
  let draft = bodyOf<Applications['Draft']>(begun);
  const pages: Record<string, Record<string, string>> = {
    person: {
      lastName: 'Сынакова',
      firstName: 'Айгүл',
      patronymic: '',
      personalNumber: '12003198500012',
    },
    subject: {
      forWhom: 'self',
      'address.region': 'Бишкек',
      'address.district': 'Бишкек',

      'address.street': 'Токтогул',
      'address.house': '1',
    },
    purpose: { purpose, phone: '+996700000001', email: '' },
  };
  for (const [page, fields] of Object.entries(pages)) {
    const saved = await calls.put(who, `/drafts/${draft.id}/pages/${page}`, {
      version: draft.version,
      fields,
    });
    assert.equal(saved.status, 200, saved.text);
    assert.deepEqual(bodyOf<Applications['DraftPageResult']>(saved).errors, [], page);
    draft = bodyOf<Applications['DraftPageResult']>(saved).draft;
  }
  return draft;
}

/** The body, which the door has checked against the contract. */
export function bodyOf<T>({ body }: { readonly body: T }): T {
  return body;
}

export async function hashOf(calls: Calls, who: Principal, draftId: string): Promise<string> {
  const content = await calls.get(who, `/drafts/${draftId}/content`);
  return bodyOf<Applications['DraftContent']>(content).hash;
}

/** Signs the draft as it stands and sends it; `claims` change what the signature says. */
export async function submit(
  stage: Stage,
  calls: Calls,
  who: Principal,
  draft: Pick<Applications['Draft'], 'id' | 'version'>,
  claims: Readonly<Record<string, unknown>> = {},
): Promise<Response> {
  const hash = await hashOf(calls, who, draft.id);
  const signature = stage.neighbours.jws({ sub: who.subject, hash, ...claims });
  return calls.post(who, '/applications', { draftId: draft.id, draftVersion: draft.version, signature });
}

/** The id of a new application of this person. */
export async function apply(
  stage: Stage,
  calls: Calls,
  who: Principal,
  serviceCode = 'residence-certificate',
): Promise<string> {
  const response = await submit(stage, calls, who, await fillIn(calls, who, { serviceCode }));
  assert.equal(response.status, 201, response.text);
  return bodyOf<Applications['Submitted']>(response).id;
}

/** Looks at the application, then acts on what was seen. */
export async function act(calls: Calls, who: Principal, id: string, command: object): Promise<Response> {
  const { version } = await view(calls, who, id);
  return calls.post(who, `/applications/${id}/commands`, { version, command });
}

export async function view(
  calls: Calls,
  who: Principal,
  id: string,
): Promise<Applications['ApplicationView']> {
  return bodyOf<Applications['ApplicationView']>(await calls.get(who, `/applications/${id}`));
}

export function codeOf(response: Response): string {
  return bodyOf<{ code: string }>(response).code;
}
