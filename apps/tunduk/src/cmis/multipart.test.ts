import assert from 'node:assert/strict';
import test from 'node:test';
import { multipart } from './multipart.ts';

test('texts say that they are UTF-8 and are no files; the file may come piece by piece', async () => {
  async function* pieces(): AsyncGenerator<Uint8Array> {
    yield Buffer.from('өтү');
    await Promise.resolve();
    yield Buffer.from('нмө');
  }
  const form = multipart(
    { cmisaction: 'createDocument', 'propertyValue[1]': 'Арыз.pdf' },
    { name: 'a"b.pdf', type: 'application/pdf', bytes: pieces() },
  );
  const text = await new Response(form.body).text();
  assert.match(
    text,
    /name="propertyValue\[1\]"\r\nContent-Type: text\/plain;charset=UTF-8\r\n\r\nАрыз.pdf\r\n/u,
  );
  assert.match(text, /filename="a_b.pdf"\r\n/u);
  assert.ok(text.includes('Content-Transfer-Encoding: binary\r\n\r\nөтүнмө\r\n--'));
  const boundary = form.contentType.split('boundary=')[1] ?? '';
  assert.ok(text.startsWith(`--${boundary}\r\n`) && text.endsWith(`\r\n--${boundary}--\r\n`));
});
