/** Where a browser has come, and what stands there. */
export interface Seen {
  readonly status: number;
  readonly url: URL;
  readonly text: string;
}

/** A browser without script: keeps cookies of each address, and goes on wherever it is sent. */
export interface Browser {
  open(address: string | URL): Promise<Seen>;
  /** Posts a form, with the token of the page it stands on. */
  post(address: string | URL, fields: Readonly<Record<string, string>>, page?: Seen): Promise<Seen>;
}

const mostSteps = 20;

export function openBrowser(): Browser {
  const jars = new Map<string, Map<string, string>>();

  async function ask(url: URL, init: RequestInit, steps = 0): Promise<Seen> {
    const jar = jars.get(url.origin) ?? new Map<string, string>();
    jars.set(url.origin, jar);
    const response = await fetch(url, {
      ...init,
      redirect: 'manual',
      headers: {
        Accept: 'text/html',
        'Sec-Fetch-Site': 'same-origin',
        Cookie: [...jar].map((pair) => pair.join('=')).join('; '),
      },
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [name = '', value = ''] = cookie.split(';', 1)[0]?.split(/=(.*)/su) ?? [];
      if (value === '') jar.delete(name);
      else jar.set(name, value);
    }
    const text = await response.text();
    const location = response.headers.get('location');
    if (location === null) return { status: response.status, url, text };
    if (steps === mostSteps) throw new Error(`Sent on for ever, at last to ${location}`);
    return ask(new URL(location, url), {}, steps + 1);
  }

  return {
    open: (address) => ask(new URL(address), {}),
    post(address, fields, page) {
      const token = /name="_csrf" value="([^"]+)"/u.exec(page?.text ?? '')?.[1];
      const body = new URLSearchParams({ ...fields, ...(token !== undefined && { _csrf: token }) });
      return ask(new URL(address), { method: 'POST', body });
    },
  };
}
