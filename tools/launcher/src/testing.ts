import { birthOf, root, spawnGuarded, type Exit } from '@kyzmat/engines';
import { addressesOf, type ProcessName } from '@kyzmat/world';
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { liveHolder } from './start/lock.ts';

/** A launcher as a person starts it, in a terminal of its own, which closes when the test ends. */
export interface Launched {
  readonly pid: number;
  /** The process that holds the lock. */
  readonly launcher: number;
  readonly urls: Readonly<Record<ProcessName, string>>;
  printed(): string;
  /** Ctrl-C: the signal goes to everybody in the terminal. npm passes it on and then ends by it itself. */
  interrupt(): Promise<Exit>;
  kill9(): Promise<void>;
}

export const newFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'kyzmat-start-'));

/** Runs a command that starts the platform on a folder, and waits until everything is up. */
export async function launch(
  folder: string,
  [file, ...args]: readonly [string, ...string[]],
  env: NodeJS.ProcessEnv = {},
): Promise<Launched> {
  const terminal = spawnGuarded({
    file,
    args,
    cwd: root,
    env: { ...process.env, npm_lifecycle_event: undefined, ...env },
    output: 'pipe',
    graceSeconds: 60,
  });
  const { pid } = terminal;
  let text = '';
  for (const stream of [terminal.child.stdout, terminal.child.stderr]) {
    stream?.setEncoding('utf8').on('data', (part: string) => (text += part));
  }
  const closed = once(terminal.child, 'close');
  while (terminal.isRunning()) {
    const holder = liveHolder(join(folder, 'launcher.json'));
    if (holder?.running !== undefined && familyOf(pid).includes(holder.pid)) {
      return {
        pid,
        launcher: holder.pid,
        urls: addressesOf(holder.running.ports),
        printed: () => text,
        async interrupt() {
          process.kill(-pid, 'SIGINT');
          await closed;
          return terminal.exited;
        },
        async kill9() {
          await terminal.kill9();
        },
      };
    }
    await Promise.race([sleep(50), closed]);
  }
  await closed;
  throw new Error(`the start failed:\n${text}`);
}

/** All processes that come from this one, itself included and first. */
export function familyOf(pid: number): readonly number[] {
  const pairs = pairsOfProcesses();
  const family = [pid];
  for (const parent of family) {
    family.push(...pairs.flatMap(([child, ppid]) => (ppid === parent ? [child] : [])));
  }
  return family;
}

export const parentOf = (pid: number): number | undefined =>
  pairsOfProcesses().find(([child]) => child === pid)?.[1];

function pairsOfProcesses(): readonly (readonly [pid: number, parent: number])[] {
  const { stdout } = spawnSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' });
  return stdout.split('\n').map((line) => {
    const [pid, parent] = line.trim().split(/\s+/);
    return [Number(pid), Number(parent)];
  });
}

export async function untilGone(pids: readonly number[]): Promise<void> {
  while (pids.some((pid) => birthOf(pid) !== undefined)) await sleep(50);
}
