import { createHash } from 'node:crypto';
import type { Applications, Providers } from '@kyzmat/contracts';
import { folderAt, putOnce } from '../cmis/folders.ts';
import type { Bytes } from '../cmis/multipart.ts';
import type { Cmis, CmisObject } from '../cmis/types.ts';
import type { Edms } from '../edms/open.ts';
import type { Act } from '@kyzmat/journal';
import {
  attachmentName,
  isSameRequest,
  isWithheld,
  jsonBytes,
  requestDocument,
  signedContent,
} from './request.ts';

type Package = Applications['ApplicationPackage'];
type PackedFile = Package['files'][number];

/** Where the request lies, and whether files of it wait for the scanner and will follow. */
export interface Handed {
  readonly documentId: string;
  readonly waits: boolean;
}

/** Where the bytes of an attachment come from, and who must know of each document before it goes. */
interface HandParts {
  readonly fileOf: (fileId: string) => Promise<Bytes>;
  readonly gives: (act: Act, document: string, fields?: readonly string[]) => Promise<void>;
}

/**
 * Puts an application into its folder, as often as it needs: what is there already stays. `request.json` comes last: where
 * it is, all of it is that may be; when a file that was withheld has followed, it is written again to say so.
 */
export async function hand(
  { cmis, folderOf }: Edms,
  application: Package,
  service: Providers['PublishedService'],
  { fileOf, gives }: HandParts,
): Promise<Handed> {
  const { reference, files } = application;
  const path = folderOf(reference);
  const folder = await folderAt(cmis, path);
  for (const [place, file] of files.entries()) {
    if (isWithheld(file)) continue;
    const { type, sha256 } = file;
    const bytes = async (): Promise<Bytes> => {
      await gives('delivery.attachment', file.fileId);
      return fileOf(file.fileId);
    };
    await attach(cmis, folder, path, { name: attachmentName(file.name, place), type, sha256, bytes });
  }
  const fields = application.pages.flatMap(({ rows }) => rows.map(({ fieldId }) => fieldId));
  const { qualifiedSignature: signature } = application;
  if (signature !== undefined) {
    const signed = [
      { ...signedContent, bytes: Buffer.from(application.content) },
      {
        name: `${signedContent.name}.p7s`,
        type: 'application/pkcs7-signature',
        bytes: Buffer.from(signature.cms, 'base64'),
      },
    ];
    for (const { bytes, ...named } of signed) {
      await attach(cmis, folder, path, {
        ...named,
        sha256: sha256(bytes),
        async bytes() {
          await gives('delivery.request', 'request', fields);
          return new Uint8Array(bytes);
        },
      });
    }
  }
  // Made anew each time, so its bytes may differ: the signed content stands in request.json.
  await putOnce(cmis, folder, path, {
    name: 'request.pdf',
    type: 'application/pdf',
    async bytes() {
      await gives('delivery.request', 'request', fields);
      return new Uint8Array(Buffer.from(application.copyPdf, 'base64'));
    },
  });
  const bytes = jsonBytes(requestDocument(application, service));
  const request = { name: 'request.json', type: 'application/json', bytes };
  const { object, existed } = await putOnce(cmis, folder, path, {
    ...request,
    async bytes() {
      await gives('delivery.request', 'request', fields);
      return bytes;
    },
  });
  if (existed) {
    const there = await cmis.content(object.id);
    if (!isSameRequest(there, application))
      throw new Error(`Another request lies in the folder of ${reference}`);
    if (there === undefined || sha256(there) !== sha256(bytes)) await cmis.setContent(object.id, request);
  }
  return { documentId: object.id, waits: files.some(mayFollow) };
}

interface Attachment {
  readonly name: string;
  readonly type: string;
  readonly sha256: string;
  readonly bytes: () => Promise<Bytes>;
}

async function attach(
  cmis: Cmis,
  folder: CmisObject,
  path: string,
  { name, type, sha256: expected, bytes }: Attachment,
): Promise<void> {
  const { object, existed } = await putOnce(cmis, folder, path, { name, type, bytes });
  if (!existed) return;
  const there = await cmis.content(object.id);
  if (there !== undefined && sha256(there) === expected) return;
  // Half a file of a try that was cut off.
  await cmis.setContent(object.id, { name, type, bytes: await bytes() });
}

/** It may still turn out to be clean; then it follows. */
const mayFollow = (file: PackedFile): boolean => isWithheld(file) && file.scan !== 'infected';

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
