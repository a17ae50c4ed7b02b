import { createHmac, timingSafeEqual } from 'node:crypto';

/** A message older or newer than this, in seconds, is refused: a stolen one can't be played again later. */
const windowSeconds = 300;

/** `t=<unix seconds>,v1=<hex HMAC-SHA256 of "t.body">`, with one of the keys in use. `now` in Unix seconds. */
export function isSignedBy(
  keys: readonly string[],
  header: string,
  body: Uint8Array,
  nowSeconds: number,
): boolean {
  const parts = /^t=(\d{1,12}),v1=([0-9a-f]{64})$/.exec(header);
  const [, at, given] = parts ?? [];
  if (at === undefined || given === undefined) return false;
  if (Math.abs(nowSeconds - Number(at)) > windowSeconds) return false;
  const signature = Buffer.from(given, 'hex');
  // Every key is tried, so that the time taken does not tell which one fits.
  return keys.map((key) => timingSafeEqual(hmac(key, at, body), signature)).includes(true);
}

/** Signs a request of ours in the same way. */
export function signatureOf(key: string, body: Uint8Array, nowSeconds: number): string {
  const at = String(Math.floor(nowSeconds));
  return `t=${at},v1=${hmac(key, at, body).toString('hex')}`;
}

function hmac(key: string, at: string, body: Uint8Array): Buffer {
  return createHmac('sha256', key).update(`${at}.`).update(body).digest();
}
