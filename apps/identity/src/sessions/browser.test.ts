import assert from 'node:assert/strict';
import { test } from 'node:test';
import { whereaboutsOf } from './browser.ts';

test('P573-19d: a browser is named in plain words', () => {
  const seen = (userAgent: string) => whereaboutsOf(userAgent, undefined).browser;
  const mozilla = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64)';
  assert.equal(seen(`${mozilla} AppleWebKit/537.36 Chrome/140.0 Safari/537.36`), 'Chrome, Windows');
  assert.equal(seen(`${mozilla} AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0`), 'Edge, Windows');
  assert.equal(seen('Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Firefox/140.0'), 'Firefox, Linux');
  assert.equal(seen('Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Safari/604.1'), 'Safari, iPhone');
  assert.equal(seen('Mozilla/5.0 (Linux; Android 15) Chrome/140.0 Mobile Safari/537.36'), 'Chrome, Android');
  assert.equal(seen('curl/8'), undefined);
});

test('P573-19c: of an address only the network is kept', () => {
  const near = (address: string) => whereaboutsOf(undefined, address).address;
  assert.equal(near('212.42.97.13'), '212.42.97.*');
  assert.equal(near('::ffff:212.42.97.13'), '212.42.97.*');
  assert.equal(near('2a02:4780:12:1::1'), '2a02:4780:12:*');
  assert.equal(near('::1'), '::1:*');
  assert.equal(near('unix'), undefined);
});
