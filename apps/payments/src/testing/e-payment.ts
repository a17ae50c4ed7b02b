import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isSignedBy, signatureOf } from '../e-payment/signature.ts';
import type { EPaymentMessage } from '../charges/charge.ts';

interface Registered {
  readonly chargeId: string;
  readonly payerId: string;
  readonly amountTyiyn: number;
  readonly split: readonly { readonly amountTyiyn: number }[];
  readonly returnUrl: string;
  readonly callbackUrl: string;
}

/** The state e-payment system as a test needs it: takes signed requests only, and says what the test wants it to know. */
export interface TestEPayment {
  readonly url: string;
  readonly key: string;
  /** Charges by id, as they were registered. */
  readonly charges: Map<string, Registered>;
  /** What it answers when asked about a charge. */
  readonly known: Map<string, EPaymentMessage>;
  /** Every request, `POST /charges`; a refund asked for twice is there twice. */
  readonly requests: string[];
  /** Charges whose money it will not give back, with what it says. */
  readonly refuses: Map<string, string>;
  /** Answers 503 now. */
  away: boolean;
  /** The headers and the body of a message as the system sends it; `key` and `at` may be somebody else's. */
  message(content: object, by?: { key?: string; atSeconds?: number }): { signature: string; body: string };
  stop(): Promise<void>;
}

export async function startEPayment(key: string): Promise<TestEPayment> {
  const system = {
    charges: new Map<string, Registered>(),
    known: new Map<string, EPaymentMessage>(),
    refuses: new Map<string, string>(),
    requests: Array.of<string>(),
    away: false,
  };
  const server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      const path = request.url ?? '';
      system.requests.push(`${request.method ?? ''} ${path}`);
      const signed = isSignedBy([key], String(request.headers['x-signature']), body, Date.now() / 1000);
      const answer = system.away ? 503 : signed ? answerTo(path, body) : 401;
      response.statusCode = typeof answer === 'number' ? answer : 'code' in answer ? 422 : 200;
      response.setHeader('Content-Type', 'application/json');
      response.end(JSON.stringify(answer));
    });
  });
  function answerTo(path: string, body: Buffer): object {
    const [, , id = '', what] = path.split('/');
    const refusal = system.refuses.get(id);
    if (what === 'refund') return refusal === undefined ? {} : { code: refusal };
    if (id !== '') return { chargeId: id, message: system.known.get(id) };
    const charge: unknown = JSON.parse(body.toString('utf8'));
    if (!isCharge(charge)) return { code: 'incomplete' };
    system.charges.set(charge.chargeId, charge);
    return { payUrl: `https://pay.example/${charge.chargeId}` };
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port');
  return Object.assign(system, {
    url: `http://127.0.0.1:${address.port}`,
    key,
    message(content: object, by: { key?: string; atSeconds?: number } = {}) {
      const body = JSON.stringify(content);
      const at = by.atSeconds ?? Date.now() / 1000;
      return { signature: signatureOf(by.key ?? key, Buffer.from(body), at), body };
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  });
}

function isCharge(value: unknown): value is Registered {
  const wanted = ['chargeId', 'payerId', 'amountTyiyn', 'split', 'returnUrl', 'callbackUrl'];
  return typeof value === 'object' && value !== null && wanted.every((name) => name in value);
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) if (Buffer.isBuffer(part)) parts.push(part);
  return Buffer.concat(parts);
}
