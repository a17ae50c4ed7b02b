import { generateKeyPairSync, randomUUID, sign } from 'node:crypto';

/** A tiny OpenID provider: a code is the name of the person who signs in; `nazira` acts for a company. */
export function tinyProvider(issuer: () => string): {
  answer(path: string, body: string): object | undefined;
} {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const idToken = (person: string): string => {
    const now = Math.floor(Date.now() / 1000);
    const signed = `${part({ alg: 'ES256', kid: 'k' })}.${part({
      iss: issuer(),
      aud: 'portal',
      sub: `person:${person}`,
      iat: now,
      exp: now + 600,
      person,
      act: person,
      session: `${person}:${randomUUID()}`,
      name: `Демо ${person}`,
      ...(person === 'nazira' && { acting_for: '«Демо Ала-Тоо» ЖЧК' }),
      roles: person === 'clerk' ? ['executor'] : ['user'],
    })}`;
    const signature = sign('sha256', Buffer.from(signed), { key: privateKey, dsaEncoding: 'ieee-p1363' });
    return `${signed}.${signature.toString('base64url')}`;
  };
  return {
    answer(path, body) {
      if (path === '/.well-known/openid-configuration') {
        const url = issuer();
        return {
          issuer: url,
          authorization_endpoint: `${url}/auth`,
          token_endpoint: `${url}/token`,
          jwks_uri: `${url}/jwks`,
          response_types_supported: ['code'],
          subject_types_supported: ['public'],
          id_token_signing_alg_values_supported: ['ES256'],
          code_challenge_methods_supported: ['S256'],
        };
      }
      if (path === '/jwks') {
        return { keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'k', alg: 'ES256', use: 'sig' }] };
      }
      if (path !== '/token') return undefined;
      const form = new URLSearchParams(body);
      if (!form.has('code_verifier')) return undefined;
      return { access_token: randomUUID(), token_type: 'Bearer', id_token: idToken(form.get('code') ?? '') };
    },
  };
}
