import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { Principal } from '@kyzmat/auth';
import {
  topics,
  type Applications,
  type EventData,
  type Identity,
  type Notifications,
} from '@kyzmat/contracts';
import type { CloudEvent } from '@kyzmat/event-bus';
import type { App } from '@kyzmat/kit';
import { openTestKit, type TestKit } from '@kyzmat/kit/testing';
import request, { type Response } from 'supertest';
import { createApp } from '../app.ts';
import { ownSpec } from '../config.ts';
import {
  startEMessages,
  startMail,
  startNeighbour,
  type EMessageStub,
  type MailStub,
  type Neighbour,
} from './outside.ts';

/** This process with real engines; counted stubs are the outside. */
export interface Stage {
  readonly app: App;
  readonly on: TestKit<typeof ownSpec>;
  readonly emessages: EMessageStub;
  readonly mail: MailStub;
  readonly applications: Neighbour;
  readonly identity: Neighbour;
  /** Events of the topic `notices` so far. */
  readonly told: CloudEvent[];
  get(who: Principal, path: string): Promise<Response>;
  post(who: Principal, path: string): Promise<Response>;
  /** The person's list; `query` begins with a question mark. */
  list(who: Principal, query?: string): Promise<Listed>;
  stop(): Promise<void>;
}

export interface Listed {
  readonly notices: readonly Notifications['Notice'][];
  readonly unopened: number;
  readonly next?: string;
}

/** The body, which the door has checked against the contract. */
export function bodyOf<T>({ body }: { readonly body: T }): T {
  return body;
}

export async function openStage(): Promise<Stage> {
  const [emessages, mail, applications, identity] = await Promise.all([
    startEMessages(),
    startMail(),
    startNeighbour(),
    startNeighbour(),
  ]);
  const on = await openTestKit({
    name: 'notifications',
    spec: ownSpec,
    env: {
      APPLICATIONS_URL: applications.url,
      IDENTITY_URL: identity.url,
      E_MESSAGE_URL: emessages.url,
      E_MESSAGE_TOKEN: 'token-of-a-test',
      SMTP_URL: mail.url,
    },
  });
  const app = createApp(on.kit, on.config);
  await app.start?.();
  const told: CloudEvent[] = [];
  const listener = await on.kit.bus.consume({
    group: 'test',
    topics: [topics.notices],
    handle({ messages }) {
      told.push(...messages.flatMap(({ event }) => event ?? []));
      return Promise.resolve();
    },
  });
  await listener.joined();
  const as = (who: Principal) => on.token(who.role === 'user' ? 'portal' : 'desk', who);
  return {
    app,
    on,
    emessages,
    mail,
    applications,
    identity,
    told,
    get: async (who, path) => request(app.http).get(path).set(as(who)),
    post: async (who, path) => request(app.http).post(path).set(as(who)),
    async list(who, query = '') {
      const response = await request(app.http).get(`/notices${query}`).set(as(who));
      assert.equal(response.status, 200, response.text);
      return bodyOf<Listed>(response);
    },
    async stop() {
      await listener.stop();
      await app.stop?.();
      await on.close();
      await Promise.all([emessages, mail, applications, identity].map((each) => each.stop()));
    },
  };
}

export const contact: Identity['Contact'] = {
  language: 'ky',
  phone: '+996700000001',
  emessageAddress: '+996700000001',
  email: 'aigul@example.kg',
  channels: ['emessage', 'email'],
};

export interface Owed {
  readonly noticeId: string;
  readonly applicationId: string;
  readonly event: CloudEvent;
}

/** Makes applications owe a notice to a person: facts and address where they are asked for, and the event to publish. */
export function owe(
  { applications, identity }: Stage,
  recipientId: string,
  facts: Partial<Applications['NoticeFacts']> = {},
  reached: Identity['Contact'] = contact,
): Owed {
  const applicationId = randomUUID();
  const kind = facts.kind ?? 'result_ready';
  const noticeId = `${applicationId}:2:${kind}`;
  const dueAt = '2026-03-13T04:00:00.000Z';
  const channels = facts.channels ?? { required: ['cabinet', 'emessage'], extra: ['email'] };
  const debt = { noticeId, kind, ruleId: 'P573-34a', dueAt, recipientId, channels };
  applications.answers.set(`/applications/${applicationId}/notices/${noticeId}`, {
    ...debt,
    language: 'ky',
    applicationId,
    reference: 'KZ-7F3K-2M9Q',
    serviceTitle: { ky: 'Маалымкат', ru: 'Справка' },
    providerName: { ky: 'Реестр', ru: 'Реестр населения' },
    ...facts,
  } satisfies Applications['NoticeFacts']);
  identity.answers.set(`/persons/${recipientId}/contact`, reached);
  return { noticeId, applicationId, event: eventOf(applicationId, recipientId, [debt]) };
}

/** The event of a limit about which the staff is told. */
export function alertEvent(alert: EventData['StaffAlert'], executorId?: string): CloudEvent {
  const applicationId = randomUUID();
  const event = eventOf(applicationId, 'person-1', []);
  const data = { ...event.data, alerts: [alert], ...(executorId !== undefined && { executorId }) };
  return { ...event, data, type: 'application.clock_reminded.v1' };
}

/** The same debt in an event with an id of its own, as when applications publishes its aggregates again. */
export function again({ event }: Owed): CloudEvent {
  return { ...event, id: randomUUID() };
}

function eventOf(
  applicationId: string,
  ownerId: string,
  notices: EventData['NoticeOwed'][],
): CloudEvent & { data: EventData['ApplicationEvent'] } {
  const at = '2026-03-12T04:00:00.000Z';
  const data: EventData['ApplicationEvent'] = {
    applicationId,
    reference: 'KZ-7F3K-2M9Q',
    ownerId,
    providerId: 'population-register',
    serviceCode: 'residence-certificate',
    serviceVersion: 1,
    stage: 'completed',
    payment: 'none',
    priceTyiyn: 0,
    version: 2,
    at,
    actorRole: 'executor',
    language: 'ky',
    notices,
  };
  return {
    specversion: '1.0',
    id: randomUUID(),
    source: '/kyzmat/applications',
    type: 'application.completed.v1',
    subject: applicationId,
    time: at,
    datacontenttype: 'application/json',
    data,
  };
}
