import { createHash } from 'node:crypto';
import { instant } from '@kyzmat/clock';
import type { Kit } from '@kyzmat/kit';
import { readCode } from '../state/codes.ts';
import type { Applications } from '../state/store.ts';
import type { IssuedDocument, IssuedDocuments } from './issued.ts';
import {
  informationVerified,
  letGoVerified,
  unknownCode,
  verificationOf,
  type IssuedRecord,
  type Verification,
} from './outcome.ts';
import type { Signing } from './signing.ts';

/** The check of a document got from the portal, by its code or by the file itself (P573-D4). */
export interface Verify {
  byCode(typed: string): Promise<Verification>;
  byFile(file: Uint8Array): Promise<Verification>;
}

export function openVerify(
  kit: Kit,
  issued: IssuedDocuments,
  signing: Signing,
  { aggregates }: Applications,
): Verify {
  /** A document that was made and not given out, because a crash came between, does not exist for the world yet. */
  async function given(document: IssuedDocument | undefined): Promise<IssuedDocument | undefined> {
    if (document === undefined || 'letGoAt' in document) return document;
    const application = await aggregates.load(document._id);
    return application?.state.result?.documentId === document.code ? document : undefined;
  }

  /** Judged for the recorded moment of issue: what was good then stays good; an unknown file is judged for now. */
  async function checkPdf(pdf: Uint8Array, document: IssuedRecord | undefined): Promise<Verification> {
    const [{ verifyPdf }, trust] = await Promise.all([import('@kyzmat/documents'), signing.trust()]);
    const at = document?.issuedAt ?? instant(kit.clock);
    return verificationOf(verifyPdf(pdf, { ...trust, at }), document);
  }

  return {
    async byCode(typed) {
      const code = readCode(typed);
      const document = await given(code === undefined ? undefined : await issued.byCode(code));
      if (document === undefined) return unknownCode;
      if ('letGoAt' in document) return letGoVerified(document);
      if ('pdf' in document) return checkPdf(document.pdf.buffer, document);
      return informationVerified(document, hashOf(document.information));
    },
    async byFile(file) {
      const sha256 = hashOf(file);
      const document = await given(await issued.byHash(sha256));
      if (document !== undefined) {
        return 'signer' in document ? checkPdf(file, document) : informationVerified(document, sha256);
      }
      if (isPdf(file)) return checkPdf(file, undefined);
      // A file of information that is not as we gave it: by its own code we know which it was.
      const said = codeIn(file);
      const changed = await given(said === undefined ? undefined : await issued.byCode(said));
      return changed !== undefined && 'source' in changed
        ? informationVerified(changed, sha256)
        : unknownCode;
    },
  };
}

function hashOf(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}

function isPdf(file: Uint8Array): boolean {
  return Buffer.from(file.subarray(0, 5)).toString('latin1') === '%PDF-';
}

/** The code a file of information says it has. */
function codeIn(file: Uint8Array): string | undefined {
  try {
    const said: unknown = JSON.parse(Buffer.from(file).toString());
    const code = typeof said === 'object' && said !== null && 'code' in said ? said.code : undefined;
    return typeof code === 'string' ? readCode(code) : undefined;
  } catch {
    return undefined;
  }
}
