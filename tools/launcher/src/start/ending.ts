import { birthOf } from '@kyzmat/engines';
import { spawnSync } from 'node:child_process';

/** The reason to stop: a signal, or the end of the npm that started us. Never comes by itself otherwise. */
export function untilAsked(): Promise<string> {
  return new Promise((resolve) => {
    process.on('SIGINT', () => resolve('Ctrl-C'));
    process.on('SIGTERM', () => resolve('SIGTERM'));
    process.on('SIGHUP', () => resolve('the terminal was closed'));
    if (process.env['npm_lifecycle_event'] === undefined) return;
    const above = startersAbove().map((pid) => ({ pid, birth: birthOf(pid) }));
    setInterval(() => {
      if (above.some(({ pid, birth }) => birthOf(pid) !== birth)) resolve('npm is gone');
    }, 500).unref();
  });
}

/** npm, and the shell by which it runs a script when that has stayed between the two. */
function startersAbove(): readonly number[] {
  const { stdout } = spawnSync('ps', ['-o', 'ppid=,comm=', '-p', String(process.ppid)], { encoding: 'utf8' });
  const [, above, name = ''] = /^\s*(\d+)\s+(.*)/.exec(stdout) ?? [];
  const isShell = /(^|\/)-?(ba|da|z)?sh$/.test(name.trim());
  return [process.ppid, ...(isShell ? [Number(above)] : [])];
}
