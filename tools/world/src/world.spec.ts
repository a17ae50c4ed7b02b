import { birthOf, root } from '@kyzmat/engines';
import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import type { ProcessName } from './processes.ts';
import { startWorld } from './world.ts';

const apps = join(root, 'tools/world/fixtures/apps');

async function pidAt(url: string): Promise<number> {
  return Number((await (await fetch(url)).text()).split(' ')[1]);
}

test('a world runs on its own, its parts can be killed and started again, and nothing of it stays', async () => {
  const world = await startWorld({ apps, only: ['portal', 'applications'] });
  const { kafka, mongo } = world.engines;
  const pid = (name: ProcessName): number => world.processes.pid(name);
  const pids = [pid('portal'), pid('applications'), kafka.pid, mongo.pid];
  try {
    assert.equal(world.env('portal')['KAFKA_BROKERS'], kafka.brokers);
    assert.equal(await pidAt(world.urls.portal), world.processes.pid('portal'));

    await world.processes.kill9('applications');
    await assert.rejects(fetch(world.urls.applications));
    await world.processes.restart('applications');
    assert.equal(await pidAt(world.urls.applications), pid('applications'));
    assert.ok(!pids.includes(pid('applications')));

    await mongo.kill9();
    await mongo.start();
    assert.equal(await pidAt(world.urls.portal), pids[0]);
    assert.throws(() => pid('desk'), /not part of this world/);
    pids.push(pid('applications'), mongo.pid);
  } finally {
    await world.stop();
  }
  assert.deepEqual(pids.map(birthOf).filter(Boolean), []);
  assert.equal(existsSync(world.dir), false);
});

const worlds = (): readonly string[] =>
  readdirSync(tmpdir()).filter((name) => name.startsWith('kyzmat-world-'));

test('a world whose process does not come up says why, and leaves nothing behind', async () => {
  const before = new Set(worlds());
  const started = startWorld({ apps: join(apps, 'nowhere'), only: ['portal'] });
  await assert.rejects(started, /portal ended \(code 1\) before it was ready[^]*Cannot find module/);
  assert.deepEqual(
    worlds().filter((name) => !before.has(name)),
    [],
  );
});
