import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, test } from 'node:test';
import { openStage, type Stage } from '../../testing/stage.ts';
import { service } from '../../testing/stand-ins.ts';
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
