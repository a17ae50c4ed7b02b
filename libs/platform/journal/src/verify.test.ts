import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { beginning, canonical, follow, type Entry, type Head } from './entry.ts';
import { verifyChain } from './verify.ts';

type Body = Readonly<Record<string, string>>;
const chain = 'applications-1';

function written(length: number): Entry<Body>[] {
  let head: Head = beginning(chain);
  return Array.from({ length }, (_, n) => {
    const entry = follow(head, '2026-03-12T04:00:00.000Z', { subject: 'aigul', act: `act ${n}` });
    head = entry;
    return entry;
  });
}

const headOf = ({ seq, hash }: Entry<Body>): Head => ({ chain, seq, hash });
const faults = async (entries: readonly Entry<Body>[], anchors: readonly Head[] = []) =>
  (await verifyChain(chain, entries, anchors)).findings.map(({ seq, fault }) => `${seq} ${fault}`);

test('the same data have one text, whatever the order of their members', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.string()), (data) => {
      const turned = Object.fromEntries(Object.entries(data).reverse());
      assert.equal(canonical({ a: data, b: [1, 'x'] }), canonical({ b: [1, 'x'], a: turned }));
    }),
  );
  assert.equal(canonical({ b: 1, a: ['ы', { d: null, c: true }] }), '{"a":["ы",{"c":true,"d":null}],"b":1}');
});

test('P573-19d: a chain as it was written holds, with its anchors', async () => {
  const entries = written(20);
  assert.deepEqual(await faults(entries, entries.filter(({ seq }) => seq % 7 === 6).map(headOf)), []);
});

test('P573-48: one changed letter in any member of any entry is found', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(9), fc.constantFrom('at', 'previous', 'hash', 'body'), async (place, member) => {
      const entries = written(10).map((entry, n) => (n === place ? spoilt(entry, member) : entry));
      assert.ok((await faults(entries)).includes(`${place} changed`));
    }),
  );
});

test('P573-48: an entry that was taken out is found, the first one too', async () => {
  for (const place of [0, 4, 8]) {
    const entries = written(10);
    entries.splice(place, 1);
    assert.deepEqual(await faults(entries), [`${place + 1} missing`]);
  }
});

test('P573-48: two entries that changed places are found', async () => {
  const entries = written(10);
  const [a, b] = [entries[3], entries[4]];
  assert.ok(a && b);
  // The bodies change places and the rest stays; or the entries take each other's ids.
  const bodies = entries.with(3, { ...a, body: b.body }).with(4, { ...b, body: a.body });
  assert.deepEqual(await faults(bodies), ['3 changed', '4 changed']);
  const ids = entries.with(3, { ...b, _id: a._id }).with(4, { ...a, _id: b._id });
  assert.ok((await faults(ids)).length > 0);
});

test('P573-48: a cut at the end is found behind an anchor, and so is a chain of which nothing is left', async () => {
  const entries = written(10);
  const [first, last] = [entries[2], entries[9]];
  assert.ok(first && last);
  assert.deepEqual(await faults(entries.slice(0, 7), [headOf(first), headOf(last)]), ['7 truncated']);
  assert.deepEqual(await faults([], [headOf(last)]), ['0 truncated']);
});

test('P573-48: a chain written anew with right hashes differs from its anchor', async () => {
  const entries = written(10);
  const anchor = entries[6];
  assert.ok(anchor);
  let head: Head = beginning(chain);
  const forged = entries.map(({ at, body, seq }) => {
    const entry = follow(head, at, seq === 2 ? { ...body, act: 'nothing' } : body);
    head = entry;
    return entry;
  });
  assert.deepEqual(await faults(forged, [headOf(anchor)]), ['6 rewritten']);
});

function spoilt(entry: Entry<Body>, member: string): Entry<Body> {
  switch (member) {
    case 'at':
      return { ...entry, at: '2026-03-12T04:00:00.001Z' };
    case 'previous':
      return { ...entry, previous: flip(entry.previous) };
    case 'hash':
      return { ...entry, hash: flip(entry.hash) };
    default:
      return { ...entry, body: { ...entry.body, subject: 'bakyt' } };
  }
}

const flip = (hex: string): string => (hex.startsWith('0') ? '1' : '0') + hex.slice(1);
