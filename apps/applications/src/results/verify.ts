import { createHash } from 'node:crypto';
import { instant } from '@kyzmat/clock';
import type { Kit } from '@kyzmat/kit';
import { readCode } from '../state/codes.ts';
import type { Applications } from '../state/store.ts';
import { readInformation } from './information.ts';
import type { IssuedDocument, IssuedDocuments, IssuedInformation } from './issued.ts';
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

  async function checkInformation(
    file: Uint8Array,
    document: Omit<IssuedInformation, 'information'>,
  ): Promise<Verification> {
    const [{ verifyContent }, trust] = await Promise.all([import('@kyzmat/documents'), signing.trust()]);
    const { content, seal } = readInformation(file) ?? { content: file, seal: new Uint8Array() };
    const report = verifyContent(content, seal, { ...trust, at: document.issuedAt });
    return informationVerified(report, document, hashOf(file));
  }

  return {
    async byCode(typed) {
      const code = readCode(typed);
      const document = await given(code === undefined ? undefined : await issued.byCode(code));
      if (document === undefined) return unknownCode;
      if ('letGoAt' in document) return letGoVerified(document);
      if ('pdf' in document) return checkPdf(document.pdf.buffer, document);
      return checkInformation(Buffer.from(document.information), document);
    },
    async byFile(file) {
      const sha256 = hashOf(file);
      const document = await given(await issued.byHash(sha256));
      if (document !== undefined) {
        return 'signer' in document ? checkPdf(file, document) : checkInformation(file, document);
      }
      if (isPdf(file)) return checkPdf(file, undefined);
      // A file of information that is not as we gave it: by its own code we know which it was.
      const said = readCode(readInformation(file)?.code ?? '');
      const changed = await given(said === undefined ? undefined : await issued.byCode(said));
      return changed !== undefined && 'source' in changed ? checkInformation(file, changed) : unknownCode;
    },
  };
}

function hashOf(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}

function isPdf(file: Uint8Array): boolean {
  return Buffer.from(file.subarray(0, 5)).toString('latin1') === '%PDF-';
}
