import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { createRemoteJWKSet, jwtVerify, type JWTPayload } from 'jose';
import { openBrowser, type Browser, type Seen } from './browser.ts';
import { deskUrl, portalUrl, secretOf, type Stage } from './stage.ts';

type Client = 'portal' | 'desk';

/** A sign-in that portal or desk began in this browser. */
export interface SigningIn {
  readonly browser: Browser;
  /** `/interaction/<id>` */
  readonly at: string;
  readonly first: Seen;
  /** The browser came back with a code: what the client gets for it. */
  redeem(back: Seen): Promise<{ status: number; claims?: JWTPayload }>;
}

export async function beginSignIn(
  stage: Stage,
  client: Client,
  browser = openBrowser(stage.url),
): Promise<SigningIn> {
  const verifier = randomBytes(32).toString('base64url');
  const redirect = `${client === 'portal' ? portalUrl : deskUrl}/auth/callback`;
  const asked = await browser.get(
    `/auth?${new URLSearchParams({
      client_id: client,
      redirect_uri: redirect,
      response_type: 'code',
      scope: 'openid profile roles',
      state: 'state-of-a-test',
      ui_locales: 'ru',
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
      code_challenge_method: 'S256',
      // Asked anew with and without the client's wish: the browser could take it out of the address.
      ...(client === 'desk' ? { prompt: 'login' } : {}),
    }).toString()}`,
  );
  const at = asked.location ?? '';
  assert.match(at, /^\/interaction\//, 'each sign-in is asked anew');
  return {
    browser,
    at,
    first: await browser.follow(asked),
    async redeem(back) {
      const answer = new URL(back.location ?? '');
      assert.equal(answer.origin + answer.pathname, redirect);
      const response = await fetch(`${stage.url}/token`, {
        method: 'POST',
        headers: {
          Authorization: `Basic ${Buffer.from(`${client}:${encodeURIComponent(secretOf[client])}`).toString('base64')}`,
        },
        body: new URLSearchParams({
          grant_type: 'authorization_code',
          code: answer.searchParams.get('code') ?? '',
          redirect_uri: redirect,
          code_verifier: verifier,
        }),
      });
      const body: unknown = await response.json();
      if (typeof body !== 'object' || body === null || !('id_token' in body))
        return { status: response.status };
      const keys = createRemoteJWKSet(new URL(`${stage.url}/jwks`));
      const { payload } = await jwtVerify(String(body.id_token), keys, {
        issuer: stage.url,
        audience: client,
      });
      return { status: response.status, claims: payload };
    },
  };
}

const agreed = { user_agreement: 'yes', personal_data: 'yes' };

/** A person whom ESI knows signs in at the portal and agrees to everything: the claims the portal gets. */
export async function enter(
  stage: Stage,
  person: string,
  browser?: Browser,
): Promise<{ person: string; act: string; session: string; browser: Browser }> {
  const signing = await beginSignIn(stage, 'portal', browser);
  const after = await throughEsi(stage, signing, person);
  const back = after.text.includes('user_agreement')
    ? await signing.browser.follow(await signing.browser.post(`${signing.at}/consents`, agreed))
    : after;
  const { claims = {} } = await signing.redeem(back);
  const text = (name: string): string => String(claims[name]);
  return { person: text('person'), act: text('act'), session: text('session'), browser: signing.browser };
}

/** From the first page through ESI, up to what comes after it. */
export async function throughEsi(stage: Stage, signing: SigningIn, person: string): Promise<Seen> {
  const sent = await signing.browser.post(`${signing.at}/esi`);
  const back = stage.outside.signInAtEsi(sent.location ?? '', person);
  return signing.browser.follow(await signing.browser.get(back));
}
