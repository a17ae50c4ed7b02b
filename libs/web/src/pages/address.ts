/** Of an address of this site only: `//other.example` would be read by browsers as another site. */
export function splitUrl(url: string): { path: string; query: URLSearchParams } {
  const [path = '/', query = ''] = url.split('?', 2);
  return { path: `/${path.replace(/^[/\\]+/, '')}`, query: new URLSearchParams(query) };
}

/** The address with one part of its query set to a value. */
export function withQuery(url: string, name: string, value: string): string {
  const { path, query } = splitUrl(url);
  query.set(name, value);
  return `${path}?${query.toString()}`;
}
