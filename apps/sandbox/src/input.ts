/** A member of an unknown body as text; empty when it is not there or is no text. */
export function textIn(body: unknown, name: string): string {
  const value = memberOf(body, name);
  return typeof value === 'string' ? value : '';
}

/** A member of an unknown body; undefined when it is not there. */
export function memberOf(body: unknown, name: string): unknown {
  return typeof body === 'object' && body !== null ? new Map(Object.entries(body)).get(name) : undefined;
}

/** A query parameter; undefined when it is not there. */
export function queryText(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
