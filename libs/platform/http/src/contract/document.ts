import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { parse } from 'yaml';

export type Json = Readonly<Record<string, unknown>>;

/** A place inside one of the contract's files: the value, and the address it can be referred to by. */
export interface Node {
  readonly value: Json;
  /** `file:///…/applications.yaml#/paths/~1drafts` */
  readonly address: string;
}

export interface ContractDocument {
  readonly root: Node;
  /** Every file the contract is made of, by address. */
  readonly files: ReadonlyMap<string, Json>;
  /** The member `key` of a node, with a reference followed; undefined when it is absent. */
  member(node: Node, key: string): Node | undefined;
  /** The members of an object, or the items of a list, under `key`; none when it is absent. */
  members(node: Node, key: string): readonly (readonly [string, Node])[];
}

export function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Reads an OpenAPI file and the files beside it that it refers to. Throws when one cannot be read. */
export function readContract(path: string): ContractDocument {
  const files = new Map<string, Json>();
  const rootAddress = pathToFileURL(path).href;
  const load = (address: string): Json => {
    const known = files.get(address);
    if (known !== undefined) return known;
    const content: unknown = parse(readFileSync(new URL(address), 'utf8'));
    if (!isJson(content)) throw new Error(`${address} is no OpenAPI document`);
    files.set(address, content);
    for (const reference of referencesIn(content)) load(resolve(address, reference).file);
    return content;
  };

  function at(address: string): Node {
    const [file = '', pointer = ''] = address.split('#');
    let value: unknown = load(file);
    for (const part of pointer.split('/').slice(1)) {
      value = isJson(value) || Array.isArray(value) ? Reflect.get(value, unescapePointer(part)) : undefined;
    }
    if (!isJson(value)) throw new Error(`${address} leads nowhere`);
    return follow({ value, address });
  }

  function follow(node: Node): Node {
    const reference = node.value['$ref'];
    if (typeof reference !== 'string') return node;
    const { file, pointer } = resolve(node.address, reference);
    return at(`${file}#${pointer}`);
  }

  function child(value: unknown, address: string): Node | undefined {
    return isJson(value) ? follow({ value, address }) : undefined;
  }

  return {
    root: { value: load(rootAddress), address: `${rootAddress}#` },
    files,
    member: (node, key) => child(node.value[key], `${node.address}/${escapePointer(key)}`),
    members(node, key) {
      const address = `${node.address}/${escapePointer(key)}`;
      return Object.entries(node.value[key] ?? {}).flatMap(([name, value]) => {
        const found = child(value, `${address}/${escapePointer(name)}`);
        return found === undefined ? [] : [[name, found] as const];
      });
    },
  };
}

function resolve(base: string, reference: string): { file: string; pointer: string } {
  const [file = '', pointer = ''] = new URL(reference, base).href.split('#');
  return { file, pointer: decodeURIComponent(pointer) };
}

function referencesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = '$ref' in value && typeof value.$ref === 'string' ? [value.$ref] : [];
  return [...own, ...Object.values(value).flatMap(referencesIn)];
}

function escapePointer(part: string): string {
  return part.replaceAll('~', '~0').replaceAll('/', '~1');
}

function unescapePointer(part: string): string {
  return part.replaceAll('~1', '/').replaceAll('~0', '~');
}
