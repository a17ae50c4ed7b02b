import { randomUUID } from 'node:crypto';
import { importJWK, SignJWT, type JWK } from 'jose';

/** P573-8l, P573-28a: a signature of an application, as a signed statement of this process: who approved which content. */
export type SignStatement = (statement: {
  readonly subject: string;
  readonly actor: string;
  readonly hash: string;
  readonly at: string;
}) => Promise<string>;

/** Signs with the newest key; verifiers find the public keys at `/signing-keys`. */
export async function openSigner(keys: readonly JWK[]): Promise<SignStatement> {
  const [newest] = keys;
  if (newest?.kid === undefined) throw new Error('No signing key');
  const { kid } = newest;
  const key = await importJWK(newest, 'ES256');
  return ({ subject, actor, hash, at }) =>
    new SignJWT({ act: actor, hash, level: 'simple', at })
      .setProtectedHeader({ alg: 'ES256', kid, typ: 'kyzmat-signature+jwt' })
      .setSubject(subject)
      .setJti(randomUUID())
      .sign(key);
}
