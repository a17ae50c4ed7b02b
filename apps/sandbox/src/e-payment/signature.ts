import { createHmac, timingSafeEqual } from 'node:crypto';

/** `t=<unix seconds>,v1=<hex HMAC-SHA256 of "t.body">`: how both sides of the e-payment system sign. */
export function signatureOf(key: string, body: Uint8Array, at: string): string {
  return `t=${at},v1=${createHmac('sha256', key).update(`${at}.`).update(body).digest('hex')}`;
}

export function isSigned(key: string, header: string, body: Uint8Array): boolean {
  const at = /^t=(\d+),/.exec(header)?.[1] ?? '';
  const wanted = Buffer.from(signatureOf(key, body, at));
  const given = Buffer.from(header);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}
