import { randomUUID } from 'node:crypto';
import type { Logger } from '@kyzmat/telemetry';
import { classify, type XRoadAnswer } from './answer.ts';

interface XRoadCall {
  /** instance/class/member/subsystem/service */
  readonly service: string;
  /** Below the service, encoded, beginning with `/` or empty, with its query. */
  readonly path: string;
  readonly method: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array>;
  /** The matter this call belongs to: the application's number. */
  readonly issue?: string;
  /** The person at whose wish the call is made, with the country: `KG…`. */
  readonly userId?: string;
}
export type XRoad = (call: XRoadCall) => Promise<XRoadAnswer>;

interface XRoadOptions {
  /** The portal's own security server. */
  readonly securityServerUrl: string;
  /** The portal: instance/class/member/subsystem. */
  readonly client: string;
  readonly log: Logger;
  /** Until the answer begins; 30 s when left out. */
  readonly timeoutMs?: number;
}

/** Calls over the X-Road REST protocol; never throws for what the other side answers or fails to answer. */
export function openXRoad({ securityServerUrl, client, log, timeoutMs = 30_000 }: XRoadOptions): XRoad {
  return async ({ service, path, method, headers = {}, body, issue, userId }) => {
    const id = `${client.split('/')[0] ?? ''}-${randomUUID()}`;
    const answer = await fetch(`${securityServerUrl}/r1/${encoded(service)}${path}`, {
      method,
      headers: {
        ...headers,
        'X-Road-Client': encoded(client),
        'X-Road-Id': id,
        ...(issue === undefined ? {} : { 'X-Road-Issue': issue }),
        ...(userId === undefined ? {} : { 'X-Road-UserId': userId }),
      },
      ...(body === undefined ? {} : { body, duplex: 'half' as const }),
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    }).then(
      async (response) => {
        record(response, id);
        return classify(response);
      },
      (error: unknown): XRoadAnswer => ({ kind: 'transport_fault', message: reasonOf(error) }),
    );
    if (answer.kind === 'xroad_fault' || answer.kind === 'transport_fault') {
      log.warn(
        { xroadId: id, service, issue, kind: answer.kind, reason: answer.message },
        'X-Road call failed',
      );
    }
    return answer;
  };

  /** What proves the exchange later, in the message log of the security server. */
  function record(response: Response, xroadId: string): void {
    const requestId = response.headers.get('x-road-request-id');
    const hash = response.headers.get('x-road-request-hash');
    log.debug({ xroadId, requestId, hash }, 'X-Road call');
  }
}

const encoded = (identifier: string): string => identifier.split('/').map(encodeURIComponent).join('/');

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message;
}
