import { Problem } from '@kyzmat/http';
import type { Request, Response } from 'express';
import type { CurrentProvider } from '../oidc/provider.ts';

/** One sign-in in progress, as the browser's cookie and the address agree on it. */
export interface Interaction {
  readonly id: string;
  readonly client: 'portal' | 'desk';
  /** The language the person had before. */
  readonly language: string | undefined;
}

/** @throws Problem sign_in_expired when it is over, or belongs to another browser. */
export async function interactionOf(
  provider: CurrentProvider,
  request: Request,
  response: Response,
): Promise<Interaction> {
  const details = await (await provider()).interactionDetails(request, response).catch(() => undefined);
  if (details === undefined || details.uid !== request.params['uid'])
    throw new Problem(401, 'sign_in_expired');
  const { client_id: client, ui_locales: locales } = details.params;
  if (client !== 'portal' && client !== 'desk') throw new Problem(401, 'sign_in_expired');
  return {
    id: details.uid,
    client,
    language: typeof locales === 'string' ? locales.split(' ')[0] : undefined,
  };
}

/** The same, for pages of citizens only: staff has no other way in than its own. */
export async function citizenInteraction(
  provider: CurrentProvider,
  request: Request,
  response: Response,
): Promise<Interaction> {
  const interaction = await interactionOf(provider, request, response);
  if (interaction.client !== 'portal') throw new Problem(401, 'sign_in_expired');
  return interaction;
}

/** The person is who they are: back to the portal or the desk. */
export async function finish(
  provider: CurrentProvider,
  request: Request,
  response: Response,
  accountId: string,
): Promise<void> {
  await forgetFormer(provider, request, response);
  await (await provider()).interactionFinished(request, response, { login: { accountId, remember: false } });
}

/** Somebody else may have signed in at this browser before: their session ends, and nothing of it is taken over. */
async function forgetFormer(provider: CurrentProvider, request: Request, response: Response): Promise<void> {
  const current = await provider();
  const details = await current.interactionDetails(request, response);
  if (details.session === undefined) return;
  const former = await current.Session.findByUid(details.session.uid);
  await former?.destroy();
  delete details.session;
  await details.save(details.exp - Math.floor(Date.now() / 1000));
}

/** A field of a posted form as text; nothing else is taken from it. */
export function posted(request: Request<unknown, unknown, unknown>, name: string): string {
  const { body } = request;
  if (typeof body !== 'object' || body === null) return '';
  const value: unknown = Object.entries(body).find(([key]) => key === name)?.[1];
  return typeof value === 'string' ? value : '';
}
