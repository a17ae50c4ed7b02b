import { createProgram, root, type Program } from '@kyzmat/engines';
import { join } from 'node:path';
import { environmentOf, type Place } from './environment.ts';
import type { ProcessName } from './processes.ts';

/**
 * Nine processes share one small machine: without this V8 lets each grow by what the whole machine would allow. Measured
 * on applications: 160 MB instead of 270 MB after the same work, and no slower.
 */
const frugal = ['--max-semi-space-size=8', '--max-old-space-size=256'];

/** One process of the platform, run from its source; ready when it says so itself. */
export function createService(name: ProcessName, place: Place, apps = join(root, 'apps')): Program {
  const address = `http://127.0.0.1:${place.ports[name]}/health/ready`;
  return createProgram({
    name,
    command: {
      file: process.execPath,
      args: [...frugal, join(apps, name, 'src', 'main.ts')],
      env: environmentOf(name, place),
      cwd: root,
      graceSeconds: 12,
    },
    log: join(place.folder, 'logs', `${name}.log`),
    readyWithinMs: 90_000,
    isReady: () => answersWell(address),
  });
}

async function answersWell(address: string): Promise<boolean> {
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(2000) });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}
