import assert from 'node:assert/strict';
import { Agent, get, type IncomingMessage } from 'node:http';
import { test } from 'node:test';
import { serviceWith } from '../fixtures/support.ts';
import { listen } from './listen.ts';

/** One GET over a connection that is kept alive. */
async function fetchOver(agent: Agent, url: string): Promise<{ status: number | undefined; body: string }> {
  const request = get(url, { agent });
  const [response]: [IncomingMessage] = await new Promise((resolve, reject) => {
    request.once('response', (answer) => resolve([answer])).once('error', reject);
  });
  let body = '';
  for await (const chunk of response.setEncoding('utf8')) body += String(chunk);
  return { status: response.statusCode, body };
}

function slowService() {
  const began = Promise.withResolvers<undefined>();
  const mayEnd = Promise.withResolvers<undefined>();
  const service = serviceWith({
    routes(router) {
      router.get('/slow', async (_request, response) => {
        began.resolve(undefined);
        await mayEnd.promise;
        response.json({ whole: true });
      });
    },
  });
  return { app: service.app, began: began.promise, end: () => mayEnd.resolve(undefined) };
}

test('closing: readiness says no first, what is in flight is answered, then the door is shut', async () => {
  const { app, began, end } = slowService();
  const door = await listen(app, { port: 0, drainMs: 200 });
  const agent = new Agent({ keepAlive: true });
  assert.equal((await fetchOver(agent, `${door.url}/health/ready`)).status, 200);
  const slow = fetchOver(agent, `${door.url}/slow`);
  await began;
  const closed = door.close();
  assert.equal((await fetchOver(agent, `${door.url}/health/ready`)).status, 503);
  end();
  assert.deepEqual(await slow, { status: 200, body: '{"whole":true}' });
  await closed;
  await assert.rejects(fetchOver(new Agent(), `${door.url}/health/live`), { code: 'ECONNREFUSED' });
  await door.close();
});

test('after the deadline requests in flight are cut', async () => {
  const { app, began } = slowService();
  const door = await listen(app, { port: 0, deadlineMs: 50 });
  const slow = assert.rejects(fetchOver(new Agent(), `${door.url}/slow`), /hang up/);
  await began;
  await door.close();
  await slow;
});

test('a taken port is an error, not a silence', async () => {
  const { app } = slowService();
  const door = await listen(app, { port: 0 });
  await assert.rejects(listen(app, { port: door.port }), { code: 'EADDRINUSE' });
  await door.close();
});
