import { randomUUID } from 'node:crypto';
import { importJWK, SignJWT } from 'jose';
import type { KeyRing } from '../keys/keys.ts';

/** P573-8l, P573-28a: a signature of an application, as a signed statement of this process: who approved which content. */
export type SignStatement = (statement: {
  readonly subject: string;
  readonly actor: string;
  readonly hash: string;
  readonly at: string;
  readonly level: 'simple' | 'qualified';
  /** Of a signature that can come more than once; a code gives a fresh one. */
  readonly id?: string;
}) => Promise<string>;

/** Signs with the newest key; verifiers find the public keys at `/signing-keys`. */
export function openSigner(ring: KeyRing): SignStatement {
  return async ({ subject, actor, hash, at, level, id = randomUUID() }) => {
    const [newest] = await ring.keys();
    if (newest?.kid === undefined) throw new Error('No signing key');
    return new SignJWT({ act: actor, hash, level, at })
      .setProtectedHeader({ alg: 'ES256', kid: newest.kid, typ: 'kyzmat-signature+jwt' })
      .setSubject(subject)
      .setJti(id)
      .sign(await importJWK(newest, 'ES256'));
  };
}
