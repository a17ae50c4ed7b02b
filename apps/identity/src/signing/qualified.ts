import { createHash } from 'node:crypto';
import { instant, type Clock } from '@kyzmat/clock';
import { Problem } from '@kyzmat/http';
import type { CertificateName, SignedBy, VerificationReport } from '@kyzmat/documents';
import type { Text } from '@kyzmat/web';
import type { Signers } from '../documents/signers.ts';
import type { Entry } from '../persons/person.ts';

/** A qualified signature that holds: whose it is, and which act of signing. */
export interface VerifiedSignature {
  readonly id: string;
  readonly signedBy: SignedBy;
  readonly certificate: CertificateName;
}

/**
 * P573-8b: checks a detached CMS over the content with this SHA-256: the content to the byte, the key, the path to a
 * trusted authority, in force and not revoked at this moment. A stale revocation list shows nothing, so nothing passes.
 * @throws Problem signature_not_valid, with what is wrong in words
 */
export type VerifyQualified = (sha256: Uint8Array, cms: Uint8Array) => Promise<VerifiedSignature>;

export function qualifiedVerifier(signers: Signers, clock: Clock): VerifyQualified {
  return async (sha256, cms) => {
    // Heavy and rare: read when first needed.
    const { verifyDigest } = await import('@kyzmat/documents');
    const { anchors, crls } = await signers.trust();
    const report = verifyDigest(sha256, cms, { trustAnchors: anchors, crls, at: instant(clock) });
    // CAdES baseline B demands the time of signing; the moment that counts is ours, when it came.
    const { valid, id, signedBy, signedAt, certificate } = report;
    if (!valid || signedBy === null || signedAt === null || certificate === null) throw notValid(report);
    return { id, signedBy, certificate };
  };
}

export function sha256(content: Uint8Array | string): Uint8Array {
  return new Uint8Array(createHash('sha256').update(content).digest());
}

/** P573-8l: the certificate names the person who acts; for an organisation also the organisation, for oneself none. */
export function mustBeOf({ subject, actor }: Entry, { pin, inn }: SignedBy): void {
  const own = pin !== '' && pin === actor.profile.pin;
  const forWhom = subject.profile.kind === 'legal' ? (subject.profile.inn ?? '-') : '';
  if (!own || inn !== forWhom) throw otherPerson(subject.profile.kind);
}

function notValid({ problems: [first] }: VerificationReport): Problem {
  const code = first?.code ?? 'malformed';
  const message = textOf(code, first?.text);
  return new Problem(422, 'signature_not_valid', undefined, { ruleId: 'P573-8b', reason: code, message });
}

/** What was signed here is no document but a file that was given out to be signed. */
function textOf(code: string, text: Text | undefined): Text {
  if (code === 'changed') {
    return {
      ky: 'Кол башка файлга коюлган.',
      ru: 'Подписан другой файл.',
      en: 'The signature is over another file.',
    };
  }
  return (
    text ?? {
      ky: 'Кол тамганын жазуусу толук эмес.',
      ru: 'Запись подписи неполная.',
      en: 'The signature is not complete.',
    }
  );
}

function otherPerson(kind: 'natural' | 'legal'): Problem {
  const message =
    kind === 'legal'
      ? {
          ky: 'Кол ушул уюмдун жетекчисинин сертификаты менен коюлган эмес.',
          ru: 'Подпись поставлена не сертификатом руководителя этой организации.',
          en: 'The signature is not by a certificate of the head of this organisation.',
        }
      : {
          ky: 'Кол башка адамдын сертификаты менен коюлган.',
          ru: 'Подпись поставлена сертификатом другого лица.',
          en: 'The signature is by the certificate of another person.',
        };
  return new Problem(403, 'certificate_of_other', undefined, { ruleId: 'P573-8l', message });
}
