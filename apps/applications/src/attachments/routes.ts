import { pipeline } from 'node:stream/promises';
import type { ApplicationsApi } from '@kyzmat/contracts';
import type { FileValue } from '@kyzmat/forms';
import { notFound, Problem } from '@kyzmat/http';
import { created, noContent, sent, type ContractRoutes, type Sent } from '@kyzmat/kit';
import type { Response } from 'express';
import type { Doors } from '../acts/visible.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Draft, Drafts } from '../drafts/store.ts';
import { insideOf } from '../files/inside.ts';
import { fileHeaders } from '../files/send.ts';
import type { Applications } from '../state/store.ts';
import { allowedAt, hardCap } from './field.ts';
import { tooLarge } from './inspect.ts';
import { receiveFile } from './receive.ts';
import { fileOf, type Attachment, type Attachments } from './store.ts';

export interface AttachmentParts {
  readonly attachments: Attachments;
  readonly drafts: Drafts;
  readonly doors: Doors;
  readonly catalogue: Catalogue;
  readonly applications: Pick<Applications, 'notAmong'>;
}

const mostFiles = 50;
/** Of the multipart frame around a file. */
const frameBytes = 10_000;

/** Files of a draft belong to its owner; once sent, the provider that handles the application reads them too. */
export function attachmentRoutes(routes: ContractRoutes<ApplicationsApi>, parts: AttachmentParts): void {
  const { attachments, drafts, doors, catalogue, applications } = parts;

  async function mustBeOpen(draft: Draft): Promise<void> {
    if ((await applications.notAmong([draft])).length > 0) return;
    throw new Problem(409, 'draft_submitted', 'The draft has been submitted: it is an application now.');
  }

  async function stored(draftId: string, fileId: string): Promise<Attachment> {
    const file = await attachments.find(draftId, fileId);
    if (file?.state !== 'stored') throw notFound('No such file.');
    return file;
  }

  routes.post('/drafts/{id}/files', async ({ params, caller, request }) => {
    const draft = await drafts.own(params.id, caller);
    await mustBeOpen(draft);
    if (Number(request.headers['content-length'] ?? 0) > hardCap + frameBytes) throw tooLarge(hardCap);
    if ((await attachments.ofDraft(draft._id)).length >= mostFiles) throw tooMany();
    const { form } = await catalogue.version(draft.state.serviceCode, draft.state.serviceVersion);
    const file = await receiveFile(request, hardCap, async ({ field, name, content }) =>
      attachments.receive(draft._id, name, content, allowedAt(form, field)),
    );
    return created(fileOf(file));
  });

  routes.get('/drafts/{id}/files/{fileId}', async ({ params, caller, response }) => {
    const draft = await drafts.own(params.id, caller);
    return send(response, fileOf(await stored(draft._id, params.fileId)));
  });

  routes.delete('/drafts/{id}/files/{fileId}', async ({ params, caller }) => {
    const draft = await drafts.own(params.id, caller);
    await mustBeOpen(draft);
    await attachments.remove((await stored(draft._id, params.fileId))._id);
    return noContent;
  });

  routes.get('/applications/{id}/files/{fileId}', async ({ params, caller, response }) => {
    const { content } = await insideOf(doors, params.id, caller);
    const file = content.files.find(({ fileId }) => fileId === params.fileId);
    if (file === undefined) throw notFound('No such file.');
    return send(response, file);
  });

  async function send(response: Response, { fileId, name, type, size }: FileValue): Promise<Sent> {
    fileHeaders(response, name, type, size);
    try {
      await pipeline(attachments.content(fileId), response);
    } catch (error) {
      // Once the first bytes are out there is nothing to answer any more, as when the reader has gone.
      if (!response.headersSent) throw error;
      response.destroy();
    }
    return sent;
  }
}

function tooMany(): Problem {
  return new Problem(422, 'too_many_files', `A draft holds at most ${mostFiles} files.`, {
    message: {
      ky: `Бир арызга ${mostFiles} файлдан ашык тиркелбейт. Керексизин алып салыңыз.`,
      ru: `К заявлению можно приложить не больше ${mostFiles} файлов. Удалите лишние.`,
    },
  });
}
