import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify(argon2);
/** Argon2id as RFC 9106 recommends where memory is short: 64 MiB, 3 passes, 4 lanes. */
const cost = { memory: 65_536, passes: 3, parallelism: 4, tagLength: 32 };
const saltBytes = 16;

async function tagOf(password: string, nonce: Buffer): Promise<Buffer> {
  return derive('argon2id', { message: password.normalize('NFC'), nonce, ...cost });
}

/** Salt and tag, to be stored. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(saltBytes);
  return `${salt.toString('base64')}.${(await tagOf(password, salt)).toString('base64')}`;
}

/** Takes as long for a person that does not exist as for one that does. */
export async function isPassword(password: string, stored: string | undefined): Promise<boolean> {
  const [salt = '', tag = ''] = (stored ?? '').split('.');
  const nonce = salt === '' ? Buffer.alloc(saltBytes) : Buffer.from(salt, 'base64');
  const given = await tagOf(password, nonce);
  const wanted = tag === '' ? Buffer.alloc(cost.tagLength, 1) : Buffer.from(tag, 'base64');
  return timingSafeEqual(given, wanted) && stored !== undefined;
}
