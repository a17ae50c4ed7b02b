import type { Applications } from '@kyzmat/contracts';
import type { FieldError } from '@kyzmat/forms';
import { dataOf, notFound, Problem } from '@kyzmat/http';
import { frameOf, one, postedFields, typedOnly, type Fields } from '@kyzmat/web';
import { isUpload } from '@kyzmat/web-session';
import type { Request, Response } from 'express';
import { principalOf } from '../../auth/user.ts';
import { official } from '../../site/formats.ts';
import { messageOf } from '../../site/problems.ts';
import type { Site } from '../../site/site.ts';
import { readUpload, uploadRequest } from '../../site/upload.ts';

export interface PostedPage {
  readonly fields: Fields;
  /** Files that were not taken, each told at its field. */
  readonly refused: readonly FieldError[];
}

/** Reads a posted page; its files have gone on to the draft's owner when this is done. */
export async function readPage(site: Site, request: Request, draftId: string): Promise<PostedPage> {
  if (!isUpload(request)) return { fields: postedFields(request.body), refused: [] };
  const { clients, config, csrf } = site;
  const refused: FieldError[] = [];
  const fetch = clients.files(principalOf(request));
  const fields = await readUpload(request, async (name, file, before) => {
    try {
      // The token stands before all files in the form.
      csrf.verify(request, one(before, '_csrf'));
      const url = `${config.applications}/drafts/${encodeURIComponent(draftId)}/files`;
      const answer = await fetch(uploadRequest(url, name, file));
      return { [`${name}.fileId`]: fileIdOf(await answer.json()) };
    } catch (error) {
      const told = refusalOf(name, file.name, error);
      if (told === undefined) throw error;
      refused.push(told);
      return {};
    } finally {
      file.content.resume();
    }
  });
  csrf.verify(request, one(fields, '_csrf'));
  return { fields, refused };
}

export function fileIdOf(answer: unknown): string {
  const id = typeof answer === 'object' && answer !== null && 'fileId' in answer ? answer.fileId : undefined;
  if (typeof id !== 'string') throw new Problem(502, 'empty_answer', 'An upload was answered without an id');
  return id;
}

/** A file that was looked at and not taken is an error of its field; anything else is a failure. */
export function refusalOf(name: string, fileName: string, error: unknown): FieldError | undefined {
  if (!(error instanceof Problem) || ![400, 413, 415, 422].includes(error.status)) return undefined;
  const what = messageOf(error) ?? {
    ky: `«${fileName}» файлы кабыл алынган жок.`,
    ru: `Файл «${fileName}» не принят.`,
  };
  const mend = {
    ky: 'Файлдын түрүн жана көлөмүн текшерип, башкасын тандаңыз.',
    ru: 'Проверьте тип и размер файла и выберите другой.',
  };
  return { field: name, code: error.code, what, mend };
}

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
