import { createHash } from 'node:crypto';
import { instant } from '@kyzmat/clock';
import type { Kit } from '@kyzmat/kit';
import { readCode } from '../state/codes.ts';
import type { Applications } from '../state/store.ts';
import type { IssuedDocument, IssuedDocuments } from './issued.ts';
import { unknownCode, verificationOf, type Verification } from './outcome.ts';
import type { Signing } from './signing.ts';

/** The check of a document got from the portal, by its code or by the file itself (P573-D4). */
export interface Verify {
  byCode(typed: string): Promise<Verification>;
  byFile(pdf: Uint8Array): Promise<Verification>;
}

export function openVerify(
  kit: Kit,
  issued: IssuedDocuments,
  signing: Signing,
  { aggregates }: Applications,
): Verify {
  /** A document that was made and not given out, because a crash came between, does not exist for the world yet. */
  async function given(document: IssuedDocument | undefined): Promise<IssuedDocument | undefined> {
    if (document === undefined) return undefined;
    const application = await aggregates.load(document._id);
    return application?.state.result?.documentId === document.code ? document : undefined;
  }

  /** Judged for the recorded moment of issue: what was good then stays good; an unknown file is judged for now. */
  async function check(pdf: Uint8Array, document: IssuedDocument | undefined): Promise<Verification> {
    const [{ verifyPdf }, trust] = await Promise.all([import('@kyzmat/documents'), signing.trust()]);
    const at = document?.issuedAt ?? instant(kit.clock);
    return verificationOf(verifyPdf(pdf, { ...trust, at }), document);
  }

  return {
    async byCode(typed) {
      const code = readCode(typed);
      const document = await given(code === undefined ? undefined : await issued.byCode(code));
      return document === undefined ? unknownCode : check(document.pdf.buffer, document);
    },
    async byFile(pdf) {
      const sha256 = createHash('sha256').update(pdf).digest('hex');
      return check(pdf, await given(await issued.byHash(sha256)));
    },
  };
}
