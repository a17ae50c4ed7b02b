import { root, runToEnd } from '@kyzmat/engines';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { toolEnvironment, type Place } from './environment.ts';

/**
 * Runs `tools/<name>/<name>.ts` to its end on the platform of this place, when there is one. Throws with what it
 * printed when it fails.
 */
export async function runTool(name: string, place: Place, args: readonly string[] = []): Promise<void> {
  const file = join(root, 'tools', name, `${name}.ts`);
  if (!existsSync(file)) return;
  const { code, signal, printed } = await runToEnd({
    file: process.execPath,
    args: [file, ...args],
    env: toolEnvironment(place),
    cwd: root,
  });
  if (code !== 0)
    throw new Error(`tools/${name} failed (${signal ?? `code ${String(code)}`})\n${printed.trimEnd()}`);
}
