import { root } from '@kyzmat/engines';
import { join } from 'node:path';
import type { PortName, Ports } from './ports.ts';
import { processes, type ProcessName } from './processes.ts';
import { ownSecret, type Secrets } from './secrets.ts';

/** Where a platform runs: enough to tell each process what it must know. */
export interface Place {
  readonly ports: Ports;
  readonly secrets: Secrets;
  readonly engines: { readonly kafkaBrokers: string; readonly mongodbUri: string };
  /** Everything that is kept lies here. */
  readonly folder: string;
}

export type Environment = Readonly<Record<string, string>>;

/**
 * The whole environment of one process: the ports and addresses of all, its own key and only the secrets that it
 * needs. Nothing of the surrounding environment passes but what a program needs to run at all.
 */
export function environmentOf(name: ProcessName, place: Place): Environment {
  const entry = processes.find((known) => known.name === name);
  const { values, keys } = place.secrets;
  return {
    ...surroundings(),
    ...addresses(place),
    PORT: String(place.ports[name]),
    HOST: '127.0.0.1',
    SERVICE_KEY: JSON.stringify(keys[name]?.privateKey),
    SERVICE_KEYS: publicKeys(place.secrets),
    CERTIFICATES_DIR: join(place.folder, 'certificates', name),
    ...mapValues(entry?.ports ?? {}, (port) => String(place.ports[port])),
    ...Object.fromEntries((entry?.secrets ?? []).map((secret) => [secret, values[secret] ?? ''])),
    ...(entry?.sessions === true ? { SESSION_SECRET: values[ownSecret('SESSION_SECRET', name)] ?? '' } : {}),
  };
}

/** The environment of a tool that drives the whole demo platform (seed, demo, bench): every secret, every key. */
export function toolEnvironment(place: Place): Environment {
  const { values, keys } = place.secrets;
  return {
    ...surroundings(),
    ...addresses(place),
    ...values,
    SERVICE_KEYS: publicKeys(place.secrets),
    SERVICE_PRIVATE_KEYS: JSON.stringify(mapValues(keys, ({ privateKey }) => privateKey)),
    CERTIFICATES_DIR: join(place.folder, 'certificates'),
  };
}

function addresses({ ports, engines }: Place): Environment {
  const urls = mapKeys(addressesOf(ports), (name) => `${name.toUpperCase()}_URL`);
  const at = (port: PortName): string => `127.0.0.1:${ports[port]}`;
  return {
    ...urls,
    MONGODB_URI: engines.mongodbUri,
    KAFKA_BROKERS: engines.kafkaBrokers,
    TUNDUK_TLS_URL: `https://${at('tunduk-tls')}`,
    SECURITY_SERVER_URL: `http://${at('security-server')}`,
    DEMO_CLOCK_URL: `http://${at('sandbox')}/clock`,
    SCANNER_URL: `tcp://${at('scanner')}`,
    SMTP_URL: `smtp://${at('smtp')}`,
    LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'info',
  };
}

/**
 * Where each process is. What a browser sees is `localhost`, the address that people type, so that cookies and the
 * addresses of the sign-in fit; what only processes call is the number, which needs no look-up.
 */
export function addressesOf(ports: Ports): Readonly<Record<ProcessName, string>> {
  const seen = (port: PortName): string => `http://localhost:${ports[port]}`;
  const inner = (port: PortName): string => `http://127.0.0.1:${ports[port]}`;
  return {
    portal: seen('portal'),
    desk: seen('desk'),
    identity: seen('identity'),
    sandbox: seen('sandbox'),
    applications: inner('applications'),
    payments: inner('payments'),
    notifications: inner('notifications'),
    providers: inner('providers'),
    tunduk: inner('tunduk'),
  };
}

const publicKeys = ({ keys }: Secrets): string =>
  JSON.stringify(mapValues(keys, ({ publicKey }) => publicKey));

function surroundings(): Environment {
  const passed = ['PATH', 'HOME', 'TMPDIR', 'LANG', 'LC_ALL'];
  const given = passed.flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return {
    ...Object.fromEntries(given),
    TZ: 'UTC',
    MALLOC_ARENA_MAX: '2', // for glibc, which otherwise keeps freed memory in an arena a thread
    NODE_COMPILE_CACHE: join(root, '.kyzmat', 'cache', 'node'),
  };
}

function mapValues<T, U>(record: Readonly<Record<string, T>>, map: (value: T) => U): Record<string, U> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));
}

function mapKeys<T>(record: Readonly<Record<string, T>>, map: (key: string) => string): Record<string, T> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [map(key), value]));
}
