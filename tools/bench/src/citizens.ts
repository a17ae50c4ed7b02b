import type { ApplicationsApi, IdentityApi } from '@kyzmat/contracts';
import type { Principal } from '@kyzmat/auth';
import { createClient, dataOf } from '@kyzmat/http';
import { draftReady, Visitor } from '@kyzmat/road';
import { mongo } from 'mongoose';
import { codeOf } from './codes.ts';
import type { Platform } from './platform.ts';

/** Demo people of the stand-in of ESI. */
export const people = [
  { name: 'aigul', phone: '+996700000001' },
  { name: 'bakyt', phone: '+996700000002' },
] as const;
export type Person = (typeof people)[number];

/** What somebody sends to submit: signed beforehand. */
export interface Signed {
  readonly draftId: string;
  readonly subject: string;
  readonly body: string;
}

/** Signs in at the portal as people do: ESI, both consents the first time. The session stays in the visitor. */
export async function signIn({ urls }: Platform, { name }: Person): Promise<Visitor> {
  const visitor = new Visitor();
  const start = await visitor.get(`${urls.portal}/sign-in?to=/cabinet`);
  const choose = await visitor.post(`${start.url.split('?', 1)[0] ?? ''}/esi`, {});
  const chosen = await visitor.post(choose.url, { person: name });
  const agreed = { user_agreement: 'yes', personal_data: 'yes' };
  const end = chosen.url.startsWith(urls.portal) ? chosen : await visitor.post(chosen.url, agreed);
  if (end.status !== 200 || !end.url.startsWith(`${urls.portal}/cabinet`)) {
    throw new Error(`The sign-in of ${name} ended at ${end.url} with ${end.status}`);
  }
  return visitor;
}

/** In whose name the portal calls, once the person has signed in. */
export async function principalOf({ mongodbUri }: Platform, { phone }: Person): Promise<Principal> {
  const client = await mongo.MongoClient.connect(mongodbUri);
  try {
    const persons = client.db('identity').collection<{ _id: string }>('persons');
    const person = await persons.findOne({ 'contact.phone': phone });
    if (person === null) throw new Error(`identity does not know ${phone}`);
    return { subject: person._id, actor: person._id, role: 'user' };
  } finally {
    await client.close();
  }
}

/** A draft with every page filled in. */
export async function draft(platform: Platform, principal: Principal): Promise<Ready> {
  const applications = clientOf<ApplicationsApi>(platform, 'applications', principal);
  const { draft: made, content } = await draftReady({ applications }, 'residence-certificate');
  return { id: made.id, version: content.version, hash: content.hash, title: made.serviceTitle };
}
interface Ready {
  readonly id: string;
  readonly version: number;
  readonly hash: string;
  readonly title: { readonly ky: string; readonly ru: string };
}

/** The draft signed with a code from the telephone. */
export async function signed(platform: Platform, principal: Principal, phone: string): Promise<Signed> {
  const ready = await draft(platform, principal);
  const identity = clientOf<IdentityApi>(platform, 'identity', principal);
  const request = { contentHash: ready.hash, title: ready.title };
  const { id } = dataOf(await identity.POST('/signing-requests', { body: request }));
  const confirmation = { params: { path: { id } }, body: { code: await codeOf(platform, phone, id) } };
  const { signature } = dataOf(await identity.POST('/signing-requests/{id}/confirm', confirmation));
  const body = JSON.stringify({ draftId: ready.id, draftVersion: ready.version, signature });
  return { draftId: ready.id, subject: principal.subject, body };
}

function clientOf<Paths extends object>(
  { urls, portal }: Platform,
  audience: 'applications' | 'identity',
  principal: Principal,
): ReturnType<ReturnType<typeof createClient<Paths>>> {
  return createClient<Paths>({ audience, baseUrl: urls[audience], issuer: portal, timeoutMs: 20_000 })(
    principal,
  );
}
