import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Authority, Issued, SigningIdentity } from '@kyzmat/documents';
import type { Stage } from './stage.ts';

/** The moment at which the tests' clock stands. */
export const testNow = '2026-03-12T04:00:00.000Z';

/** A real authority behind the stage: what it issues is trusted, what it revokes is known. */
export async function authorityOf({ certificatesDir }: Stage): Promise<Authority> {
  const authority = await newAuthority();
  await writeFile(path.join(certificatesDir, 'ca.pem'), authority.certificate);
  await writeFile(path.join(certificatesDir, 'ca.crl'), await authority.revocationList([]));
  return authority;
}

export async function newAuthority(): Promise<Authority> {
  const { createAuthority } = await import('@kyzmat/documents');
  const clock = { now: () => new Date(testNow) };
  const random = (bytes: number): Uint8Array => randomBytes(bytes);
  return createAuthority({ clock, random, listAddress: 'http://ca.kyzmat.example/ca.crl' });
}

/** A detached CMS over the content, as a person's own program makes it; base64. */
export async function signedBy(issued: Issued, content: string | Uint8Array): Promise<string> {
  const { localSigner, signContent } = await import('@kyzmat/documents');
  const identity: SigningIdentity = {
    certificateChain: [issued.certificate],
    crls: [],
    sign: localSigner(issued.key),
  };
  const cms = await signContent(Buffer.from(content), identity, testNow);
  return Buffer.from(cms).toString('base64');
}
