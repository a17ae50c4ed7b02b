import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Request, Response } from 'express';

/**
 * A browser in which somebody has signed in before. Its tries are counted by themselves, so that a stranger who guesses
 * somebody's password elsewhere locks the stranger out and not the owner.
 */
export interface Devices {
  /**
   * Under what name tries with this login are counted. By what was typed, and not by whose it is: otherwise a closed PIN
   * would tell which telephone belongs to it.
   */
  triesName(request: Request, login: string, account: string | undefined): string;
  remember(request: Request, response: Response, account: string): void;
}

const cookie = 'kz_identity_device';
const yearMs = 365 * 24 * 3_600_000;

export function openDevices(secret: string, https: boolean): Devices {
  const mark = (id: string, account: string): string =>
    createHmac('sha256', secret).update(`device:${id}:${account}`).digest('base64url');
  const known = (request: Request, account: string): string | undefined => {
    const [id = '', given = ''] = cookieOf(request).split('.');
    const wanted = Buffer.from(mark(id, account));
    const bytes = Buffer.from(given);
    return id !== '' && bytes.length === wanted.length && timingSafeEqual(bytes, wanted) ? id : undefined;
  };
  return {
    triesName(request, login, account) {
      const device = account === undefined ? undefined : known(request, account);
      return device === undefined ? `own:${login}` : `own:${login}:${device}`;
    },
    remember(request, response, account) {
      if (known(request, account) !== undefined) return;
      const id = randomBytes(16).toString('base64url');
      response.cookie(cookie, `${id}.${mark(id, account)}`, {
        httpOnly: true,
        sameSite: 'lax',
        secure: https,
        maxAge: yearMs,
        path: '/',
      });
    },
  };
}

function cookieOf(request: Request): string {
  const pairs = (request.headers.cookie ?? '').split(/; */);
  const own = pairs.find((pair) => pair.startsWith(`${cookie}=`));
  return own === undefined ? '' : decodeURIComponent(own.slice(cookie.length + 1));
}
