import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after, before } from 'node:test';
import { startChemistry, type Chemistry } from '@kyzmat/engines';
import { edmsOverXRoad } from '../edms/open.ts';
import { classify } from '../xroad/answer.ts';
import { changesSince } from '../answers/statement.ts';
import { folderAt, putLast, putOnce } from './folders.ts';
import { CmisFault, type Cmis } from './types.ts';

let dir: string;
let server: Chemistry;
let cmis: Cmis;

before(async () => {
  dir = await mkdtemp(join(tmpdir(), 'kyzmat-chemistry-'));
  server = await startChemistry({ dir });
  // The same client as over X-Road; only the way there is shorter.
  const open = edmsOverXRoad(
    async ({ path, method, headers = {}, body }) =>
      classify(
        await fetch(`${server.url}${path}`, {
          method,
          headers,
          ...(body === undefined ? {} : { body, duplex: 'half' as const }),
        }),
      ),
    () => server.account,
  );
  cmis = open({ kind: 'cmis', xroadService: 'any', repositoryId: 'A1', folder: '/kyzmat' }).cmis;
});
after(async () => {
  await server.stop();
  await rm(dir, { recursive: true, force: true });
});

const bytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
const document = (name: string, text: string) => ({ name, type: 'application/json', bytes: bytes(text) });
const once = (name: string, text: string) => ({
  ...document(name, text),
  bytes: () => Promise.resolve(bytes(text)),
});

test('P573-29g: a document system of somebody else takes folders and documents, each once', async () => {
  const path = '/kyzmat/АРЫЗ-1';
  const folder = await folderAt(cmis, path);
  assert.equal((await folderAt(cmis, path)).id, folder.id);
  assert.equal(folder.path, path);
  assert.equal(folder.name, 'АРЫЗ-1');

  const first = await putOnce(cmis, folder, path, once('request.json', '{"а":"Өмүр"}'));
  const again = await putOnce(cmis, folder, path, once('request.json', 'something else'));
  assert.deepEqual([first.existed, again.existed, again.object.id], [false, true, first.object.id]);
  const there = await cmis.content(first.object.id);
  assert.equal(new TextDecoder().decode(there), '{"а":"Өмүр"}');
  assert.deepEqual(
    (await cmis.parentsOf(first.object.id)).map(({ id }) => id),
    [folder.id],
  );
});

test('P573-29g: two who make the same folder at once get the same', async () => {
  const made = await Promise.all([1, 2, 3].map(() => folderAt(cmis, '/kyzmat/twice')));
  assert.equal(new Set(made.map(({ id }) => id)).size, 1);
});

test('C22-11: what was written since is found by its time, and a new version has a new token', async () => {
  const path = '/kyzmat/answers';
  const folder = await folderAt(cmis, path);
  await putLast(cmis, folder, path, document('registration.json', '{}'));
  const find = async () => {
    const { objects } = await cmis.query(changesSince('2020-01-01T00:00:00.000Z'), { skip: 0, max: 100 });
    return objects.find(({ name }) => name === 'registration.json');
  };
  const before = await find();
  assert.ok(before);
  await putLast(cmis, folder, path, document('registration.json', '{"registrationNumber":"1"}'));
  const later = await find();
  assert.ok(later);
  assert.notEqual(`${later.id} ${later.changeToken}`, `${before.id} ${before.changeToken}`);
  const none = await cmis.query(changesSince('2100-01-01T00:00:00.000Z'), { skip: 0, max: 100 });
  assert.deepEqual(none.objects, []);
});

test('what is not there is undefined or nothing, what is refused is a fault by its name', async () => {
  assert.equal(await cmis.byPath('/kyzmat/nowhere'), undefined);
  const folder = await folderAt(cmis, '/kyzmat/faults');
  const made = await cmis.createDocument(folder.id, document('a.json', '{}'));
  await assert.rejects(
    cmis.createDocument(folder.id, document('a.json', '{}')),
    (error: unknown) => error instanceof CmisFault && error.status === 409,
  );
  await cmis.remove(made.id);
  await cmis.remove(made.id);
  assert.equal(await cmis.content(made.id), undefined);
});
