/** Reads one variable of the environment. `where` says whether this is production. Throws to refuse. */
export interface Reader<T> {
  readonly variable: string;
  read(raw: string | undefined, where: { readonly production: boolean }): T;
}
export type Spec = Readonly<Record<string, Reader<unknown>>>;
export type ConfigOf<S extends Spec> = { readonly [K in keyof S]: S[K] extends Reader<infer T> ? T : never };
/** A value that never prints: only reveal() gives it out. */
export declare class Secret<T> {
  constructor(value: T);
  reveal(): T;
}
export declare class ConfigError extends Error {
  readonly problems: readonly string[];
}
/** `readConfig(process.env, { port: port('PORT', 3001), session: secret('SESSION_SECRET') })` */
export declare function readConfig<S extends Spec>(
  env: Readonly<Record<string, string | undefined>>,
  spec: S,
): ConfigOf<S>;
export declare function text(variable: string, fallback?: string): Reader<string>;
export declare function oneOf<const T extends string>(
  variable: string,
  allowed: readonly T[],
  fallback?: T,
): Reader<T>;
/** An absolute address without a slash at its end; `http` and `https` unless told otherwise. */
export declare function url(variable: string, fallback?: string, schemes?: readonly string[]): Reader<string>;
export declare function port(variable: string, fallback?: number): Reader<number>;
export declare function integer(
  variable: string,
  range: { min: number; max: number; fallback?: number },
): Reader<number>;
export declare function flag(variable: string, fallback?: boolean): Reader<boolean>;
/** Comma separated. */
export declare function list(variable: string, fallback?: readonly string[]): Reader<readonly string[]>;
export declare function secret(variable: string): Reader<Secret<string>>;
/** A private key as JWK. */
export declare function secretKey(variable: string): Reader<Secret<JsonWebKey>>;
/** JSON text checked by `parse`, which throws what is wrong. */
export declare function json<T>(variable: string, parse: (value: unknown) => T): Reader<T>;
export declare function optional<T>(reader: Reader<T>): Reader<T | undefined>;
import type { JsonWebKey } from 'node:crypto';
