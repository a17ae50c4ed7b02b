import type { Principal, ProcessName } from '@kyzmat/auth';
import type { App } from '@kyzmat/kit';
import request, { type Response } from 'supertest';

/** The header of a call made by a process in somebody's name. */
export type Token = (process: ProcessName, principal: Principal) => { readonly Authorization: string };

/** Calls as people make them: citizens through the portal, staff through the desk. */
export interface Calls {
  get(who: Principal, path: string): Promise<Response>;
  post(who: Principal, path: string, body: object): Promise<Response>;
  put(who: Principal, path: string, body: object): Promise<Response>;
}

export function callsOf({ http }: App, token: Token): Calls {
  const as = (who: Principal) => token(who.role === 'user' ? 'portal' : 'desk', who);
  return {
    get: async (who, path) => request(http).get(path).set(as(who)),
    post: async (who, path, body) => request(http).post(path).set(as(who)).send(body),
    put: async (who, path, body) => request(http).put(path).set(as(who)).send(body),
  };
}
