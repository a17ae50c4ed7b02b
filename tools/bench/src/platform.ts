import type { JsonWebKey } from 'node:crypto';
import { createTokenIssuer, type ProcessName, type TokenIssuer } from '@kyzmat/auth';
import { json, readConfig, url } from '@kyzmat/config';

/** The running platform, as its launcher tells it. */
export interface Platform {
  readonly urls: Readonly<Record<ProcessName, string>>;
  readonly mongodbUri: string;
  /** Tokens as the portal makes them. */
  readonly portal: TokenIssuer;
}

export function platformFrom(env: NodeJS.ProcessEnv): Platform {
  const at = (name: ProcessName): ReturnType<typeof url> => url(`${name.toUpperCase()}_URL`);
  const { keys, mongodbUri, ...urls } = readConfig(env, {
    keys: json('SERVICE_PRIVATE_KEYS', parseKeys),
    mongodbUri: url('MONGODB_URI', undefined, ['mongodb', 'mongodb+srv']),
    portal: at('portal'),
    desk: at('desk'),
    identity: at('identity'),
    applications: at('applications'),
    payments: at('payments'),
    notifications: at('notifications'),
    providers: at('providers'),
    tunduk: at('tunduk'),
    sandbox: at('sandbox'),
  });
  return { urls, mongodbUri, portal: createTokenIssuer({ process: 'portal', key: keys.portal }) };
}

function parseKeys(value: unknown): { readonly portal: JsonWebKey } {
  if (!hasPortal(value)) throw new Error('must hold the key of portal');
  return value;
}

/** The launcher made the keys; their form is checked where they are used. */
function hasPortal(value: unknown): value is { readonly portal: JsonWebKey } {
  return typeof value === 'object' && value !== null && 'portal' in value && typeof value.portal === 'object';
}
