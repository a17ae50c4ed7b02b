import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { makeWhole } from './folder.ts';
import { checkHashes } from './kafka.ts';

let dir = '';
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'kyzmat-provision-'));
});
afterEach(() => rm(dir, { recursive: true }));

test('a file is made once, and whole', async () => {
  const target = join(dir, 'deep', 'file');
  let fills = 0;
  const fill = async (temporary: string): Promise<void> => {
    fills += 1;
    await writeFile(temporary, 'content');
  };
  await makeWhole(target, fill);
  await makeWhole(target, fill);
  assert.equal(await readFile(target, 'utf8'), 'content');
  assert.equal(fills, 1);
});

test('what fails leaves nothing behind', async () => {
  const fill = async (temporary: string): Promise<void> => {
    await mkdir(temporary);
    await writeFile(join(temporary, 'half'), '');
    throw new Error('the network is gone');
  };
  await assert.rejects(makeWhole(join(dir, 'folder'), fill), /the network is gone/);
  assert.deepEqual(await readdir(dir), []);
});

test('two who make the same folder at once both go on with a whole one', async () => {
  const target = join(dir, 'folder');
  const fill = async (temporary: string): Promise<void> => {
    await mkdir(temporary);
    await writeFile(join(temporary, 'a'), '');
    await writeFile(join(temporary, 'b'), '');
  };
  await Promise.all([makeWhole(target, fill), makeWhole(target, fill)]);
  assert.deepEqual(await readdir(target), ['a', 'b']);
  assert.deepEqual(await readdir(dir), ['folder']);
});

test('files are accepted only when each is the pinned one, and none is missing or foreign', async () => {
  const ofA = 'ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb';
  await writeFile(join(dir, 'one.jar'), 'a');
  await checkHashes(dir, `${ofA}  one.jar\n`);
  await assert.rejects(checkHashes(dir, `${ofA}  one.jar\n${ofA}  two.jar\n`), /two\.jar/);
  await writeFile(join(dir, 'two.jar'), 'b');
  await assert.rejects(checkHashes(dir, `${ofA}  one.jar\n`), /two\.jar/);
  await assert.rejects(checkHashes(dir, `${ofA}  one.jar\n${ofA}  two.jar\n`), /not the pinned ones/);
});
