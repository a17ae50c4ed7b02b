import type { FieldError } from '@kyzmat/forms';
import { Problem } from '@kyzmat/http';
import { one, postedFields, type Fields } from '@kyzmat/web';
import { isUpload } from '@kyzmat/web-session';
import type { Request } from 'express';
import { principalOf } from '../auth/user.ts';
import { messageOf } from '../site/problems.ts';
import type { Site } from '../site/site.ts';
import { readUpload, uploadRequest } from '../site/upload.ts';

export interface Posted {
  readonly fields: Fields;
  /** Files that were not taken, each told at its field. */
  readonly refused: readonly FieldError[];
}

/** A file that was taken, as the form goes on carrying it. */
export interface Taken {
  readonly field: string;
  readonly fileId: string;
  readonly name: string;
}

/**
 * Reads a posted form; its files have gone on to the process applications, to `folder`, when this is done. `carry`
 * gives the fields that stand for a file from then on.
 */
export async function readPosted(
  { clients, config, csrf }: Site,
  request: Request,
  folder: string,
  carry: (taken: Taken) => Fields,
): Promise<Posted> {
  if (!isUpload(request)) return { fields: postedFields(request.body), refused: [] };
  const refused: FieldError[] = [];
  const fetch = clients.files(principalOf(request));
  const fields = await readUpload(request, async (field, file, before) => {
    try {
      // The token stands before all files in the form.
      csrf.verify(request, one(before, '_csrf'));
      const answer = await fetch(uploadRequest(`${config.applications}${folder}`, field, file));
      return carry({ field, fileId: fileIdOf(await answer.json()), name: file.name });
    } catch (error) {
      const told = refusalOf(field, file.name, error);
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

function fileIdOf(answer: unknown): string {
  const id = typeof answer === 'object' && answer !== null && 'fileId' in answer ? answer.fileId : undefined;
  if (typeof id !== 'string') throw new Problem(502, 'empty_answer', 'An upload was answered without an id');
  return id;
}

/** A file that was looked at and not taken is an error of its field; anything else is a failure. */
function refusalOf(name: string, fileName: string, error: unknown): FieldError | undefined {
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
