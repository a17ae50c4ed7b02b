// What must be done before Node 24 and the dependencies are there. Runs on Node 20, with nothing installed.

import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import * as module from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { missingPrerequisites } from './prerequisites.mjs';

export const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const node24 = join(root, 'node_modules/.bin/node');

/**
 * Checks the machine, installs what the lockfile says, and goes on with the script under Node 24.
 * @param {string} script beside this file
 */
export async function boot(script) {
  process.env['KYZMAT_STARTED_AT'] ??= String(Math.round(performance.timeOrigin));
  const installed = isInstalled();
  const missing = missingPrerequisites({ npm: !installed });
  if (missing.length > 0)
    fail(`Something is missing on this machine:\n${missing.map((text) => `  - ${text}`).join('\n')}`);
  if (!installed) await install();
  await runUnder24(script);
}

/**
 * Goes on with the script under Node 24.
 * @param {string} script beside this file
 */
export async function runUnder24(script) {
  const file = join(root, 'tools/launcher', script);
  if (isNode24()) {
    module.enableCompileCache(join(root, '.kyzmat/cache/node'));
    await import(pathToFileURL(file).href);
  } else if (existsSync(node24)) process.exitCode = await run(node24, [file, ...process.argv.slice(2)]);
  else
    fail(
      `Node 24 is needed, and its package does not exist for this system: install it from https://nodejs.org`,
    );
}

const isNode24 = () => Number(process.versions.node.split('.')[0]) >= 24;

/** Whether node_modules is what the lockfile asks for, as npm itself wrote it down. */
function isInstalled() {
  const done = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(done)) return false;
  const asked = packagesOf(join(root, 'package-lock.json'));
  const found = packagesOf(done);
  return Object.entries(asked).every(([path, { version, integrity, optional, link }]) => {
    if (!path.includes('node_modules/')) return true;
    const there = found[path];
    if (there === undefined) return optional === true;
    return there.version === version && there.integrity === integrity && there.link === link;
  });
}

/**
 * @typedef {{ version?: string, integrity?: string, optional?: boolean, link?: boolean }} Locked
 * @param {string} lockfile
 * @returns {Record<string, Locked>}
 */
const packagesOf = (lockfile) => JSON.parse(readFileSync(lockfile, 'utf8')).packages;

async function install() {
  process.stdout.write('Installing the dependencies of the lockfile (npm ci), once\n');
  const code = await run('npm', ['ci', '--loglevel=error', '--no-audit', '--no-fund']);
  if (code !== 0) fail('npm ci failed: see above');
}

/**
 * Runs a command in this terminal. It ends when this process is asked to end, and also when it is killed.
 * @param {string} file
 * @param {string[]} args
 * @returns {Promise<number>} its exit code
 */
function run(file, args) {
  const guard = join(root, 'tools/engines/guard.sh');
  const child = spawn('/bin/sh', [guard, '60', file, ...args], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit', 'pipe'],
    detached: true,
  });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => child.kill(signal));
  }
  return new Promise((resolve) => {
    child.once('exit', (code) => {
      endGroup(child.pid);
      resolve(code ?? 1);
    });
  });
}

/**
 * @param {string} text
 * @returns {never}
 */
function fail(text) {
  process.stderr.write(`${text}\n`);
  process.exit(1);
}

/**
 * Ends the guard's watcher, and whoever was left behind.
 * @param {number | undefined} leader
 */
function endGroup(leader) {
  try {
    if (leader !== undefined) process.kill(-leader, 'SIGKILL');
  } catch {
    // nobody was left
  }
}
