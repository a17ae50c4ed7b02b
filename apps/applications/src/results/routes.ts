import type { IncomingMessage } from 'node:http';
import type { ApplicationsApi } from '@kyzmat/contracts';
import { notFound, Problem } from '@kyzmat/http';
import type { ContractRoutes } from '@kyzmat/kit';
import type { Doors } from '../acts/visible.ts';
import { sendPdf } from '../files/send.ts';
import type { IssuedDocuments } from './issued.ts';
import type { Verify } from './verify.ts';

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
    const { state } = await doors.inside(params.id, caller, 'application.result');
    const document = state.result && (await issued.ofApplication(params.id));
    if (document === undefined) throw notFound('The result is not ready.');
    return sendPdf(response, `${state.reference}.pdf`, document.pdf.buffer);
  });

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
