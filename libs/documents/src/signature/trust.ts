import { isIssuedBy, isSame, isUnderstood, mayUseKeyTo } from './certificate.ts';
import type { ReadCertificate } from './certificate.ts';
import { standingAt } from './revocation.ts';
import type { ProblemCode } from './types.ts';

/** What the path from the signer's certificate to a trust anchor shows. */
interface PathFindings {
  readonly problems: readonly ProblemCode[];
  /** The certificates of the path, signer first, anchor last; empty when no anchor was reached. */
  readonly path: readonly ReadCertificate[];
}

const LONGEST_PATH = 5;

const findPath = (
  signer: ReadCertificate,
  between: readonly ReadCertificate[],
  anchors: readonly ReadCertificate[],
): readonly ReadCertificate[] => {
  const path = [signer];
  for (let current = signer; path.length < LONGEST_PATH;) {
    const below = current;
    const anchor = anchors.find((candidate) => isIssuedBy(below, candidate));
    if (anchor !== undefined) return [...path, anchor];
    const next = between.find(
      (candidate) => !path.some((seen) => isSame(seen, candidate)) && isIssuedBy(below, candidate),
    );
    if (next === undefined) return [];
    path.push(next);
    current = next;
  }
  return [];
};

const force = (path: readonly ReadCertificate[], at: Date): ProblemCode[] => [
  ...(path.some(({ x509 }) => x509.validToDate < at) ? (['expired'] as const) : []),
  ...(path.some(({ x509 }) => x509.validFromDate > at) ? (['not-yet-valid'] as const) : []),
];

const revocation = (
  path: readonly ReadCertificate[],
  crls: readonly Uint8Array[],
  at: Date,
): ProblemCode[] => {
  const standings = path.slice(0, -1).map((certificate, step) => {
    const issuer = path[step + 1];
    return issuer === undefined ? 'unknown' : standingAt(certificate, issuer, crls, at);
  });
  if (standings.includes('revoked')) return ['revoked'];
  return standings.includes('unknown') ? ['revocation-unknown'] : [];
};

/** Judges the signer's certificate at a moment, with the certificates that came beside it. */
export const judgePath = (
  signer: ReadCertificate,
  between: readonly ReadCertificate[],
  trust: {
    readonly anchors: readonly ReadCertificate[];
    readonly crls: readonly Uint8Array[];
    readonly at: Date;
  },
): PathFindings => {
  const purpose: ProblemCode[] = mayUseKeyTo(signer, 'signDocuments') ? [] : ['wrong-purpose'];
  const path = findPath(signer, between, trust.anchors);
  if (path.length === 0 || !path.every(isUnderstood)) {
    return { problems: ['untrusted', ...force([signer], trust.at), ...purpose], path: [] };
  }
  return {
    problems: [...force(path, trust.at), ...purpose, ...revocation(path, trust.crls, trust.at)],
    path,
  };
};
