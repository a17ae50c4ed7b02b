import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Applications, Common } from '@kyzmat/contracts';
import { aigul, apply, bodyOf, nurlan, operator, view } from '../testing/people.ts';
import { openStage, type Stage } from '../testing/stage.ts';

let stage: Stage;
let reference: string;
before(async () => {
  stage = await openStage();
  const id = await apply(stage, stage.calls, aigul);
  ({ reference } = await view(stage.calls, aigul, id));
});
after(() => stage.stop());

const reason = { ground: 'user_request', request: 'Д-15/2026' };

test('C22-3a: for a support request the operator reads an application, the journal has why, and the person sees it', async () => {
  const { calls } = stage;
  const answer = await calls.post(operator, '/support-accesses', { reference, reason });
  assert.equal(answer.status, 200, answer.text);
  const seen = bodyOf<Applications['ApplicationView']>(answer);
  assert.deepEqual([seen.reference, seen.actions], [reference, []]);
  assert.ok(seen.pages.length > 0 && seen.applicantName !== undefined);
  const { lines } = bodyOf<Common['JournalPage']>(await calls.get(aigul, '/journal'));
  const [line] = lines;
  assert.deepEqual(
    [line?.act, line?.role, line?.support, line?.reference, line?.outcome],
    ['application.support', 'operator', reason, reference, 'given'],
  );
});

test('C22-3a: without a reason, in another role, or for no application nothing is given and nothing recorded', async () => {
  const { calls } = stage;
  const recorded = async (): Promise<number> =>
    bodyOf<Common['JournalPage']>(await calls.get(aigul, '/journal')).lines.length;
  const before = await recorded();
  for (const bad of [{}, { ...reason, request: '' }, { ...reason, request: 'Айгүл сурады' }])
    assert.equal((await calls.post(operator, '/support-accesses', { reference, reason: bad })).status, 400);
  for (const who of [nurlan, aigul])
    assert.equal((await calls.post(who, '/support-accesses', { reference, reason })).status, 403);
  const unknown = await calls.post(operator, '/support-accesses', { reference: 'NONE', reason });
  assert.equal(unknown.status, 404);
  assert.equal(await recorded(), before);
});
