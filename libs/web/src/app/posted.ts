/** A form as it was posted: flat names, each with one text or several. */
export type Fields = Readonly<Record<string, string | string[]>>;

/** Reads the body the form parser left; anything else counts as an empty form. */
export function postedFields(body: unknown): Fields {
  if (typeof body !== 'object' || body === null) return {};
  const fields: Record<string, string | string[]> = {};
  for (const [name, value] of Object.entries(body)) {
    if (typeof value === 'string') fields[name] = value;
    else if (Array.isArray(value)) fields[name] = value.filter((text) => typeof text === 'string');
  }
  return fields;
}

/** One text of a form, without the spaces around it; empty when it was not posted. */
export function one(fields: Fields, name: string): string {
  const value = fields[name];
  return (typeof value === 'string' ? value : (value?.[0] ?? '')).trim();
}

/** All texts of a name, such as ticked boxes. */
export function several(fields: Fields, name: string): string[] {
  const value = fields[name];
  return value === undefined ? [] : [value].flat();
}

/** What a person typed: the form without what the page itself put into it (`_csrf`, `version`, buttons). */
export function typedOnly(fields: Fields): Fields {
  return Object.fromEntries(
    Object.entries(fields).filter(([name]) => !name.startsWith('_') && name !== 'version'),
  );
}

/** One parameter of an address. */
export function asked(query: Readonly<Record<string, unknown>>, name: string): string | undefined {
  const value = query[name];
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}
