import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { request, type RequestOptions } from 'node:https';
import { join } from 'node:path';

/** Where the link is in a running platform. */
export interface Link {
  readonly securityServerUrl: string;
  readonly doorUrl: string;
  /** The authority's folder. */
  readonly certificates: string;
}
interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

const service = 'central-server/GOV/70000011/portal/provider-api';
export const licensing = 'central-server/GOV/70000007/licensing';
export const register = 'central-server/GOV/70000005/population-register';

/** Calls as the system of a provider makes them: through its security server. */
export async function throughXRoad(
  { securityServerUrl }: Link,
  client: string | undefined,
  path: string,
  posted?: { readonly body: object; readonly digest?: string },
): Promise<Answered> {
  const address = `${securityServerUrl}/r1/${service}${path}`;
  const headers = client === undefined ? {} : { 'X-Road-Client': client };
  const response = await (posted === undefined
    ? fetch(address, { headers })
    : post(address, headers, JSON.stringify(posted.body), posted.digest));
  return { status: response.status, headers: response.headers, body: await response.json() };
}

function post(address: string, headers: object, body: string, digest = digestOf(body)): Promise<Response> {
  const own = { 'Content-Type': 'application/json', Digest: digest };
  return fetch(address, { method: 'POST', headers: { ...headers, ...own }, body });
}

export function digestOf(text: string): string {
  return `SHA-256=${createHash('sha256').update(text).digest('base64')}`;
}

/** Calls tunduk's own door, with a certificate of the authority or with none. */
export function atTheDoor({ doorUrl, certificates }: Link, certificate?: string): Promise<number> {
  const read = (name: string): Buffer => readFileSync(join(certificates, name));
  const options: RequestOptions = {
    ca: read('ca.pem'),
    headers: { 'X-Road-Client': register },
    ...(certificate === undefined
      ? {}
      : { cert: read(`${certificate}.pem`), key: read(`${certificate}.key`) }),
  };
  return new Promise((resolve, reject) => {
    request(`${doorUrl}/provider-api/v1/applications`, options, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    })
      .on('error', reject)
      .end();
  });
}
