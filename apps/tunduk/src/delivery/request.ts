import type { Applications, Providers } from '@kyzmat/contracts';
import { groundTexts } from '@kyzmat/lifecycle';

type Package = Applications['ApplicationPackage'];

/** What a document system needs to show and answer an application, beside its PDF and attachments. */
export function requestDocument(
  { copyPdf, qualifiedSignature, ...application }: Package,
  { definition }: Providers['PublishedService'],
): object {
  const service = memberOf(definition, 'service');
  const result = memberOf(definition, 'result');
  return {
    format: 'kyzmat-request/1',
    ...application,
    // The signature itself lies beside, with the very bytes it is over.
    ...(qualifiedSignature && {
      qualifiedSignature: {
        at: qualifiedSignature.at,
        certificate: qualifiedSignature.certificate,
        content: signedContent.name,
        signature: `${signedContent.name}.p7s`,
      },
    }),
    files: application.files.map((file, place) => ({
      ...file,
      ...(isWithheld(file) ? {} : { document: attachmentName(file.name, place) }),
    })),
    decisionFields: memberOf(result, 'decisionFields') ?? [],
    intakeRefusalGrounds: Object.entries(groundTexts).map(([id, text]) => ({ id, text })),
    provisionRefusalGrounds: memberOf(service, 'refusalGrounds') ?? [],
  };
}

/** P573-28a, P573-29a: what was signed by a qualified signature, byte by byte, for whoever checks it. */
export const signedContent = { name: 'signed-content.json', type: 'application/json' };

/** A file goes to the provider only when it is known to be clean. */
export function isWithheld({ scan }: Package['files'][number]): boolean {
  return scan !== undefined && scan !== 'clean';
}

/** Attachments keep their names, numbered so that none hides another. */
export function attachmentName(name: string, place: number): string {
  return `attachment-${place + 1}-${name.replaceAll(/[\p{Cc}/\\:*?"<>|]/gu, '_')}`;
}

export function jsonBytes(value: object): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(`${JSON.stringify(value, undefined, 2)}\n`);
}

/** Whether a request document that is there already speaks of the same signed content. */
export function isSameRequest(
  bytes: Uint8Array | undefined,
  { id, contentHash }: Pick<Package, 'id' | 'contentHash'>,
): boolean {
  try {
    const there: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return memberOf(there, 'id') === id && memberOf(there, 'contentHash') === contentHash;
  } catch {
    return false;
  }
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? new Map<string, unknown>(Object.entries(value)).get(name)
    : undefined;
}
