import type { CmisObject } from './types.ts';

/** Unknown JSON as a map; empty when it is no object. */
function mapOf(value: unknown): ReadonlyMap<string, unknown> {
  return new Map<string, unknown>(
    typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : [],
  );
}

/** Properties of an object, both as `succinctProperties` and in the long form. */
function propertiesOf(value: unknown): ReadonlyMap<string, unknown> {
  const object = mapOf(value);
  const succinct = object.get('succinctProperties');
  if (succinct !== undefined) return mapOf(succinct);
  const entries = [...mapOf(object.get('properties'))];
  return new Map(entries.map(([name, property]) => [name, mapOf(property).get('value')]));
}

/** Throws TypeError when it is no object of CMIS. */
export function readObject(value: unknown): CmisObject {
  const properties = propertiesOf(value);
  const text = (name: string): string | undefined => {
    const found = properties.get(`cmis:${name}`);
    return typeof found === 'string' ? found : undefined;
  };
  const [id, name] = [text('objectId'), text('name')];
  const modified = properties.get('cmis:lastModificationDate');
  if (id === undefined || name === undefined || typeof modified !== 'number') {
    throw new TypeError('The repository did not answer with an object of CMIS');
  }
  const modifiedAt = new Date(modified).toISOString();
  const path = text('path');
  return {
    id,
    name,
    baseType: text('baseTypeId') ?? text('objectTypeId') ?? '',
    changeToken: text('changeToken') ?? modifiedAt,
    modifiedAt,
    ...(path === undefined ? {} : { path }),
  };
}

/** Rows of a query or of a list of parents, wherever the standard puts them. */
export function readRows(value: unknown): { readonly rows: readonly unknown[]; readonly more: boolean } {
  if (Array.isArray(value)) return { rows: value, more: false };
  const answer = mapOf(value);
  const rows: unknown = answer.get('results') ?? answer.get('objects');
  return { rows: Array.isArray(rows) ? rows : [], more: answer.get('hasMoreItems') === true };
}

/** What a row holds: parents come wrapped in `object`. */
export function readRow(value: unknown): CmisObject {
  return readObject(mapOf(value).get('object') ?? value);
}
