import type { Bytes } from './multipart.ts';

/** A folder or a document, as far as we need it. */
export interface CmisObject {
  readonly id: string;
  readonly name: string;
  /** `cmis:folder` or `cmis:document`. */
  readonly baseType: string;
  /** Of folders. */
  readonly path?: string;
  /** Changes with each change; the moment of the change where a repository has no tokens. */
  readonly changeToken: string;
  /** ISO-8601 UTC, by the repository's own clock. */
  readonly modifiedAt: string;
}

export interface NewDocument {
  readonly name: string;
  readonly type: string;
  readonly bytes: Bytes;
}

export interface Page {
  readonly objects: readonly CmisObject[];
  readonly more: boolean;
}

/**
 * A repository over the browser binding of CMIS 1.1. What the repository refuses is thrown as CmisFault; when it cannot
 * be reached, whatever `send` throws.
 */
export interface Cmis {
  /** Undefined when nothing is there. */
  byPath(path: string): Promise<CmisObject | undefined>;
  createFolder(parentId: string, name: string): Promise<CmisObject>;
  createDocument(parentId: string, document: NewDocument): Promise<CmisObject>;
  /** Replaces what a document holds. */
  setContent(id: string, document: NewDocument): Promise<CmisObject>;
  /** Nothing there is fine too. */
  remove(id: string): Promise<void>;
  /** Undefined when the document is no longer there. */
  content(id: string): Promise<Uint8Array<ArrayBuffer> | undefined>;
  parentsOf(id: string): Promise<readonly CmisObject[]>;
  query(statement: string, page: { readonly skip: number; readonly max: number }): Promise<Page>;
}

/** A refusal of the repository by its name in the standard: `constraint`, `nameConstraintViolation`, … */
export class CmisFault extends Error {
  override readonly name = 'CmisFault';
  readonly exception: string;
  readonly status: number;

  constructor(exception: string, status: number, message: string) {
    super(`${exception}: ${message}`);
    this.exception = exception;
    this.status = status;
  }
}

/** A request below the service's address; answers successes, undefined for what is not there, and throws CmisFault. */
export type CmisSend = (request: {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly contentType?: string;
  readonly body?: ReadableStream<Uint8Array>;
}) => Promise<Response | undefined>;
