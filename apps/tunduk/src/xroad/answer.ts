/**
 * What came back over X-Road, told apart in four beside the data itself: the other side has nothing (`no_data`), it
 * refuses or fails by its own rules (`business_fault`), X-Road could not carry the message (`xroad_fault`), or nothing
 * readable came (`transport_fault`). Only the last two are worth trying again unchanged.
 */
export type XRoadAnswer =
  | { readonly kind: 'data'; readonly response: Response }
  | { readonly kind: 'no_data'; readonly status: number }
  | { readonly kind: 'business_fault'; readonly status: number; readonly body: unknown }
  | { readonly kind: 'xroad_fault'; readonly type: string; readonly message: string }
  | { readonly kind: 'transport_fault'; readonly message: string };

const nothingThere = new Set([204, 404, 410]);

export async function classify(response: Response): Promise<XRoadAnswer> {
  const { status } = response;
  const error = response.headers.get('X-Road-Error');
  if (error !== null) {
    const body = await bodyOf(response);
    return { kind: 'xroad_fault', type: faultType(error), message: memberOf(body, 'message') ?? error };
  }
  if (nothingThere.has(status)) {
    await response.body?.cancel();
    return { kind: 'no_data', status };
  }
  if (response.ok) return { kind: 'data', response };
  return { kind: 'business_fault', status, body: await bodyOf(response) };
}

/**
 * One spelling of X-Road's fault types: `Server.ServerProxy.AccessDenied` (up to 7.7) and
 * `server.serverproxy.access_denied` (from 7.8) are both `server.serverproxy.accessdenied`.
 */
export function faultType(spelled: string): string {
  return spelled.trim().toLowerCase().replaceAll('_', '');
}

async function bodyOf(response: Response): Promise<unknown> {
  const text = await response.text().catch(() => '');
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** A text member of an unknown body. */
export function memberOf(body: unknown, name: string): string | undefined {
  if (typeof body !== 'object' || body === null) return undefined;
  const value = new Map<string, unknown>(Object.entries(body)).get(name);
  return typeof value === 'string' ? value : undefined;
}
