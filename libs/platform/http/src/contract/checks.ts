import { Ajv2020, type AnySchemaObject, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import { closed } from './closed.ts';
import type { ContractDocument } from './document.ts';
import type { Content, Operation, Parameter } from './operations.ts';

/** One thing wrong with a message: where, and what the contract wants. Never the value itself. */
export interface Fault {
  readonly in: 'path' | 'query' | 'header' | 'body';
  /** JSON pointer into it (RFC 6901). */
  readonly at: string;
  readonly what: string;
}

export interface OperationChecks {
  readonly path: ValidateFunction;
  readonly query: ValidateFunction;
  readonly header: ValidateFunction;
  /** By media type; a type without a check is taken as it comes. */
  readonly body: ReadonlyMap<string, ValidateFunction>;
  /** Compiled when first asked for: tests alone check answers. */
  answer(status: number, mediaType: string): ValidateFunction | undefined;
}

/** Words of OpenAPI around and inside schemas that say nothing about validity. */
const annotations = [
  ...['openapi', 'info', 'servers', 'paths', 'components', 'security', 'tags', 'externalDocs'],
  ...['discriminator', 'xml', 'example'],
];
const faultLimit = 20;

const formats = {
  uri: (text: string) => URL.canParse(text),
  date: /^\d{4}-\d\d-\d\d$/,
  'date-time': (text: string) => !Number.isNaN(Date.parse(text)),
  byte: /^[A-Za-z0-9+/]*={0,2}$/,
  binary: true as const,
};

/**
 * Compiles the checks of a contract once. Bodies are taken exactly as they are, without members nobody named; parameters,
 * which are text on the wire, become the numbers and booleans their schema names. A word the contract misspells stops the
 * start.
 */
export function checksFor(document: ContractDocument): (operation: Operation) => OperationChecks {
  const options = { allErrors: true, strict: true, strictTypes: false, strictRequired: false, formats };
  const exact = new Ajv2020(options);
  const closing = new Ajv2020(options);
  const coercing = new Ajv2020({ ...options, coerceTypes: true });
  for (const ajv of [exact, closing, coercing]) {
    ajv.addVocabulary(annotations);
    for (const [address, file] of document.files)
      ajv.addSchema(ajv === closing ? closed(file) : { ...file }, address, false, false);
  }
  const compile = (address: string) => exact.compile({ $ref: address });
  const compileClosed = (address: string) => closing.compile({ $ref: address });
  const compileParameters = (parameters: readonly Parameter[], closed: boolean) =>
    coercing.compile(parametersSchema(parameters, closed));

  return ({ parameters, body, answers }) => {
    const answerChecks = new Map<string, ValidateFunction | undefined>();
    return {
      path: compileParameters(parameters.path, true),
      // A filter that is misspelt and ignored would answer more than was asked for.
      query: compileParameters(parameters.query, true),
      header: compileParameters(parameters.header, false),
      body: compileContent(body?.content ?? new Map(), compileClosed),
      answer(status, mediaType) {
        const key = `${status} ${mediaType}`;
        if (!answerChecks.has(key)) {
          const content = answers.get(String(status)) ?? answers.get('default');
          const address = content?.get(mediaType);
          answerChecks.set(key, address === undefined ? undefined : compile(address));
        }
        return answerChecks.get(key);
      },
    };
  };
}

/** What a failed check found, at most twenty faults. */
export function faultsOf(place: Fault['in'], check: ValidateFunction): readonly Fault[] {
  return (check.errors ?? []).slice(0, faultLimit).map((error) => ({
    in: place,
    at: error.instancePath,
    what: describe(error),
  }));
}

function describe({ keyword, message = 'is wrong', params }: ErrorObject): string {
  if (keyword === 'additionalProperties') return `has a member the contract does not know: ${named(params)}`;
  if (keyword === 'enum' || keyword === 'const') return 'must be one of the values the contract names';
  return message;
}

function named(params: Readonly<Record<string, unknown>>): string {
  return String(params['additionalProperty']).slice(0, 80);
}

function compileContent(content: Content, compile: (address: string) => ValidateFunction) {
  const checks = new Map<string, ValidateFunction>();
  for (const [mediaType, address] of content) {
    if (isJsonType(mediaType) && address !== undefined) checks.set(mediaType, compile(address));
  }
  return checks;
}

/** JSON by its media type (RFC 6839 for the suffix). */
export function isJsonType(mediaType: string): boolean {
  return mediaType === 'application/json' || mediaType.endsWith('+json');
}

function parametersSchema(parameters: readonly Parameter[], closed: boolean): AnySchemaObject {
  return {
    type: 'object',
    properties: Object.fromEntries(parameters.map(({ name, schema }) => [name, { $ref: schema }])),
    required: parameters.filter(({ required }) => required).map(({ name }) => name),
    ...(closed ? { additionalProperties: false } : {}),
  };
}
