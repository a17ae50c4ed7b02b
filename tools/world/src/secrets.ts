import { generateServiceKey, processNames, type ServiceKey } from '@kyzmat/auth';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { processes, sharedSecrets, type ProcessName } from './processes.ts';

/** Secrets by name; a process' own ones carry its name: `SESSION_SECRET_PORTAL`. */
export interface Secrets {
  readonly values: Readonly<Record<string, string>>;
  readonly keys: Readonly<Record<string, ServiceKey>>;
}

/** How a process' own secret is called among all. */
export const ownSecret = (secret: string, name: ProcessName): string => `${secret}_${name.toUpperCase()}`;

/**
 * The secrets of a folder, generated once and completed when the platform learns new ones. All of them say that they
 * are demo secrets, in a way that production refuses. Only the owner of the file may read it.
 */
export function secretsAt(file: string): Secrets {
  const known = readKnown(file);
  const secrets: Secrets = {
    values: { ...generateValues(), ...known.values },
    keys: { ...generateKeys(), ...known.keys },
  };
  const text = JSON.stringify(secrets, undefined, 2);
  if (text !== JSON.stringify(known, undefined, 2)) write(file, text);
  return secrets;
}

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.part`, text, { mode: 0o600 });
  renameSync(`${file}.part`, file);
}

function readKnown(file: string): Secrets {
  if (!existsSync(file)) return { values: {}, keys: {} };
  const known: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (!isSecrets(known)) throw new Error(`${file} is damaged; npm start -- --reset begins anew`);
  return known;
}

/** The file is written by this module only, and whole: its outline is enough. */
function isSecrets(value: unknown): value is Secrets {
  if (typeof value !== 'object' || value === null) return false;
  return (
    'values' in value && typeof value.values === 'object' && 'keys' in value && typeof value.keys === 'object'
  );
}

/** Short enough to be copied from the terminal. */
const typedByPeople: ReadonlySet<string> = new Set(['DEMO_STAFF_PASSWORD']);

function generateValues(): Record<string, string> {
  const own = processes
    .filter(({ sessions }) => sessions)
    .map(({ name }) => ownSecret('SESSION_SECRET', name));
  const made = (name: string): string => randomBytes(typedByPeople.has(name) ? 8 : 32).toString('base64url');
  return Object.fromEntries([...sharedSecrets, ...own].map((name) => [name, `demo-${made(name)}`]));
}

function generateKeys(): Record<string, ServiceKey> {
  return Object.fromEntries(processNames.map((name) => [name, generateServiceKey({ demo: true })]));
}
