import assert from 'node:assert/strict';
import supertest from 'supertest';
import type { Stage } from './stage.ts';

type Answer = supertest.Response;

/** A browser without script: keeps cookies, posts the token of the page it saw last. */
export interface Visitor {
  readonly agent: ReturnType<typeof supertest.agent>;
  /** What it has been given, for a browser that goes on in its place. */
  cookies(): { readonly name: string; readonly value: string }[];
  get(path: string): Promise<Answer>;
  /** Posts a form of our own page. */
  post(path: string, fields?: Record<string, string>): Promise<Answer>;
  signIn(person: string, to?: string): Promise<Answer>;
}

export function visitor({ app }: Stage, language = 'ky'): Visitor {
  const agent = supertest.agent(app.http);
  const cookies = new Map<string, string>();
  let token = '';
  const see = (answer: Answer): Answer => {
    token = tokenIn(answer.text) ?? token;
    for (const line of answer.get('Set-Cookie') ?? []) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/u.exec(line) ?? [];
      cookies.set(name, value);
    }
    return answer;
  };
  const get = async (path: string): Promise<Answer> =>
    see(await agent.get(path).set({ Accept: 'text/html', 'Accept-Language': language }));
  return {
    agent,
    cookies: () => [...cookies].map(([name, value]) => ({ name, value })),
    get,
    async post(path, fields = {}) {
      const sent = agent
        .post(path)
        .type('form')
        .set({ Accept: 'text/html', 'Sec-Fetch-Site': 'same-origin' });
      return see(await sent.set('Accept-Language', language).send({ _csrf: token, ...fields }));
    },
    async signIn(person, to = '/cabinet') {
      const asked = await get(`/sign-in?to=${encodeURIComponent(to)}`);
      assert.equal(asked.status, 302);
      const { searchParams } = new URL(asked.headers['location'] ?? '');
      assert.equal(searchParams.get('prompt'), 'login');
      assert.equal(searchParams.get('code_challenge_method'), 'S256');
      const state = searchParams.get('state') ?? '';
      const back = await get(`/auth/callback?code=${person}&state=${state}`);
      return back.status === 303 ? get(back.headers['location'] ?? '') : back;
    },
  };
}

export function tokenIn(html: string): string | undefined {
  return /name="_csrf" value="([^"]+)"/u.exec(html)?.[1];
}
