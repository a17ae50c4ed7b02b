import { birthOf } from '@kyzmat/engines';
import type { Place, Ports } from '@kyzmat/world';
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** What a running launcher tells others about itself. */
export interface Holder {
  readonly pid: number;
  /** When that process began, by the system: a number used again later does not fool us. */
  readonly birth: string;
  /** Where everything is, once it is up. */
  readonly running?: Running;
}

interface Running {
  readonly ports: Ports;
  readonly engines: Place['engines'];
}

export interface Lock {
  /** The lock of a launcher that was killed lay here: what it started may still be ending. */
  readonly wasStale: boolean;
  publish(running: Running): void;
  release(): void;
}

/** Takes the lock of a data folder, or tells who has it. A lock whose holder is gone counts for nothing. */
export function takeLock(file: string): Lock | Holder {
  mkdirSync(dirname(file), { recursive: true });
  const self: Holder = { pid: process.pid, birth: birthOf(process.pid) ?? '' };
  let wasStale = false;
  while (!create(file, self)) {
    const holder = liveHolder(file);
    if (holder !== undefined) return holder;
    rmSync(file, { force: true });
    wasStale = true;
  }
  return {
    wasStale,
    publish(running) {
      write(`${file}.part`, { ...self, running });
      renameSync(`${file}.part`, file);
    },
    release: () => rmSync(file, { force: true }),
  };
}

export const isLock = (value: Lock | Holder): value is Lock => 'release' in value;

/** The launcher that holds the lock and lives. */
export function liveHolder(file: string): Holder | undefined {
  try {
    const holder: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return isHolder(holder) && birthOf(holder.pid) === holder.birth ? holder : undefined;
  } catch {
    return undefined;
  }
}

/** Makes the file with its content in one step, only if nobody has. */
function create(file: string, holder: Holder): boolean {
  const draft = `${file}.${holder.pid}`;
  write(draft, holder);
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft);
  }
}

const write = (file: string, holder: Holder): void => writeFileSync(file, JSON.stringify(holder));

function isHolder(value: unknown): value is Holder {
  if (typeof value !== 'object' || value === null) return false;
  return (
    'pid' in value && typeof value.pid === 'number' && 'birth' in value && typeof value.birth === 'string'
  );
}
