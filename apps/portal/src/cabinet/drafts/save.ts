import type { Applications } from '@kyzmat/contracts';
import { dataOf, notFound, Problem } from '@kyzmat/http';
import { frameOf, one, typedOnly, type Fields } from '@kyzmat/web';
import type { Request, Response } from 'express';
import { principalOf } from '../../auth/user.ts';
import { official } from '../../site/formats.ts';
import type { Site } from '../../site/site.ts';

/** Stores a page as it was posted, right or wrong. Throws stale_version when the draft was saved elsewhere meanwhile. */
export async function storePage(
  { clients }: Site,
  request: Request<{ id: string; page: string }>,
  response: Response,
  fields: Fields,
): Promise<Applications['DraftPageResult']> {
  const version = Number(one(fields, 'version'));
  if (!Number.isSafeInteger(version)) throw notFound('No version was posted.');
  const { id, page } = request.params;
  return dataOf(
    await clients.applications(principalOf(request)).PUT('/drafts/{id}/pages/{page}', {
      params: { path: { id, page } },
      body: { version, fields: { ...typedOnly(fields) }, language: official(frameOf(response).lang) },
    }),
  );
}

export function isStale(error: unknown): boolean {
  return error instanceof Problem && error.code === 'stale_version';
}
