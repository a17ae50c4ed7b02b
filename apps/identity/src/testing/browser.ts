/** What a browser saw: the status, the page, and where it was sent. */
export interface Seen {
  readonly status: number;
  readonly text: string;
  readonly location: string | undefined;
}

/** A browser without script: keeps cookies of one address, follows nothing by itself. */
export interface Browser {
  get(address: string): Promise<Seen>;
  post(address: string, fields?: Readonly<Record<string, string>>): Promise<Seen>;
  /** Posts a form with one file. */
  upload(address: string, name: string, file: Uint8Array<ArrayBuffer>): Promise<Seen>;
  /** Goes on while it is sent on within the same address. */
  follow(seen: Seen): Promise<Seen>;
}

export function openBrowser(base: string, language = 'ru', userAgent?: string): Browser {
  const cookies = new Map<string, string>([['kz_lang', language]]);
  const ask = async (address: string, init: RequestInit): Promise<Seen> => {
    const response = await fetch(new URL(address, base), {
      ...init,
      redirect: 'manual',
      headers: {
        Accept: 'text/html',
        'Sec-Fetch-Site': 'same-origin',
        ...(userAgent === undefined ? {} : { 'User-Agent': userAgent }),
        Cookie: [...cookies].map((pair) => pair.join('=')).join('; '),
      },
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [name = '', value = ''] = cookie.split(';', 1)[0]?.split(/=(.*)/s) ?? [];
      if (value === '') cookies.delete(name);
      else cookies.set(name, value);
    }
    const location = response.headers.get('location') ?? undefined;
    return { status: response.status, text: await response.text(), location };
  };
  const browser: Browser = {
    get: (address) => ask(address, {}),
    post: (address, fields = {}) => ask(address, { method: 'POST', body: new URLSearchParams(fields) }),
    upload(address, name, file) {
      const body = new FormData();
      body.set(name, new File([file], `${name}.p7s`));
      return ask(address, { method: 'POST', body });
    },
    async follow(seen) {
      let at = seen;
      while (at.location !== undefined && new URL(at.location, base).origin === new URL(base).origin)
        at = await browser.get(at.location);
      return at;
    },
  };
  return browser;
}
