import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import test from 'node:test';
import type { Applications, Providers } from '@kyzmat/contracts';
import { openShelf, type Shelf } from '../testing/shelf.ts';
import { hand, type Handed } from './hand.ts';

type Package = Applications['ApplicationPackage'];
type Scan = NonNullable<Package['files'][number]['scan']>;

const at = '2026-03-12T04:00:00.000Z';
const text = { ky: 'Демо', ru: 'Демо' };
const folder = '/kyzmat/AAAA-BBBB';
const scanned = 'the bytes of a scan';

function application(scan: Scan, change: Partial<Package> = {}): Package {
  return {
    id: 'a',
    reference: 'AAAA-BBBB',
    serviceCode: 'criminal-record-certificate',
    serviceTitle: text,
    providerId: 'interior-information-centre',
    submittedAt: at,
    language: 'ky',
    applicantName: 'Демо Айгүл Сынакова',
    resultForm: 'information',
    contentHash: 'hash',
    signature: 'jws',
    content: '{}',
    pages: [],
    files: [
      {
        fileId: 'f1',
        name: 'scan.pdf',
        size: scanned.length,
        sha256: createHash('sha256').update(scanned).digest('hex'),
        type: 'application/pdf',
        scan,
      },
    ],
    copyPdf: Buffer.from('%PDF-').toString('base64'),
    version: 1,
    stage: 'submitted',
    ...change,
  };
}

const service: Providers['PublishedService'] = {
  code: 'criminal-record-certificate',
  version: 1,
  contentHash: 'a',
  publishedAt: at,
  providerName: text,
  definition: {},
};

function deliver({ cmis }: Shelf, given: Package, told: string[] = []): Promise<Handed> {
  const edms = { cmis, folderOf: (reference: string) => `/kyzmat/${reference}` };
  return hand(edms, given, service, {
    fileOf: () => Promise.resolve(new TextEncoder().encode(scanned)),
    gives(act, document, fields = []) {
      told.push([act, document, ...fields].join(' '));
      return Promise.resolve();
    },
  });
}

interface RequestDocument {
  readonly resultForm: string;
  readonly version: number;
  readonly files: readonly { readonly scan: Scan; readonly document?: string }[];
}
const requestIn = (shelf: Shelf): RequestDocument =>
  JSON.parse(shelf.read(`${folder}/request.json`) ?? '') as RequestDocument;
const fileIn = (shelf: Shelf): string | undefined => shelf.read(`${folder}/attachment-1-scan.pdf`);

test('P573-29f: a file that is not known to be clean stays back; when it is, it follows and request.json says so', async () => {
  const shelf = openShelf();
  const first = await deliver(shelf, application('unavailable'));
  assert.deepEqual(first, { documentId: `${folder}/request.json`, waits: true });
  assert.equal(fileIn(shelf), undefined);
  const [waiting] = requestIn(shelf).files;
  assert.deepEqual([waiting?.scan, waiting?.document], ['unavailable', undefined]);

  const again = await deliver(shelf, application('clean'));
  assert.deepEqual(again, { documentId: first.documentId, waits: false });
  assert.equal(fileIn(shelf), scanned);
  const [clean] = requestIn(shelf).files;
  assert.deepEqual([clean?.scan, clean?.document], ['clean', 'attachment-1-scan.pdf']);
  // The file is there before the document that tells of it.
  const names = shelf.written.map((path) => path.slice(folder.length + 1));
  assert.deepEqual(names, ['request.pdf', 'request.json', 'attachment-1-scan.pdf', 'request.json']);
});

test('P573-28a, P573-29a: a qualified signature lies beside the very bytes it is over; request.json names the certificate', async () => {
  const shelf = openShelf();
  const certificate = {
    holder: 'Демо Айгүл Сынакова',
    serialNumber: '4A0B',
    issuer: 'Кызмат: сыноо борбору',
  };
  const cms = Buffer.from('a signature').toString('base64');
  const content = '{"form":"демо"}';
  const told: string[] = [];
  const signed = application('clean', { content, qualifiedSignature: { cms, at, certificate } });
  await deliver(shelf, signed, told);
  assert.equal(shelf.read(`${folder}/signed-content.json`), content);
  assert.equal(shelf.read(`${folder}/signed-content.json.p7s`), 'a signature');
  const request = JSON.parse(shelf.read(`${folder}/request.json`) ?? '') as { qualifiedSignature: object };
  assert.deepEqual(request.qualifiedSignature, {
    at,
    certificate,
    content: 'signed-content.json',
    signature: 'signed-content.json.p7s',
  });
  assert.equal(told.length, 5, 'the journal knows of each before it goes');
  const { length } = shelf.written;
  await deliver(shelf, signed);
  assert.equal(shelf.written.length, length);
  assert.equal(shelf.written.at(-1), `${folder}/request.json`);
});

test('P573-29f: a file that turns out to be infected never comes, and nothing is waited for any more', async () => {
  const shelf = openShelf();
  await deliver(shelf, application('waiting'));
  assert.equal((await deliver(shelf, application('infected'))).waits, false);
  assert.equal(fileIn(shelf), undefined);
  const [infected] = requestIn(shelf).files;
  assert.deepEqual([infected?.scan, infected?.document], ['infected', undefined]);
});

test('P573-29f: delivered again, nothing is written twice; another request in the folder is left alone', async () => {
  const shelf = openShelf();
  await deliver(shelf, application('clean'));
  const { length } = shelf.written;
  await deliver(shelf, application('clean'));
  assert.equal(shelf.written.length, length);
  const before = shelf.read(`${folder}/request.json`);
  await assert.rejects(
    deliver(shelf, application('clean', { contentHash: 'of another' })),
    /Another request/,
  );
  assert.equal(shelf.read(`${folder}/request.json`), before);
});

test('P573-33: the document system is told in which form the user wants the result', async () => {
  const shelf = openShelf();
  await deliver(shelf, application('clean'));
  assert.equal(requestIn(shelf).resultForm, 'information');
});

test('P573-13c: each document is told of before it goes, with the fields it holds; what stays back or lies there is not', async () => {
  const shelf = openShelf();
  const told: string[] = [];
  const rows = [{ fieldId: 'lastName', label: 'Фамилия', text: 'Сынакова' }];
  const pages = [{ pageId: 'p', page: 'Жеке', rows }];
  await deliver(shelf, application('waiting', { pages }), told);
  assert.deepEqual(told, ['delivery.request request lastName', 'delivery.request request lastName']);
  told.length = 0;
  await deliver(shelf, application('clean', { pages }), told);
  assert.deepEqual(told, ['delivery.attachment f1']);
});

test('P573-19d: what cannot be written down does not go', async () => {
  const shelf = openShelf();
  const edms = { cmis: shelf.cmis, folderOf: (reference: string) => `/kyzmat/${reference}` };
  const parts = {
    fileOf: () => Promise.resolve(new TextEncoder().encode(scanned)),
    gives: () => Promise.reject(new Error('The journal is away')),
  };
  await assert.rejects(hand(edms, application('clean'), service, parts), /journal is away/);
  assert.deepEqual(shelf.written, []);
});
