import { createHash, type Hash } from 'node:crypto';

/** Headers that X-Road neither carries nor proves. */
export const skippedHeaders: ReadonlySet<string> = new Set([
  'transfer-encoding',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'te',
  'trailer',
  'upgrade',
  'connection',
  'user-agent',
  'host',
  'content-length',
  'server',
  'expect',
]);

interface RequestHash {
  update(chunk: Uint8Array): void;
  /** base64 SHA512(SHA512(head) + SHA512(body)); without a body SHA512(head). */
  digest(): string;
}

/** The hash of a REST message as X-Road defines it: verb, path with query, and headers, a line each; then the body. */
export function requestHash(
  verb: string,
  pathAndQuery: string,
  headers: readonly (readonly [name: string, value: string])[],
): RequestHash {
  const lines = [
    verb,
    pathAndQuery,
    ...headers
      .filter(([name]) => !skippedHeaders.has(name.toLowerCase()))
      .map(([name, value]) => `${name}:${value}`),
  ];
  const head = sha512()
    .update(lines.map((line) => `${line}\r\n`).join(''))
    .digest();
  const body = sha512();
  let hasBody = false;
  return {
    update(chunk) {
      hasBody ||= chunk.length > 0;
      body.update(chunk);
    },
    digest() {
      if (!hasBody) return head.toString('base64');
      return sha512().update(head).update(body.digest()).digest('base64');
    },
  };
}

const sha512 = (): Hash => createHash('sha512');
