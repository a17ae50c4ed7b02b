import type { Page, Request } from 'playwright-core';

/** What changes something, leads out of the portal, or is no page. */
const noPage = /\.(?:pdf|json)$|\/files\/|\/sign-out|\/sign-in|\/pay$|\/autosave|\/live$/u;
const ids = /[0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{24,}|[0-9A-Z]{4}(?:-[0-9A-Z]{4}){2}-[0-9A-Z]/gu;

/** Addresses of every kind of page that links lead to, the first of a kind for all of it. */
export async function crawl(page: Page, origin: string, starts: readonly string[]): Promise<string[]> {
  const found = new Map<string, string>();
  const waiting = [...starts];
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const kind = kindOf(next);
    if (found.has(kind)) continue;
    // Some links lead to documents, which no page shows.
    const answer = await page.request.get(origin + next, { maxRedirects: 0 });
    if (answer.headers()['content-type']?.startsWith('text/html') !== true) continue;
    await page.goto(origin + next);
    found.set(kind, next);
    waiting.push(...(await linksOn(page, origin)));
  }
  return [...found.values()];
}

/** An address without what only says which one. */
function kindOf(address: string): string {
  const { pathname, searchParams } = new URL(address, 'http://portal');
  // Where an answer is changed from is no page of its own.
  const names = [...searchParams.keys()].filter((name) => name !== 'to').sort();
  return `${pathname.replaceAll(ids, ':id')}?${names.join()}`;
}

async function linksOn(page: Page, origin: string): Promise<string[]> {
  const links: unknown = await page.evaluate('[...document.links].map((link) => link.href)');
  const hrefs = Array.isArray(links) ? links.map(String) : [];
  return hrefs
    .filter((href) => href.startsWith(`${origin}/`))
    .map((href) => new URL(href))
    .filter(({ pathname, searchParams }) => !noPage.test(pathname) && !preference(searchParams))
    .map(({ pathname, search }) => pathname + search);
}

function preference(query: URLSearchParams): boolean {
  return query.has('lang') || query.has('look');
}

/** Bytes that came over the line since this was called, pictures aside. */
export function weigh(page: Page): () => Promise<number> {
  const sizes: Promise<number>[] = [];
  const add = (request: Request): void => {
    if (request.resourceType() === 'image') return;
    const size = request.sizes();
    sizes.push(
      size.then(({ responseBodySize, responseHeadersSize }) => responseBodySize + responseHeadersSize),
    );
  };
  page.on('requestfinished', add);
  return async () => {
    page.off('requestfinished', add);
    return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  };
}
