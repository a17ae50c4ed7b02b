import { isDeepStrictEqual } from 'node:util';
import type { CommonConfig, Kit } from '@kyzmat/kit';
import type { JWK } from 'jose';
import Provider, { interactionPolicy, type Configuration } from 'oidc-provider';
import type { OwnConfig } from '../config.ts';
import type { KeyRing } from '../keys/keys.ts';
import type { FindAccount } from './accounts.ts';
import type { OidcStore } from './adapter.ts';

const minute = 60;
const hour = 60 * minute;

/** The OpenID provider with the keys of this moment. */
export type CurrentProvider = () => Promise<Provider>;

interface ProviderParts {
  readonly sessions: OidcStore;
  readonly findAccount: FindAccount;
}

/**
 * The OpenID provider: portal and desk are its only clients, with code and PKCE. It takes its keys only when it is made,
 * so it is made anew when they change; all it remembers is in the database, and what has begun goes on.
 */
export function openProvider(
  kit: Kit,
  config: CommonConfig & OwnConfig,
  { ring, ...parts }: ProviderParts & { readonly ring: KeyRing },
): CurrentProvider {
  let made: { readonly keys: readonly JWK[]; readonly provider: Provider } | undefined;
  return async () => {
    const keys = await ring.keys();
    if (made === undefined || !isDeepStrictEqual(made.keys, keys)) {
      const provider = new Provider(config.identity, configuration(config, keys, parts));
      provider.on('server_error', (_context, error) => {
        kit.telemetry.log.error({ reason: error.message }, 'the OpenID provider failed');
      });
      made = { keys, provider };
    }
    return made.provider;
  };
}

function configuration(
  config: CommonConfig & OwnConfig,
  keys: readonly JWK[],
  { sessions, findAccount }: ProviderParts,
): Configuration {
  const client = (id: string, secret: string, url: string) => ({
    client_id: id,
    client_secret: secret,
    redirect_uris: [`${url}/auth/callback`],
    grant_types: ['authorization_code'],
    response_types: ['code' as const],
    id_token_signed_response_alg: 'ES256' as const,
  });
  return {
    adapter: sessions.adapter,
    jwks: { keys: keys.map((key) => ({ ...key, kty: key.kty ?? 'EC' })) },
    clients: [
      client('portal', config.portalClientSecret.reveal(), config.portal),
      client('desk', config.deskClientSecret.reveal(), config.desk),
    ],
    enabledJWA: { idTokenSigningAlgValues: ['ES256'] },
    claims: {
      openid: ['sub'],
      profile: ['person', 'act', 'session', 'name', 'kind', 'assurance', 'locale', 'acting_for'],
      roles: ['roles', 'provider'],
    },
    scopes: ['openid', 'profile', 'roles'],
    conformIdTokenClaims: false,
    findAccount: (_context, id) => findAccount(id),
    // Consents to the law's own texts are given in the sign-in itself; between portal and desk there is nothing more to ask.
    async loadExistingGrant({ oidc }) {
      const { client: asking, session } = oidc;
      if (asking === undefined || session?.accountId === undefined) return undefined;
      const grant = new oidc.provider.Grant({ clientId: asking.clientId, accountId: session.accountId });
      grant.addOIDCScope('openid profile roles');
      await grant.save();
      return grant;
    },
    interactions: { policy: askedAnew(), url: (_context, { uid }) => `/interaction/${uid}` },
    features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: false } },
    pkce: { required: () => true },
    cookies: {
      keys: [config.sessionSecret.reveal()],
      names: {
        session: 'kz_identity_session',
        interaction: 'kz_identity_step',
        resume: 'kz_identity_resume',
      },
      long: { httpOnly: true, sameSite: 'lax' },
      short: { httpOnly: true, sameSite: 'lax' },
    },
    ttl: {
      Session: 10 * minute,
      Interaction: hour,
      Grant: hour,
      AccessToken: 10 * minute,
      AuthorizationCode: minute,
      IdToken: 10 * minute,
    },
  };
}

/** Each sign-in is asked anew, whatever the request says: a shared computer must not remember the person before. */
function askedAnew(): interactionPolicy.DefaultPolicy {
  const { base, Check } = interactionPolicy;
  const policy = base();
  const check = new Check('asked_anew', 'Sign in', ({ oidc }) =>
    oidc.result?.login === undefined ? Check.REQUEST_PROMPT : Check.NO_NEED_TO_PROMPT,
  );
  policy.get('login')?.checks.add(check);
  return policy;
}
