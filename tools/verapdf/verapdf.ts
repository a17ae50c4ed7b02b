/**
 * Asks veraPDF, the validator of the PDF Association, whether files are PDF/A-2a and PDF/UA-1: `verapdf.ts file…`.
 * Says pass or FAIL for each file and claim, with the rule broken; ends with 1 when one fails. Needs a JDK, and Maven
 * the first time.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
const jars = here('../../.kyzmat/engines/verapdf-1.30.2');

const run = (program: string, args: readonly string[], printTo: 'inherit' | 2 = 'inherit'): number => {
  const { status, error } = spawnSync(program, args, { stdio: ['ignore', printTo, 'inherit'] });
  if (error !== undefined) throw error;
  return status ?? 1;
};

/** Fetches the jars once; the folder is whole or not there. */
const fetchJars = (): void => {
  if (existsSync(jars)) return;
  const part = `${jars}.${process.pid}`;
  mkdirSync(dirname(jars), { recursive: true });
  const goal = ['dependency:copy-dependencies', `-DoutputDirectory=${part}`];
  if (run('mvn', ['-q', '-B', '-ntp', '-C', '-f', here('pom.xml'), ...goal], 2) !== 0) {
    rmSync(part, { recursive: true, force: true });
    throw new Error('Maven could not fetch veraPDF');
  }
  renameSync(part, jars);
};

fetchJars();
process.exitCode = run('java', ['-cp', join(jars, '*'), here('Check.java'), ...process.argv.slice(2)]);
