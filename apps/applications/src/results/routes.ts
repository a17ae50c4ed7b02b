import type { IncomingMessage } from 'node:http';
import type { ApplicationsApi } from '@kyzmat/contracts';
import { notFound, Problem } from '@kyzmat/http';
import type { ContractRoutes } from '@kyzmat/kit';
import type { ApplicationState } from '@kyzmat/lifecycle';
import type { Doors } from '../acts/visible.ts';
import { sendJson, sendPdf } from '../send-file.ts';
import type { IssuedDocument, IssuedDocuments } from './issued.ts';
import type { Verify } from './verify.ts';

const act = 'application.result';
/** More than any document of ours; what is larger was not made here. */
const largestFile = 5_000_000;

export function resultRoutes(
  routes: ContractRoutes<ApplicationsApi>,
  doors: Doors,
  issued: IssuedDocuments,
  verify: Verify,
): void {
  // P573-6d: the applicant gets the result; of others only the provider that made it, and its own system.
  routes.get('/applications/{id}/result.pdf', async ({ params, caller, response }) => {
    const { name, pdf } = await doors.inside(params.id, caller, act, async ({ _id, state }) => {
      const document = await resultOf(_id, state);
      if (!('pdf' in document)) throw notFound('The result is information, not a document.');
      return { name: state.reference, pdf: document.pdf.buffer };
    });
    return sendPdf(response, `${name}.pdf`, pdf);
  });

  // Byte for byte as it was hashed.
  routes.get('/applications/{id}/result.json', async ({ params, caller, response }) => {
    const { name, information } = await doors.inside(params.id, caller, act, async ({ _id, state }) => {
      const document = await resultOf(_id, state);
      if (!('information' in document)) throw notFound('The result is a document, not information.');
      return { name: state.reference, information: document.information };
    });
    return sendJson(response, `${name}.json`, information);
  });

  async function resultOf(id: string, { result }: Pick<ApplicationState, 'result'>): Promise<IssuedDocument> {
    const document = result && (await issued.ofApplication(id));
    if (document === undefined) throw notFound('The result is not ready.');
    return document;
  }

  routes.get('/verifications/{code}', ({ params }) => verify.byCode(params.code));

  routes.post('/verifications', async ({ request }) => verify.byFile(await bytesOf(request)));
}

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  // The socket stays open when we stop reading, so that the refusal arrives.
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    if (!Buffer.isBuffer(chunk)) continue;
    size += chunk.length;
    if (size > largestFile) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function tooLarge(): Problem {
  return new Problem(413, 'file_too_large', 'No document of the portal is as large as this file.', {
    maxBytes: largestFile,
  });
}
