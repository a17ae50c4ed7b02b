import { pipeline } from 'node:stream/promises';
import type { IncomingMessage } from 'node:http';
import type { ApplicationsApi } from '@kyzmat/contracts';
import type { FileValue } from '@kyzmat/forms';
import { notFound, Problem } from '@kyzmat/http';
import { openQuestion } from '@kyzmat/lifecycle';
import { created, noContent, sent, type ContractRoutes, type Sent } from '@kyzmat/kit';
import type { Response } from 'express';
import type { Doors } from '../acts/visible.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { mustBeOpen, type Unsubmitted } from '../drafts/parts.ts';
import type { Drafts } from '../drafts/store.ts';
import { fileHeaders } from '../send-file.ts';
import type { Applications } from '../state/store.ts';
import { allowedAt, hardCap } from './field.ts';
import { tooLarge, type Allowed } from './inspect.ts';
import { receiveFile } from './receive.ts';
import { fileOf, type Attachment, type Attachments } from './store.ts';
import { filesOfApplication } from './sweep.ts';
import { withheld } from './verdicts.ts';

interface AttachmentParts {
  readonly attachments: Attachments;
  readonly drafts: Drafts;
  readonly doors: Doors;
  readonly catalogue: Catalogue;
  readonly applications: Pick<Applications, 'notAmong'>;
}

/** What may be sent with the answer to a provider's question. */
const forAnswers: Allowed = {
  types: ['application/pdf', 'image/jpeg', 'image/png'],
  maxBytes: 10 * 1_048_576,
};

const mostFiles = 50;
/** Of the multipart frame around a file. */
const frameBytes = 10_000;

/** Files of a draft belong to its owner; once sent, the provider that handles the application reads them too. */
export function attachmentRoutes(routes: ContractRoutes<ApplicationsApi>, parts: AttachmentParts): void {
  const { attachments, drafts, doors, catalogue, applications } = parts;

  const unsubmitted: Unsubmitted = (some) => applications.notAmong(some);

  /** Before a byte is read: neither too large nor one too many. */
  async function mustHaveRoom({ headers }: IncomingMessage, id: string): Promise<void> {
    if (Number(headers['content-length'] ?? 0) > hardCap + frameBytes) throw tooLarge(hardCap);
    if ((await attachments.ofDraft(id)).length >= mostFiles) throw tooMany();
  }

  async function stored(draftId: string, fileId: string): Promise<Attachment> {
    const file = await attachments.find(draftId, fileId);
    if (file?.state !== 'stored') throw notFound('No such file.');
    return file;
  }

  routes.post('/drafts/{id}/files', async ({ params, caller, request }) => {
    const draft = await drafts.own(params.id, caller);
    await mustBeOpen(unsubmitted, draft);
    await mustHaveRoom(request, draft._id);
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
    await mustBeOpen(unsubmitted, draft);
    await attachments.remove((await stored(draft._id, params.fileId))._id);
    return noContent;
  });

  routes.post('/applications/{id}/files', async ({ params, caller, request }) => {
    const { _id, state } = await doors.see(params.id, caller);
    if (caller.role !== 'user') throw notFound('No such application.');
    if (openQuestion(state) === undefined) throw noQuestion();
    await mustHaveRoom(request, _id);
    const file = await receiveFile(request, hardCap, ({ name, content }) =>
      attachments.receive(_id, name, content, forAnswers),
    );
    return created(fileOf(file));
  });

  routes.get('/applications/{id}/files/{fileId}', async ({ params, caller, response }) => {
    const own = caller.role === 'user';
    // Only a file that is there, and may go, is given: the journal says no more than that.
    const file = await doors.inside(params.id, caller, 'application.attachment', async (document) => {
      if (!own && !filesOfApplication(document).has(params.fileId)) throw notFound('No such file.');
      const found = await stored(document._id, params.fileId);
      if (found.scan === 'infected' || (!own && found.scan !== 'clean')) throw withheld();
      return found;
    });
    return send(response, fileOf(file));
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

function noQuestion(): Problem {
  return new Problem(409, 'no_such_clarification', 'The provider has asked nothing that is open.', {
    message: {
      ky: 'Мекеменин жооп күткөн суроосу жок, ошондуктан файл кошулбайт.',
      ru: 'Открытых вопросов учреждения нет, поэтому файл добавить нельзя.',
    },
  });
}

function tooMany(): Problem {
  return new Problem(422, 'too_many_files', `A draft holds at most ${mostFiles} files.`, {
    message: {
      ky: `Бир арызга ${mostFiles} файлдан ашык тиркелбейт. Керексизин алып салыңыз.`,
      ru: `К заявлению можно приложить не больше ${mostFiles} файлов. Удалите лишние.`,
    },
  });
}
