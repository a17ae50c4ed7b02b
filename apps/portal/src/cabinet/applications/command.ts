import { notFound, Problem } from '@kyzmat/http';
import { one, type Fields } from '@kyzmat/web';
import type { Request } from 'express';
import { principalOf } from '../../auth/user.ts';
import type { Site } from '../../site/site.ts';
import type { ApplicationView } from './load.ts';

export const base = '/cabinet/applications/:id';

export type Asking = Request<{ id: string }>;

export function addressOf({ id }: Pick<ApplicationView, 'id'>): string {
  return `/cabinet/applications/${id}`;
}

/** Gives a command in the person's name, guarded by the version the person saw. Throws Problem. */
export async function give(
  { clients }: Site,
  request: Asking,
  version: number,
  command: { readonly type: string; readonly [member: string]: unknown },
): Promise<void> {
  const params = { path: { id: request.params.id } };
  await clients
    .applications(principalOf(request))
    .POST('/applications/{id}/commands', { params, body: { version, command: { ...command } } });
}

/** The version a form was made from. */
export function versionIn(posted: Fields): number {
  const version = Number(one(posted, 'version'));
  if (one(posted, 'version') === '' || !Number.isSafeInteger(version))
    throw notFound('No version was posted.');
  return version;
}

/** Something has happened meanwhile, or it was done already: the person looks at that before deciding again. */
export function isConflict(error: unknown): boolean {
  return error instanceof Problem && error.status === 409;
}
