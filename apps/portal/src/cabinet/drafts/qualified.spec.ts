import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { loadService } from '@kyzmat/service-definition';
import { openStage, type Stage } from '../../testing/stage.ts';
import { service } from '../../testing/samples.ts';
import { tokenIn, visitor, type Visitor } from '../../testing/visitor.ts';

let stage: Stage;
before(async () => {
  stage = await openStage();
});
after(() => stage.stop());

async function hand(who: Visitor, draft: string, signature?: string | Buffer): Promise<Answer> {
  const page = await who.get(`${draft}/sign/qualified`);
  const sent = who.agent
    .post(`${draft}/sign/qualified`)
    .set({ Accept: 'text/html', 'Accept-Language': 'ru' })
    .field('_csrf', tokenIn(page.text) ?? '');
  if (signature !== undefined) void sent.attach('signature', Buffer.from(signature), 'signature.p7s');
  return sent;
}
type Answer = Awaited<ReturnType<Visitor['get']>>;

test('P573-28a, P573-29e: the content is saved, signed elsewhere and handed in; what is wrong is told at the field', async () => {
  const who = visitor(stage, 'ru');
  await who.signIn('certified', `/services/${service}/apply`);
  const draft = (await who.post(`/services/${service}/apply`)).headers['location'] ?? '';

  const file = await who.agent.get(`${draft}/sign/content`).responseType('blob');
  assert.match(
    file.headers['content-disposition'] ?? '',
    /attachment; filename="?kyzmat-[0-9a-f]{12}\.json/u,
  );
  const hash = createHash('sha256').update(bytesOf(file.body)).digest('hex');

  const none = await hand(who, draft);
  assert.equal(none.status, 422);
  assert.match(none.text, /href="#f-signature"/u);
  assert.match(none.text, /Файл подписи не выбран/u);
  const other = await hand(who, draft, 'signature over something else');
  assert.equal(other.status, 422);
  assert.match(other.text, /Подписан другой файл/u);
  assert.match(other.text, /Сохраните файл из шага 1 ещё раз/u);
  const huge = await hand(who, draft, Buffer.alloc(300_000));
  assert.equal(huge.status, 422);
  assert.match(huge.text, /слишком большой/u);
  assert.equal(stage.standIns.made.applications, 0);

  const taken = await hand(who, draft, `signature over ${hash}`);
  assert.match(taken.headers['location'] ?? '', /^\/cabinet\/applications\/[\w-]+\/confirmation$/u);
  assert.equal(stage.standIns.made.applications, 1);
});

test('P573-28a: where the law wants a qualified signature, the page says by which law and no code goes out', async () => {
  const code = 'alcohol-retail-licence';
  const folder = new URL(`../../../../../catalogue/${code}/`, import.meta.url);
  const loaded = await loadService((file) => readFile(new URL(file, folder), 'utf8'));
  assert.ok(loaded.ok);
  const { definition } = loaded;
  assert.equal(definition.service.signatureLevel, 'qualified');
  const providerName = { ky: 'Демо мекеме', ru: 'Демо-учреждение' };
  const publishedAt = '2026-11-20T04:00:00.000Z';
  stage.standIns.also.set(`GET /services/${code}/versions/1`, () => {
    return { code, version: 1, contentHash: 'x', publishedAt, providerName, definition };
  });
  let codes = 0;
  stage.standIns.also.set('POST /signing-requests', () => {
    codes += 1;
    return { id: 'r', sentTo: '+996 *** *** 01', expiresAt: publishedAt };
  });
  const who = visitor(stage, 'ru');
  await who.signIn('certified', `/services/${service}/apply`);
  const draft = (await who.post(`/services/${service}/apply`)).headers['location'] ?? '';
  stage.standIns.around = { serviceCode: code };
  const sign = await who.get(`${draft}/sign`);
  assert.ok(sign.text.includes(definition.service.signatureBasis?.ru ?? assert.fail()));
  const pressed = await who.post(`${draft}/sign`);
  assert.match(pressed.headers['location'] ?? '', /\/sign\/qualified$/u);
  assert.equal(codes, 0);
  stage.standIns.around = {};
  assert.match((await who.post(`${draft}/sign`)).headers['location'] ?? '', /\/sign\/code$/u);
  assert.equal(codes, 1);
  stage.standIns.also.delete('POST /signing-requests');
});

test('P573-33a, P573-33b: the form of the result chosen before a certificate signs is kept, whatever goes wrong, and goes along', async () => {
  const sent: Record<string, unknown>[] = [];
  stage.standIns.also.set('POST /applications', (_subject, _address, body) => {
    sent.push(JSON.parse(body) as Record<string, unknown>);
    return {
      id: String(sent[0]?.['draftId']),
      reference: 'AAAA-BBBB',
      submittedAt: '2026-11-20T04:00:00.000Z',
    };
  });
  const who = visitor(stage, 'ru');
  await who.signIn('certified', `/services/${service}/apply`);
  const draft = (await who.post(`/services/${service}/apply`)).headers['location'] ?? '';
  const sign = await who.get(`${draft}/sign`);
  assert.match(sign.text, /<button[^>]*name="by" value="certificate"/u);
  const chosen = await who.post(`${draft}/sign`, { resultForm: 'information', by: 'certificate' });
  const at = `${draft}/sign/qualified?resultForm=information`;
  assert.equal(chosen.headers['location'], at);

  const give = async (
    text: string,
    signature: Buffer,
    fields: Record<string, string> = {},
  ): Promise<Answer> => {
    const to = /<form action="([^"]+\/sign\/qualified[^"]*)"/u.exec(text)?.[1] ?? '';
    const handed = who.agent.post(to).set({ Accept: 'text/html', 'Accept-Language': 'ru' });
    for (const [name, value] of Object.entries({ _csrf: tokenIn(text) ?? '', ...fields }))
      void handed.field(name, value);
    return handed.attach('signature', signature, 'signature.p7s');
  };
  const isKept = /value="information" checked/u;
  const page = await who.get(at);
  assert.match(page.text, isKept);
  const huge = await give(page.text, Buffer.alloc(300_000));
  assert.equal(huge.status, 422);
  assert.match(huge.text, isKept);
  const other = await give(huge.text, Buffer.from('of another file'), { resultForm: 'information' });
  assert.match(other.text, isKept);
  const file = await who.agent.get(`${draft}/sign/content`).responseType('blob');
  const hash = createHash('sha256').update(bytesOf(file.body)).digest('hex');
  const taken = await give(other.text, Buffer.from(`signature over ${hash}`));
  assert.equal(taken.status, 303);
  assert.deepEqual(
    sent.map(({ resultForm }) => resultForm),
    ['information'],
  );
  // What the service does not offer is not taken over from an address.
  assert.doesNotMatch((await who.get(`${draft}/sign/qualified?resultForm=paper`)).text, isKept);
  stage.standIns.also.delete('POST /applications');
});

test('P573-28a: a signature handed in from a foreign page is refused', async () => {
  const who = visitor(stage, 'ru');
  await who.signIn('certified', `/services/${service}/apply`);
  const draft = (await who.post(`/services/${service}/apply`)).headers['location'] ?? '';
  const sent = await who.agent
    .post(`${draft}/sign/qualified`)
    .set('Accept', 'text/html')
    .attach('signature', Buffer.from('x'), 'signature.p7s');
  assert.equal(sent.status, 403);
});

function bytesOf(body: unknown): Buffer {
  assert.ok(Buffer.isBuffer(body));
  return body;
}
