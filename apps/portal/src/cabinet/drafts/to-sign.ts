import type { Applications } from '@kyzmat/contracts';
import { dataOf } from '@kyzmat/http';
import { frameOf } from '@kyzmat/web';
import type { Request, Response } from 'express';
import { principalOf } from '../../auth/user.ts';
import { official } from '../../site/formats.ts';
import type { Site } from '../../site/site.ts';
import { addressToGoOn, loadDraft, type LoadedDraft } from './load.ts';

/** A draft as it would be signed now. */
export interface ToSign {
  readonly loaded: LoadedDraft;
  readonly content: Applications['DraftContent'];
}

/** The draft to sign; undefined when it was sent on to where the person has to go first. */
export async function toSign(
  site: Site,
  request: Request<{ id: string }>,
  response: Response,
): Promise<ToSign | undefined> {
  const { id } = request.params;
  const params = { path: { id }, query: { language: official(frameOf(response).lang) } };
  const [loaded, answer] = await Promise.all([
    loadDraft(site, request, id),
    site.clients.applications(principalOf(request)).GET('/drafts/{id}/content', { params }),
  ]);
  const content = dataOf(answer);
  if (loaded.draft.submittedAs !== undefined) response.redirect(303, addressToGoOn(loaded));
  else if (mayBeSigned(content)) return { loaded, content };
  else response.redirect(303, `/cabinet/drafts/${id}/check`);
  return undefined;
}

/** Nothing is left to mend, and nothing has changed that the person has not seen. */
function mayBeSigned({ errors, waiting = [], serviceChange }: Applications['DraftContent']): boolean {
  return errors.length === 0 && waiting.length === 0 && serviceChange?.moved !== false;
}

/** P573-28a: whether the law wants a qualified signature here. */
export function needsQualified({ service }: LoadedDraft): boolean {
  return service.definition.service.signatureLevel === 'qualified';
}

/** Where a certificate signs; the form of the result chosen before goes along (P573-33). */
export function qualifiedPage({ draft }: LoadedDraft, resultForm?: string): string {
  const chosen = resultForm === undefined ? '' : `?resultForm=${resultForm}`;
  return `/cabinet/drafts/${draft.id}/sign/qualified${chosen}`;
}

/** In which form the person wants the result, if the service leaves a choice and this is one. */
export function resultFormOf(
  { service }: LoadedDraft,
  chosen: unknown,
): 'signed_document' | 'information' | undefined {
  return service.definition.service.resultForms.find((form) => form === chosen);
}

/** What keeps an application from going that the page of answers tells, with what to do. */
export const toCheckAgain: readonly string[] = ['form_incomplete', 'files_being_checked', 'service_changed'];

export function confirmation(applicationId: string): string {
  return `/cabinet/applications/${applicationId}/confirmation`;
}

/** Enough of a hash for a person to compare: "a1b2 c3d4 e5f6". */
export function shortHash(hash: string): string {
  return (hash.slice(0, 12).match(/.{4}/gu) ?? []).join(' ');
}
