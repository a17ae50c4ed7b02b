import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { test } from 'node:test';
import { smallUpload, UploadTooLarge } from './small-upload.ts';

async function posted(form: FormData, most?: number) {
  const encoded = new Response(form);
  const request = Object.assign(Readable.from([Buffer.from(await encoded.arrayBuffer())]), {
    headers: { 'content-type': encoded.headers.get('Content-Type') ?? undefined },
  });
  return smallUpload(request, most);
}

test('a form with a file gives what was typed and the bytes; a file input left empty gives nothing', async () => {
  const form = new FormData();
  form.set('name', 'Айгүл');
  form.set('signature', new File([Uint8Array.of(1, 2, 255)], 'a.p7s'));
  form.set('other', new File([], ''));
  const { fields, files } = await posted(form);
  assert.equal(fields['name'], 'Айгүл');
  assert.deepEqual(files, { signature: Uint8Array.of(1, 2, 255) });
});

test('more than the page asks for is refused', async () => {
  const form = new FormData();
  form.set('signature', new File([new Uint8Array(500)], 'a.p7s'));
  await assert.rejects(posted(form, 400), UploadTooLarge);
});

test('what is no form with files counts as an empty one', async () => {
  const request = Object.assign(Readable.from([]), { headers: { 'content-type': 'text/plain' } });
  assert.deepEqual(await smallUpload(request), { fields: {}, files: {} });
});
