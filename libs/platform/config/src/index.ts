export {
  demoOnly,
  integer,
  json,
  list,
  oneOf,
  optional,
  port,
  secret,
  secretKey,
  text,
  url,
} from './readers.ts';
export type { Reader, Where } from './readers.ts';
export { ConfigError, readConfig } from './read.ts';
export type { ConfigOf, Environment, Spec } from './read.ts';
export { Secret } from './secret.ts';
