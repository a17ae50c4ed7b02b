import { Unavailable } from '@kyzmat/http';
import { frameOf } from '@kyzmat/web';
import type { Request } from 'express';
import { allowInsecureRequests, discovery, randomState, type Configuration } from 'openid-client';
import { Strategy, type AuthenticateOptions } from 'openid-client/passport';
import type { PortalConfig } from '../config.ts';
import { readUser } from './user.ts';

/** Sign-in at identity: code, PKCE and state; asked anew every time, for a computer may be shared. */
class PortalStrategy extends Strategy {
  override authorizationRequestParams(request: Request, options: AuthenticateOptions): URLSearchParams {
    const params = new URLSearchParams(super.authorizationRequestParams(request, options));
    params.set('state', randomState());
    const { res } = request;
    if (res !== undefined) params.set('ui_locales', frameOf(res).lang);
    return params;
  }
}

export type StrategyOf = () => Promise<Strategy>;

/** Finds identity when somebody first signs in: it may start later than the portal, and be away for a while. */
export function identityStrategy(config: PortalConfig): StrategyOf {
  let found: Promise<Strategy> | undefined;
  return async () => {
    found ??= discover(config).then(
      (identity) =>
        new PortalStrategy(
          {
            config: identity,
            name: 'identity',
            sessionKey: 'signingIn',
            scope: 'openid profile roles',
            callbackURL: `${config.portal}/auth/callback`,
          },
          (tokens, verified) => {
            verified(null, readUser({ ...tokens.claims() }) ?? false);
          },
        ),
    );
    try {
      return await found;
    } catch (error) {
      found = undefined;
      const unavailable = new Unavailable('identity does not answer');
      unavailable.cause = error;
      throw unavailable;
    }
  };
}

function discover(config: PortalConfig): Promise<Configuration> {
  const issuer = new URL(config.identity);
  const metadata = {
    client_secret: config.oidcClientSecret.reveal(),
    id_token_signed_response_alg: 'ES256',
  };
  const execute = issuer.protocol === 'http:' ? [allowInsecureRequests] : [];
  return discovery(issuer, 'portal', metadata, undefined, { execute });
}

/** Only our own pages: an address of another site would make the portal a springboard. */
export function ownAddress(asked: unknown): string {
  return typeof asked === 'string' && /^\/(?![/\\])[^\\\s]*$/u.test(asked) ? asked : '/cabinet';
}
