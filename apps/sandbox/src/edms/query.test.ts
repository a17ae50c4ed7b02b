import assert from 'node:assert/strict';
import test from 'node:test';
import { readQuery } from './query.ts';

test('a reader of changes is understood, anything else is refused', () => {
  const statement =
    "SELECT * FROM cmis:document WHERE cmis:lastModificationDate >= TIMESTAMP '2026-03-12T04:00:00.000Z'" +
    " AND cmis:name IN ('registration.json', 'answer.json') ORDER BY cmis:lastModificationDate ASC";
  assert.deepEqual(readQuery(statement), {
    since: new Date('2026-03-12T04:00:00.000Z'),
    names: ['registration.json', 'answer.json'],
  });
  const refused = { exception: 'invalidArgument' };
  assert.throws(() => readQuery('SELECT * FROM cmis:folder'), refused);
  assert.throws(() => readQuery("SELECT * FROM cmis:document WHERE cmis:name = 'x'"), refused);
});
