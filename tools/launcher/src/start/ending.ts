import { setInterval } from 'node:timers';

/** The reason to stop: a signal, or the end of the npm that started us. Never comes by itself otherwise. */
export function untilAsked(): Promise<string> {
  return new Promise((resolve) => {
    process.on('SIGINT', () => resolve('Ctrl-C'));
    process.on('SIGTERM', () => resolve('SIGTERM'));
    process.on('SIGHUP', () => resolve('the terminal was closed'));
    if (process.env['npm_lifecycle_event'] === undefined) return;
    const parent = process.ppid;
    setInterval(() => {
      if (process.ppid !== parent) resolve('npm is gone');
    }, 500).unref();
  });
}
