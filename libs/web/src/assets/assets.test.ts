import assert from 'node:assert/strict';
import test from 'node:test';
import vm from 'node:vm';
import { assets, fontNames } from './assets.ts';

const file = (name: string) => {
  const url = assets().url(name);
  const asset = assets().file(url.replace('/assets/', ''));
  assert.ok(asset);
  return asset;
};

test('the style is small, whole, and nobody else’s', () => {
  const css = file('kyzmat.css');
  assert.ok((css.gzip?.length ?? Infinity) < 25_000);
  assert.doesNotMatch(css.body.toString(), /GDS Transport|crown|asset:|https?:/);
  for (const url of css.body.toString().matchAll(/url\("?\/assets\/([^")]+)/g))
    assert.ok(assets().file(url[1] ?? ''));
});

test('the script is one small module without imports', () => {
  const js = file('kyzmat.js');
  const code = js.body.toString();
  assert.ok((js.gzip?.length ?? Infinity) < 10_000);
  assert.doesNotMatch(code, /^(import|export) /m);
  assert.ok(new vm.Script(code));
});

test('fonts carry Kyrgyz letters and weigh less than 50 kB together', () => {
  assert.ok(fontNames.includes('golos-cyrillic-ext-400.woff2'));
  const weight = fontNames.reduce((sum, name) => sum + file(name).body.length, 0);
  assert.ok(weight < 50_000, `${weight}`);
});

test('an address changes with the content and unknown names are our error', () => {
  assert.match(assets().url('kyzmat.css'), /^\/assets\/kyzmat\.[0-9a-f]{12}\.css$/);
  assert.throws(() => assets().url('nothing.css'), /nothing/);
});
