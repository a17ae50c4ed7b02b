import { spawn, type ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const guard = fileURLToPath(new URL('../guard.sh', import.meta.url));

export interface Command {
  readonly file: string;
  readonly args: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  readonly cwd?: string;
  /** Where standard output and errors go: a file descriptor, this terminal, or `stdout` and `stderr` of the child. */
  readonly output: number | 'inherit' | 'pipe';
  /** How long it may take to end by itself before it is killed. */
  readonly graceSeconds: number;
}

export interface Exit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** A process that cannot outlive this one, even when this one is killed with -9; nor can its own children. */
export interface Guarded {
  readonly pid: number;
  readonly child: ChildProcess;
  /** Settles once, when the process has ended; never rejects. */
  readonly exited: Promise<Exit>;
  isRunning(): boolean;
  /** Asks it to end (SIGTERM), and kills it with all its children when the grace is over. */
  stop(): Promise<Exit>;
  kill9(): Promise<Exit>;
}

const running = new Set<Guarded>();

/** Kills whatever this process has started and still runs. */
export async function killAll(): Promise<void> {
  await Promise.all([...running].map((guarded) => guarded.kill9()));
}

/** Starts a command under guard.sh, as the leader of its own process group, so that Ctrl-C does not reach it. */
export function spawnGuarded(command: Command): Guarded {
  const { output, graceSeconds } = command;
  const child = spawn('/bin/sh', [guard, String(Math.ceil(graceSeconds)), command.file, ...command.args], {
    detached: true,
    stdio: ['ignore', output, output, 'pipe'],
    env: command.env ?? process.env,
    ...(command.cwd === undefined ? {} : { cwd: command.cwd }),
  });
  const { pid } = child;
  if (pid === undefined) throw new Error(`${command.file} could not be started`);
  child.stdio[3]?.on('error', () => undefined);

  let alive = true;
  const exited = new Promise<Exit>((resolve) => {
    child.once('exit', (code, signal) => {
      alive = false;
      running.delete(guarded);
      killGroup(pid); // the watcher, and children that were left behind
      resolve({ code, signal });
    });
  });
  const kill9 = (): Promise<Exit> => {
    if (alive) killGroup(pid);
    return exited;
  };
  const guarded: Guarded = {
    pid,
    child,
    exited,
    isRunning: () => alive,
    kill9,
    async stop() {
      if (alive) child.kill('SIGTERM');
      const late = new AbortController();
      const deadline = sleep(graceSeconds * 1000, undefined, { signal: late.signal }).then(
        kill9,
        () => exited,
      );
      const exit = await Promise.race([exited, deadline]);
      late.abort();
      return exit;
    },
  };
  running.add(guarded);
  return guarded;
}

function killGroup(leader: number): void {
  try {
    process.kill(-leader, 'SIGKILL');
  } catch {
    // nobody is left in the group
  }
}

/** Runs a command to its end and gives what it printed. */
export async function runToEnd(
  command: Omit<Command, 'output' | 'graceSeconds'> & { readonly graceSeconds?: number },
): Promise<Exit & { readonly printed: string }> {
  const guarded = spawnGuarded({ graceSeconds: 5, ...command, output: 'pipe' });
  const printed: string[] = [];
  for (const stream of [guarded.child.stdout, guarded.child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => printed.push(text));
  }
  await new Promise((resolve) => guarded.child.once('close', resolve));
  return { ...(await guarded.exited), printed: printed.join('') };
}
