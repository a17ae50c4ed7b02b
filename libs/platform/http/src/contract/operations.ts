import type { ContractDocument, Node } from './document.ts';

export type Place = 'path' | 'query' | 'header';

export interface Parameter {
  readonly name: string;
  readonly required: boolean;
  /** Address of its schema. */
  readonly schema: string;
  /** Repeated in the query: always given to the check as a list. */
  readonly list: boolean;
  /** Stays text; anything else is read as what its schema names. */
  readonly textual: boolean;
}

/** Media types with the address of each one's schema, if it has one. */
export type Content = ReadonlyMap<string, string | undefined>;

export interface Operation {
  readonly method: string;
  /** `/drafts/{id}` */
  readonly path: string;
  readonly parameters: Readonly<Record<Place, readonly Parameter[]>>;
  readonly body: { readonly required: boolean; readonly content: Content } | undefined;
  /** Answers by status, `default` included. */
  readonly answers: ReadonlyMap<string, Content>;
  readonly needsToken: boolean;
}

const methods = ['get', 'put', 'post', 'delete', 'patch'];
const places: readonly Place[] = ['path', 'query', 'header'];

/** All operations of a contract, with references followed. */
export function readOperations(document: ContractDocument): readonly Operation[] {
  return document.members(document.root, 'paths').flatMap(([path, item]) =>
    methods.flatMap((method) => {
      const operation = document.member(item, method);
      return operation === undefined ? [] : [readOperation(document, method, path, item, operation)];
    }),
  );
}

function readOperation(
  document: ContractDocument,
  method: string,
  path: string,
  item: Node,
  operation: Node,
): Operation {
  const parameters = [...document.members(item, 'parameters'), ...document.members(operation, 'parameters')];
  const inPlace = (place: Place) =>
    parameters
      .filter(([, node]) => node.value['in'] === place)
      .map(([, node]) => readParameter(document, node));
  const body = document.member(operation, 'requestBody');
  const security = operation.value['security'] ?? document.root.value['security'] ?? [];
  return {
    method: method.toUpperCase(),
    path,
    parameters: { path: inPlace('path'), query: inPlace('query'), header: inPlace('header') },
    body: body && { required: body.value['required'] === true, content: readContent(document, body) },
    answers: new Map(
      document.members(operation, 'responses').map(([status, node]) => [status, readContent(document, node)]),
    ),
    needsToken: !Array.isArray(security) || security.length > 0,
  };
}

function readParameter(document: ContractDocument, node: Node): Parameter {
  const { name } = node.value;
  const schema = document.member(node, 'schema');
  if (
    typeof name !== 'string' ||
    schema === undefined ||
    !places.some((place) => place === node.value['in'])
  ) {
    throw new Error(`${node.address} is no parameter this door can check`);
  }
  return {
    name: node.value['in'] === 'header' ? name.toLowerCase() : name,
    required: node.value['required'] === true,
    schema: schema.address,
    list: schema.value['type'] === 'array',
    textual: schema.value['type'] === 'string',
  };
}

function readContent(document: ContractDocument, node: Node): Content {
  const entries = document.members(node, 'content');
  return new Map(
    entries.map(([type, media]) => [type.toLowerCase(), document.member(media, 'schema')?.address]),
  );
}
