import { root } from '@kyzmat/engines';
import { processes, type ProcessName } from '@kyzmat/world';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

export interface StartOptions {
  /** Begin anew: throw away data, secrets and logs. */
  readonly reset: boolean;
  /** Where everything is kept. */
  readonly folder: string;
  readonly freePorts: boolean;
  readonly only?: readonly ProcessName[];
  readonly apps?: string;
}

export const usage = `npm start                          the whole platform with its demo data
npm start -- --reset               the same, from the very beginning
npm start -- --data FOLDER         keep the data there instead of .kyzmat
npm start -- --free-ports          on any free ports
npm start -- --only portal,desk    only these processes and the engines
npm start -- --apps FOLDER         run FOLDER/<process>/src/main.ts instead of apps`;

/** The options of `npm start`, or what is wrong with them. */
export function readOptions(args: readonly string[]): StartOptions | string {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        reset: { type: 'boolean', default: false },
        data: { type: 'string', default: join(root, '.kyzmat') },
        'free-ports': { type: 'boolean', default: false },
        only: { type: 'string' },
        apps: { type: 'string' },
      },
    });
    return {
      reset: values.reset,
      folder: resolve(values.data),
      freePorts: values['free-ports'],
      ...(values.only === undefined ? {} : { only: values.only.split(',').map(processNamed) }),
      ...(values.apps === undefined ? {} : { apps: resolve(values.apps) }),
    };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function processNamed(name: string): ProcessName {
  const known = processes.find((process) => process.name === name);
  if (known === undefined) throw new Error(`There is no process ${name}.`);
  return known.name;
}
