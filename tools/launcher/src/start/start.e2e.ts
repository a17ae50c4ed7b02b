import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { familyOf, launch, newFolder, untilGone, type Launched } from '../testing.ts';

let folder = '';
before(async () => {
  folder = await newFolder();
});
after(() => rm(folder, { recursive: true }));

const npmStart = (): Promise<Launched> =>
  launch(folder, ['npm', 'start', '--', '--data', folder, '--free-ports'], {
    KAFKA_BROKERS: undefined,
    MONGODB_URI: undefined,
  });

test('npm start: everything comes up from nothing, shows a page, and Ctrl-C leaves nothing running', async () => {
  const launched = await npmStart();
  const page = await fetch(launched.urls.portal);
  assert.equal(page.status, 200);
  assert.match(page.headers.get('content-type') ?? '', /text\/html/);
  assert.match(launched.printed(), new RegExp(`Kyzmat is ready[^]*${launched.urls.portal} [^]*Ctrl-C`));

  const family = familyOf(launched.pid);
  await launched.interrupt();
  await untilGone(family);
  assert.match(launched.printed(), /Stopping: Ctrl-C[^]*Everything is stopped/);
});

test('npm start again on the same data, killed with -9 in full run: nothing stays', async () => {
  const launched = await npmStart();
  assert.equal((await fetch(launched.urls.portal)).status, 200);
  const family = familyOf(launched.pid);
  process.kill(launched.launcher, 'SIGKILL');
  await untilGone(family);
});
