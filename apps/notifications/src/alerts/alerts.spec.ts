import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import type { Principal } from '@kyzmat/auth';
import { topics, type EventData, type Notifications } from '@kyzmat/contracts';
import { eventually } from '@kyzmat/testing/eventually';
import { alertEvent, bodyOf, openStage, type Stage } from '../testing/stage.ts';

let stage: Stage;
before(async () => {
  stage = await openStage();
  const { answers } = stage.identity;
  answers.set('/staff-contacts?providerId=population-register', {
    contacts: [
      { id: 'nurlan', roles: ['executor', 'signer'], phone: '+996700000011' },
      { id: 'zhyldyz', roles: ['provider_head'], phone: '+996700000012', email: 'zhyldyz@example.kg' },
    ],
  });
  answers.set('/staff-contacts', {
    contacts: [{ id: 'operator', roles: ['operator'], phone: '+996700000010' }],
  });
});
after(() => stage.stop());

const operator: Principal = { subject: 'operator', role: 'operator' };

function alertOf(change: Partial<EventData['StaffAlert']> = {}): EventData['StaffAlert'] {
  return {
    alertId: `${randomUUID()}:reminder:1`,
    kind: 'reminder',
    clockKind: 'provision_end',
    ruleId: 'P573-37',
    dueAt: '2026-03-17T04:00:00.000Z',
    to: ['executor', 'provider_head'],
    ...change,
  };
}

async function toldOf(alertId: string, who = operator): Promise<Notifications['Alert']> {
  return eventually(async () => {
    const { alerts } = bodyOf<{ alerts: Notifications['Alert'][] }>(
      await stage.get(who, '/alerts?limit=100'),
    );
    const found = alerts.find(({ id }) => id === alertId);
    return found?.to.every(({ status }) => status === 'handed_over') === true ? found : undefined;
  });
}
const messagesOf = (alertId: string) =>
  stage.emessages.calls.filter(({ messageId }) => messageId.startsWith(`${alertId}:`));

test('P573-29d: executor and head are reminded of a limit, each once, whatever comes again', async () => {
  const alert = alertOf();
  const event = alertEvent(alert, 'nurlan');
  await stage.on.kit.bus.publish(topics.applications, [event, { ...event, id: randomUUID() }]);
  const { to, title } = await toldOf(alert.alertId);
  assert.deepEqual(
    to.map(({ staffId }) => staffId),
    ['nurlan', 'zhyldyz'],
  );
  assert.match(title.ru, /Срок близко: Завершить предоставление услуги/);
  await stage.on.kit.bus.publish(topics.applications, [{ ...event, id: randomUUID() }]);
  const next = alertOf();
  await stage.on.kit.bus.publish(topics.applications, [{ ...alertEvent(next), subject: event.subject }]);
  await toldOf(next.alertId);
  assert.deepEqual(
    messagesOf(alert.alertId).map(({ to: phone }) => phone),
    ['+996700000011', '+996700000012'],
  );
});

test('P573-17d: a broken limit reaches the operator too; without an executor in charge the head hears of it', async () => {
  const to = ['executor' as const, 'provider_head' as const, 'operator' as const];
  const alert = alertOf({ alertId: `${randomUUID()}:breach`, kind: 'breach', to });
  await stage.on.kit.bus.publish(topics.applications, [alertEvent(alert)]);
  const told = await toldOf(alert.alertId);
  assert.deepEqual(
    told.to.map(({ staffId }) => staffId),
    ['zhyldyz', 'operator'],
  );
  assert.match(messagesOf(alert.alertId)[0]?.text ?? '', /Мөөнөт өтүп кетти/);
});

test('C22-3b: a provider sees what its own staff was told, a user nothing', async () => {
  const alert = alertOf();
  await stage.on.kit.bus.publish(topics.applications, [alertEvent(alert, 'nurlan')]);
  const head: Principal = { subject: 'zhyldyz', role: 'provider_head', provider: 'population-register' };
  const shown = await toldOf(alert.alertId, head);
  assert.doesNotMatch(JSON.stringify(shown), /\+996|@example/);
  const other = await stage.get({ ...head, provider: 'licensing-office' }, '/alerts');
  assert.deepEqual(bodyOf<object>(other), { alerts: [] });
  assert.equal((await stage.get({ subject: 'aigul', role: 'user' }, '/alerts')).status, 403);
});

test('P573-14e: the executor hears that the user is reached in another way; the word says where to look, not the address', async () => {
  const { alertId } = alertOf({ alertId: `${randomUUID()}:4:contacts_corrected` });
  const alert: EventData['StaffAlert'] = {
    alertId,
    kind: 'contacts_corrected',
    ruleId: 'P573-14e',
    to: ['executor'],
  };
  const event = { ...alertEvent(alert, 'nurlan'), type: 'application.contacts_corrected.v1' };
  await stage.on.kit.bus.publish(topics.applications, [event, { ...event, id: randomUUID() }]);
  const { to, title, dueAt } = await toldOf(alertId);
  assert.deepEqual(
    to.map(({ staffId }) => staffId),
    ['nurlan'],
  );
  assert.deepEqual([title.ru, dueAt], ['Исправлены контактные данные', undefined]);
  const [message, ...more] = messagesOf(alertId);
  assert.deepEqual(more, []);
  assert.equal(message?.to, '+996700000011');
  assert.match(message.text, /Арыз KZ-7F3K-2M9Q/);
});
