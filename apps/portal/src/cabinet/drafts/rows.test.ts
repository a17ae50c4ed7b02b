import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withoutPart } from './rows.ts';

const fields = {
  version: '3',
  'shops[0].name': 'a',
  'shops[1].name': 'b',
  'shops[1].scan.fileId': 'f1',
  'shops[2].name': ['c', 'd'],
  'shopsize[1].x': 'stays',
  'scan.fileId': 'f2',
};

test('a row taken out: those after it move up, others of a like name stay', () => {
  assert.deepEqual(withoutPart(fields, 'shops[1]'), {
    version: '3',
    'shops[0].name': 'a',
    'shops[1].name': ['c', 'd'],
    'shopsize[1].x': 'stays',
    'scan.fileId': 'f2',
  });
});

test('a file taken out, also in a row; an unknown part changes nothing', () => {
  assert.equal('scan.fileId' in withoutPart(fields, 'scan'), false);
  assert.equal('shops[1].scan.fileId' in withoutPart(fields, 'shops[1].scan'), false);
  assert.deepEqual(withoutPart(fields, 'nothing'), fields);
});
