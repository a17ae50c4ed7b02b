import type { JsonWebKey } from 'node:crypto';
import { Secret } from './secret.ts';

/** What a reader needs to know about where it runs. */
export interface Where {
  readonly production: boolean;
}

/** Reads one variable of the environment; throws an Error whose message says what the variable must be. */
export interface Reader<T> {
  readonly variable: string;
  read(raw: string | undefined, where: Where): T;
}

function reader<T>(
  variable: string,
  fallback: T | undefined,
  parse: (raw: string, where: Where) => T,
): Reader<T> {
  return {
    variable,
    read(raw, where) {
      const trimmed = raw?.trim() ?? '';
      if (trimmed !== '') return parse(trimmed, where);
      if (fallback === undefined) throw new Error('is missing');
      return fallback;
    },
  };
}

/** Any text that is not empty. */
export function text(variable: string, fallback?: string): Reader<string> {
  return reader(variable, fallback, (raw) => raw);
}

/** One of a closed list. */
export function oneOf<const T extends string>(
  variable: string,
  allowed: readonly T[],
  fallback?: T,
): Reader<T> {
  return reader(variable, fallback, (raw) => {
    const found = allowed.find((value) => value === raw);
    if (found === undefined) throw new Error(`must be one of ${allowed.join(', ')}`);
    return found;
  });
}

/**
 * An absolute address, given back without a slash at its end. A web address carries no password: that belongs in a
 * secret of its own. Of other schemes only the beginning is checked: a database may name several hosts.
 */
export function url(
  variable: string,
  fallback?: string,
  schemes: readonly string[] = ['http', 'https'],
): Reader<string> {
  return reader(variable, fallback, (raw) => {
    const scheme = schemes.find((each) => raw.startsWith(`${each}://`) && raw.length > each.length + 3);
    if (scheme === undefined || (isWeb(scheme) && !URL.canParse(raw))) {
      throw new Error(`must be an address that starts with ${schemes.join(':// or ')}://`);
    }
    if (isWeb(scheme) && new URL(raw).password !== '') throw new Error('must not carry a password');
    return raw.replace(/\/+$/, '');
  });
}

function isWeb(scheme: string): boolean {
  return scheme === 'http' || scheme === 'https';
}

/** A whole number within a range. */
export function integer(
  variable: string,
  range: { readonly min: number; readonly max: number; readonly fallback?: number },
): Reader<number> {
  return reader(variable, range.fallback, (raw) => {
    const value = /^-?\d{1,15}$/.test(raw) ? Number(raw) : Number.NaN;
    if (!(value >= range.min && value <= range.max)) {
      throw new Error(`must be a whole number from ${range.min} to ${range.max}`);
    }
    return value;
  });
}

/** A TCP port; 0 lets the system choose. */
export function port(variable: string, fallback?: number): Reader<number> {
  return integer(variable, { min: 0, max: 65535, ...(fallback === undefined ? {} : { fallback }) });
}

/** Comma separated texts. */
export function list(variable: string, fallback?: readonly string[]): Reader<readonly string[]> {
  return reader(variable, fallback, (raw) => {
    const items = raw.split(',').map((item) => item.trim());
    if (items.includes('')) throw new Error('must be a list separated by commas, without empty places');
    return Object.freeze(items);
  });
}

/** A secret text. One that starts with `demo-` is refused in production. */
export function secret(variable: string): Reader<Secret<string>> {
  return reader(variable, undefined, (raw, where) => {
    if (where.production && raw.startsWith('demo-')) throw new Error(demoRefusal);
    return new Secret(raw);
  });
}

/** A private key as JWK (RFC 7517). One marked `"demo": true` is refused in production. */
export function secretKey(variable: string): Reader<Secret<JsonWebKey>> {
  return reader(variable, undefined, (raw, where) => {
    const key = parseJson(raw, where);
    if (!isPrivateKey(key)) throw new Error('must be a private key as JWK');
    return new Secret(key);
  });
}

/** JSON checked by `parse`, which throws what is wrong. Anything marked `"demo": true` is refused in production. */
export function json<T>(variable: string, parse: (value: unknown) => T): Reader<T> {
  return reader(variable, undefined, (raw, where) => deepFreeze(parse(parseJson(raw, where))));
}

/** The same variable, but `undefined` when it is not set. */
export function optional<T>(inner: Reader<T>): Reader<T | undefined> {
  return {
    variable: inner.variable,
    read: (raw, where) => ((raw?.trim() ?? '') === '' ? undefined : inner.read(raw, where)),
  };
}

/** Of the demonstration alone: production refuses to start when it is set. */
export function demoOnly<T>(inner: Reader<T>): Reader<T | undefined> {
  const reader = optional(inner);
  return {
    variable: reader.variable,
    read(raw, where) {
      const value = reader.read(raw, where);
      if (value !== undefined && where.production)
        throw new Error('is of the demonstration, which is no production');
      return value;
    },
  };
}

const demoRefusal = 'is a demo secret, which production refuses';

function parseJson(raw: string, where: Where): unknown {
  let value: unknown;
  try {
    value = JSON.parse(raw);
  } catch {
    // The parser's own message quotes the text, which may be a secret.
    throw new Error('must be JSON');
  }
  if (where.production && carriesDemo(value)) throw new Error(demoRefusal);
  return value;
}

function carriesDemo(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return ('demo' in value && value.demo === true) || Object.values(value).some(carriesDemo);
}

function isPrivateKey(value: unknown): value is JsonWebKey {
  return (
    typeof value === 'object' &&
    value !== null &&
    'kty' in value &&
    'd' in value &&
    typeof value.d === 'string'
  );
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(deepFreeze);
  }
  return value;
}
