import type { Store } from '@kyzmat/store';
import * as oidc from 'openid-client';
import { parseEsiClaims, type EsiClaims } from './claims.ts';

/** The unified identification system, as an OpenID provider (P573-22b). */
export interface Esi {
  /** Where to send the person; `interaction` is where they go on when they come back. */
  begin(interaction: string): Promise<string>;
  /** Which interaction a returning person belongs to; undefined when the state is not ours, or is old. */
  interactionOf(state: string): Promise<string | undefined>;
  /** Redeems the code. Each state works once. @throws EsiRefused */
  finish(query: URLSearchParams): Promise<{ readonly claims: EsiClaims; readonly idToken: string }>;
  /** Where the browser ends its session at ESI, to come back to the portal; undefined when ESI offers no way. */
  signOutAt(idToken: string): Promise<string | undefined>;
}

/** The person did not sign in, or came back with something that is not ours. */
export class EsiRefused extends Error {
  override readonly name = 'EsiRefused';
}

interface Started {
  readonly _id: string;
  readonly interaction: string;
  readonly verifier: string;
  readonly nonce: string;
  readonly startedAt: Date;
}

const startedForSeconds = 900;

interface EsiOptions {
  readonly issuer: string;
  readonly clientSecret: () => string;
  readonly redirectUri: string;
  /** Where a browser goes that ended its session at ESI. */
  readonly signedOutUri: string;
}

export async function openEsi(store: Store, options: EsiOptions): Promise<Esi> {
  const started = store.collection<Started>('esi_started');
  await started.createIndex({ startedAt: 1 }, { expireAfterSeconds: startedForSeconds });
  let known: Promise<oidc.Configuration> | undefined;

  // Asked for when first needed: ESI may come up after us, and a failed try is not kept.
  const configuration = async (): Promise<oidc.Configuration> => {
    known ??= oidc.discovery(new URL(options.issuer), 'kyzmat', options.clientSecret(), undefined, {
      execute: isLoopback(options.issuer) ? [oidc.allowInsecureRequests] : [],
    });
    try {
      return await known;
    } catch (error) {
      known = undefined;
      throw error;
    }
  };

  return {
    async begin(interaction) {
      const config = await configuration();
      const verifier = oidc.randomPKCECodeVerifier();
      const [state, nonce] = [oidc.randomState(), oidc.randomNonce()];
      await started.insertOne({ _id: state, interaction, verifier, nonce, startedAt: new Date() });
      return oidc.buildAuthorizationUrl(config, {
        redirect_uri: options.redirectUri,
        scope: 'openid profile',
        state,
        nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
      }).href;
    },
    async interactionOf(state) {
      return (await started.findOne({ _id: state }))?.interaction;
    },
    async finish(query) {
      const state = query.get('state') ?? '';
      const begun = await started.findOneAndDelete({ _id: state });
      if (begun === null) throw new EsiRefused('This return from ESI was used or is too old');
      try {
        // ESI sent the person to the one address it knows, whatever address the person stands at by now.
        const callback = new URL(`${options.redirectUri}?${query.toString()}`);
        const tokens = await oidc.authorizationCodeGrant(await configuration(), callback, {
          expectedState: state,
          expectedNonce: begun.nonce,
          pkceCodeVerifier: begun.verifier,
        });
        return { claims: parseEsiClaims(tokens.claims() ?? {}), idToken: tokens.id_token ?? '' };
      } catch (error) {
        throw new EsiRefused('ESI did not confirm the person', { cause: error });
      }
    },
    async signOutAt(idToken) {
      const config = await configuration();
      if (config.serverMetadata().end_session_endpoint === undefined) return undefined;
      return oidc.buildEndSessionUrl(config, {
        id_token_hint: idToken,
        post_logout_redirect_uri: options.signedOutUri,
      }).href;
    },
  };
}

function isLoopback(address: string): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(new URL(address).hostname);
}
