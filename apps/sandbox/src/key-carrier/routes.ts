import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock } from '@kyzmat/clock';
import { smallUpload, type Pages } from '@kyzmat/web';
import type { Express, Request, Response } from 'express';
import { people } from '../esi/people.ts';

/**
 * Stand-in for a person's key carrier with its program (P573-8g): signs a file with the certificate of a demo person and
 * gives the detached signature back. Real keys never leave their carrier, and never come near a server.
 */
export function keyCarrierRoutes(web: Express, pages: Pages, certificatesDir: string, clock: Clock): void {
  const show = (response: Response, missing = false): void => {
    pages.render(response, 'key-carrier/key-carrier.njk', { people, missing }, missing ? 422 : 200);
  };

  web.get('/key-carrier', (_request, response) => show(response));

  web.post('/key-carrier', async (request: Request, response) => {
    const { fields, files } = await smallUpload(request, largest);
    const person = people.find(({ id }) => id === fields['person']);
    const content = files['content'];
    if (person === undefined || content === undefined) {
      show(response, true);
      return;
    }
    const read = (name: string): Promise<string> =>
      readFile(join(certificatesDir, 'signers', `${person.id}.${name}`), 'utf8');
    const [certificate, key] = await Promise.all([read('pem'), read('key')]);
    const { localSigner, signContent } = await import('@kyzmat/documents');
    const identity = { certificateChain: [certificate], crls: [], sign: localSigner(key) };
    const signature = await signContent(content, identity, clock.now().toISOString());
    response.attachment('signature.p7s').type('application/pkcs7-signature').send(Buffer.from(signature));
  });
}

const largest = 5_000_000;
