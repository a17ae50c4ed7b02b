import { root, runToEnd, spawnGuarded, type Command } from '@kyzmat/engines';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { toolEnvironment, type Place } from './environment.ts';

const fileOf = (name: string): string => join(root, 'tools', name, `${name}.ts`);

/**
 * Runs `tools/<name>/<name>.ts` to its end on the platform of this place, if there is such a tool. Throws with what it
 * printed when it fails.
 */
export async function runTool(name: string, place: Place): Promise<void> {
  if (!existsSync(fileOf(name))) return;
  const { code, signal, printed } = await runToEnd(commandOf(name, place, []));
  if (code !== 0)
    throw new Error(`tools/${name} failed (${signal ?? `code ${String(code)}`})\n${printed.trimEnd()}`);
}

/** The same in this terminal; gives its exit code. */
export async function showTool(name: string, place: Place, args: readonly string[]): Promise<number> {
  const guarded = spawnGuarded({ ...commandOf(name, place, args), output: 'inherit', graceSeconds: 10 });
  const { code } = await guarded.exited;
  return code ?? 1;
}

const commandOf = (
  name: string,
  place: Place,
  args: readonly string[],
): Omit<Command, 'output' | 'graceSeconds'> => ({
  file: process.execPath,
  args: [fileOf(name), ...args],
  env: toolEnvironment(place),
  cwd: root,
});
