import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { parseEvent, topics, type Applications, type EventData } from '@kyzmat/contracts';
import { eventually } from '@kyzmat/testing/eventually';
import request from 'supertest';
import type { Calls } from '../testing/calls.ts';
import { act, aigul, apply, bodyOf, nurlan, view } from '../testing/people.ts';
import { openStage, type Stage } from '../testing/stage.ts';

let stage: Stage;
let calls: Calls;
/** What applications told the others so far. */
const told: EventData['ApplicationEvent'][] = [];
let listener: { joined(): Promise<void>; stop(): Promise<void> };

before(async () => {
  stage = await openStage();
  ({ calls } = stage);
  listener = await stage.kit.bus.consume({
    group: 'test',
    topics: [topics.applications],
    handle({ messages }) {
      const events = messages.flatMap(({ event }) => event ?? []);
      told.push(...events.map(({ data }) => parseEvent('ApplicationEvent', data)));
      return Promise.resolve();
    },
  });
  await listener.joined();
});
after(async () => {
  await listener.stop();
  await stage.stop();
});

async function contactsInFacts(id: string): Promise<Applications['NoticeFacts']['contacts']> {
  const token = stage.token('notifications', { subject: 'notifications', role: 'system' });
  const facts = await request(stage.app.http).get(`/applications/${id}/notices/${id}:1:submitted`).set(token);
  return bodyOf<Applications['NoticeFacts']>(facts).contacts;
}

test('P573-14e: what was corrected goes with the facts of notices, and a word of it to the executor in charge', async () => {
  const id = await apply(stage, calls, aigul);
  assert.equal(await contactsInFacts(id), undefined, 'as in the account');
  await act(calls, nurlan, id, { type: 'register', registrationNumber: '1', executorId: 'nurlan' });
  const contacts = { phone: '+996555000111', email: 'aigul@example.kg' };
  stage.neighbours.proved.add(contacts.phone).add(contacts.email);
  await act(calls, aigul, id, { type: 'correct_contacts', contacts });
  assert.deepEqual(await contactsInFacts(id), contacts);

  const { version } = await view(calls, aigul, id);
  const word = await eventually(() =>
    told
      .filter(({ applicationId }) => applicationId === id)
      .flatMap(({ alerts = [], executorId }) => alerts.map((alert) => ({ ...alert, executorId })))
      .at(0),
  );
  assert.deepEqual(word, {
    alertId: `${id}:${version}:contacts_corrected`,
    kind: 'contacts_corrected',
    ruleId: 'P573-14e',
    to: ['executor'],
    executorId: 'nurlan',
  });
  assert.ok(!JSON.stringify(told).includes('555000111'), 'no address travels in events');
});
