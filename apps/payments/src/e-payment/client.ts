import { Unavailable } from '@kyzmat/http';
import { signatureOf } from './signature.ts';
import type { EPaymentMessage } from '../charges/charge.ts';

/** The state e-payment system, as far as this process needs it. */
export interface EPayment {
  /** Makes the charge known; the same charge again gives the same answer. */
  register(charge: ChargeRequest): Promise<{ payUrl: string }>;
  /** What the system knows of a charge: undefined while nothing has happened. */
  stateOf(chargeId: string): Promise<EPaymentMessage | undefined>;
  /** Throws RefundRefused when the system will not give the money back however often it is asked. */
  refund(chargeId: string): Promise<void>;
}

/** The system said no for good: a person has to find out why. */
export class RefundRefused extends Error {
  override readonly name = 'RefundRefused';
}
interface ChargeRequest {
  readonly chargeId: string;
  readonly payerId: string;
  readonly amountTyiyn: number;
  readonly description: { readonly ky: string; readonly ru: string };
  readonly split: readonly { readonly receiver: { ky: string; ru: string }; readonly amountTyiyn: number }[];
  readonly returnUrl: string;
  readonly callbackUrl: string;
}

const timeoutMs = 10_000;

export function openEPayment(baseUrl: string, key: () => string): EPayment {
  async function call(method: 'GET' | 'POST', path: string, content?: object): Promise<unknown> {
    const body = Buffer.from(content === undefined ? '' : JSON.stringify(content));
    const response = await fetch(`${baseUrl}${path}`, {
      method,
      headers: {
        'X-Signature': signatureOf(key(), body, Date.now() / 1000),
        ...(content === undefined ? {} : { 'Content-Type': 'application/json' }),
      },
      ...(content === undefined ? {} : { body }),
      signal: AbortSignal.timeout(timeoutMs),
    }).catch(() => {
      throw new Unavailable('The e-payment system does not answer.', 30);
    });
    if (isFinal(response.status) && path.endsWith('/refund'))
      throw new RefundRefused(await reasonOf(response));
    if (!response.ok) throw new Unavailable(`The e-payment system answered ${response.status}.`, 30);
    return response.status === 204 ? undefined : response.json();
  }
  return {
    async register(charge) {
      const answer = await call('POST', '/charges', charge);
      if (!isObject(answer) || typeof answer['payUrl'] !== 'string')
        throw new TypeError('No payUrl in the answer');
      return { payUrl: answer['payUrl'] };
    },
    async stateOf(chargeId) {
      const answer = await call('GET', `/charges/${encodeURIComponent(chargeId)}`);
      return isObject(answer) ? messageOf(answer['message']) : undefined;
    },
    async refund(chargeId) {
      await call('POST', `/charges/${encodeURIComponent(chargeId)}/refund`, {});
    },
  };
}

/** What asking again would not change: not our signature, not its being busy. */
function isFinal(status: number): boolean {
  return status >= 400 && status < 500 && ![401, 408, 425, 429].includes(status);
}

const mostLetters = 300;

/** The system's own words, so far as they can be read. */
async function reasonOf(response: Response): Promise<string> {
  const body: unknown = await response.json().catch(() => undefined);
  const said = isObject(body)
    ? [body['code'], body['detail']].filter((each) => typeof each === 'string')
    : [];
  return [String(response.status), ...said].join(', ').slice(0, mostLetters);
}

function messageOf(value: unknown): EPaymentMessage | undefined {
  if (!isObject(value)) return undefined;
  const { messageId, state, amountTyiyn, at, confirmationId } = value;
  if (typeof messageId !== 'string' || typeof amountTyiyn !== 'number' || typeof at !== 'string')
    return undefined;
  if (state !== 'paid' && state !== 'failed' && state !== 'refunded') return undefined;
  return {
    messageId,
    state,
    amountTyiyn,
    at,
    ...(typeof confirmationId === 'string' ? { confirmationId } : {}),
  };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
