import { Unavailable } from '@kyzmat/http';
import type { Request } from 'express';
import { allowInsecureRequests, discovery, randomState, type Configuration } from 'openid-client';
import { Strategy, type AuthenticateOptions } from 'openid-client/passport';

export interface IdentityClient {
  /** Address of identity. */
  readonly identity: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Address of this door, as browsers see it. */
  readonly baseUrl: string;
  readonly languageOf: (request: Request) => string;
}

/** Code, PKCE and state; asked anew every time, for a computer may be shared; in the language of the page before. */
class IdentityStrategy extends Strategy {
  // Not private: passport works on objects that only inherit from this one.
  readonly languageOf: IdentityClient['languageOf'];

  constructor(config: Configuration, { baseUrl, languageOf }: IdentityClient) {
    super(
      {
        config,
        name: 'identity',
        sessionKey: 'signingIn',
        scope: 'openid profile roles',
        callbackURL: `${baseUrl}/auth/callback`,
      },
      (tokens, verified) => {
        // As they came: whoever called reads them, once.
        verified(null, tokens.claims() ?? false);
      },
    );
    this.languageOf = languageOf;
  }

  override authorizationRequestParams(request: Request, options: AuthenticateOptions): URLSearchParams {
    const params = new URLSearchParams(super.authorizationRequestParams(request, options));
    params.set('state', randomState());
    params.set('prompt', 'login');
    params.set('ui_locales', this.languageOf(request));
    return params;
  }
}

/** Finds identity when somebody first signs in: it may start later than this door, and be away for a while. */
export function identityStrategy(client: IdentityClient): () => Promise<Strategy> {
  let found: Promise<Strategy> | undefined;
  return async () => {
    found ??= discover(client);
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

async function discover(client: IdentityClient): Promise<Strategy> {
  const issuer = new URL(client.identity);
  const metadata = { client_secret: client.clientSecret, id_token_signed_response_alg: 'ES256' };
  const loopback = ['localhost', '127.0.0.1', '[::1]'].includes(issuer.hostname);
  const execute = loopback ? [allowInsecureRequests] : [];
  return new IdentityStrategy(
    await discovery(issuer, client.clientId, metadata, undefined, { execute }),
    client,
  );
}
