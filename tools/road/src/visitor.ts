/** Where a chain of pages ended. */
export interface Page {
  readonly url: string;
  readonly status: number;
  readonly text: string;
}

const mostRedirects = 20;

/** A browser without a screen: keeps cookies by origin, follows redirects, posts forms. For tests and measurements. */
export class Visitor {
  readonly #cookies = new Map<string, Map<string, string>>();

  get(url: string, stopAt?: string): Promise<Page> {
    return this.#go(url, {}, stopAt);
  }

  post(url: string, fields: Readonly<Record<string, string>>, stopAt?: string): Promise<Page> {
    return this.#go(url, { method: 'POST', body: new URLSearchParams(fields) }, stopAt);
  }

  /** `stopAt`: an origin at which the chain ends before anything is asked of it. */
  async #go(start: string, init: RequestInit, stopAt?: string): Promise<Page> {
    let [url, request] = [start, init];
    for (let step = 0; step < mostRedirects; step++) {
      const response = await fetch(url, {
        ...request,
        redirect: 'manual',
        headers: { cookie: this.#cookieFor(url), 'accept-language': 'ky' },
      });
      this.#keep(url, response);
      const location = response.headers.get('location');
      if (location === null) return { url, status: response.status, text: await response.text() };
      await response.arrayBuffer();
      url = new URL(location, url).href;
      request = {};
      if (stopAt !== undefined && url.startsWith(stopAt)) return { url, status: response.status, text: '' };
    }
    throw new Error(`Too many redirects from ${start}`);
  }

  #cookieFor(url: string): string {
    const jar = this.#cookies.get(new URL(url).origin) ?? [];
    return [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  #keep(url: string, response: Response): void {
    const { origin } = new URL(url);
    const jar = this.#cookies.get(origin) ?? new Map<string, string>();
    this.#cookies.set(origin, jar);
    for (const cookie of response.headers.getSetCookie()) {
      const [pair = ''] = cookie.split(';', 1);
      const at = pair.indexOf('=');
      const value = pair.slice(at + 1);
      if (value === '') jar.delete(pair.slice(0, at));
      else jar.set(pair.slice(0, at), value);
    }
  }
}
