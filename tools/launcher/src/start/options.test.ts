import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readOptions } from './options.ts';

test('the options of npm start', () => {
  const plain = readOptions([]);
  assert.ok(
    typeof plain === 'object' && !plain.reset && !plain.freePorts && plain.folder.endsWith('/.kyzmat'),
  );
  const all = ['--reset', '--data', '/data', '--free-ports', '--only', 'desk,portal', '--apps', '/apps'];
  assert.deepEqual(readOptions(all), {
    reset: true,
    folder: '/data',
    freePorts: true,
    only: ['desk', 'portal'],
    apps: '/apps',
  });
});

test('what is not an option is told, not ignored', () => {
  const wrong = (args: readonly string[]): string => {
    const options = readOptions(args);
    assert.ok(typeof options === 'string');
    return options;
  };
  assert.match(wrong(['--rest']), /--rest/);
  assert.match(wrong(['--only', 'portal,dask']), /no process dask/);
});
