import { killAll, root } from '@kyzmat/engines';
import { secretsAt, showTool, startWorld } from '@kyzmat/world';
import { join } from 'node:path';
import { liveHolder } from './start/lock.ts';

/**
 * Runs a tool (`tools/<name>/<name>.ts`) on the platform that `npm start` runs now, or else on one of its own that
 * vanishes afterwards. Ends this process with the tool's exit code.
 */
export async function runOnPlatform(name: string, args: readonly string[]): Promise<never> {
  // What waits below then goes on with what is left: it clears up and ends.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void killAll());
  const folder = join(root, '.kyzmat');
  const running = liveHolder(join(folder, 'launcher.json'))?.running;
  if (running !== undefined) {
    const secrets = secretsAt(join(folder, 'secrets.json'));
    process.exit(await showTool(name, { ...running, folder, secrets }, args));
  }
  process.stdout.write('Starting a platform of its own for this; it vanishes afterwards\n');
  try {
    const world = await startWorld();
    const code = await showTool(name, world.platform.place, args).finally(() => world.stop());
    process.exit(code);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
}
