import { root } from '@kyzmat/engines';
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { rm, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { familyOf, launch, newFolder, parentOf, untilGone, type Launched } from '../testing.ts';

let folder = '';
before(async () => {
  folder = await newFolder();
});
after(() => rm(folder, { recursive: true }));

const start = 'tools/launcher/start.mjs';
const options = (): readonly string[] => [
  ...['--data', folder, '--free-ports'],
  ...['--only', 'portal,applications', '--apps', join(root, 'tools/world/fixtures/apps')],
];
const launchStubs = (): Promise<Launched> => launch(folder, [process.execPath, start, ...options()]);

const pidAt = async (url: string): Promise<number> => Number((await (await fetch(url)).text()).split(' ')[1]);

test('a crashed process comes back, a second launcher is refused, and Ctrl-C stops all in order', async () => {
  const launched = await launchStubs();
  const first = await pidAt(launched.urls.portal);
  await assert.rejects(launch(folder, [process.execPath, start, ...options()]), /runs on this data already/);

  await assert.rejects(fetch(`${launched.urls.portal}/crash`));
  while (!launched.printed().includes('portal is up again')) await sleep(20);
  assert.match(launched.printed(), /portal ended \(.*\); it is started again in 0.5 s/);
  assert.notEqual(await pidAt(launched.urls.portal), first);

  const family = familyOf(launched.pid);
  assert.ok(family.length >= 5, 'the launcher, two processes and their guards');
  assert.equal((await launched.interrupt()).code, 0);
  await untilGone(family);
  assert.match(launched.printed(), /stopping portal[^]*stopping applications[^]*Everything is stopped/);
  assert.deepEqual((await readdir(folder)).sort(), ['certificates', 'logs', 'secrets.json']);
});

test('kill -9 of the launcher leaves nothing behind, and the next start does not mind', async () => {
  const killed = await launchStubs();
  const family = familyOf(killed.pid);
  process.kill(killed.launcher, 'SIGKILL');
  await untilGone(family);
  assert.equal(existsSync(join(folder, 'launcher.json')), true);

  const next = await launchStubs();
  assert.equal((await next.interrupt()).code, 0);
});

test('kill -9 of the npm that started it stops everything', async () => {
  const npm = `"${process.execPath}" ${start} ${options().join(' ')}; exit`;
  const terminal = ['/bin/sh', '-c', `/bin/sh -c '${npm}'; sleep 1000`] as const;
  const launched = await launch(folder, terminal, { npm_lifecycle_event: 'start' });
  const family = familyOf(launched.launcher);
  const parent = parentOf(launched.launcher);
  assert.ok(parent !== undefined && parent !== launched.pid);
  process.kill(parent, 'SIGKILL');
  await untilGone(family);
  assert.match(launched.printed(), /Stopping: npm is gone/);
  await launched.kill9();
});

test('--reset begins anew', async () => {
  const launched = await launch(folder, [process.execPath, start, ...options(), '--reset']);
  assert.match(launched.printed(), /thrown away/);
  assert.equal((await launched.interrupt()).code, 0);
  assert.deepEqual((await readdir(folder)).sort(), ['certificates', 'logs', 'secrets.json']);
});
