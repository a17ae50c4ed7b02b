import { randomUUID } from 'node:crypto';
import type { FormDefinition } from '@kyzmat/forms';
import type { App, Kit } from '@kyzmat/kit';
import { openTestKit } from '@kyzmat/kit/testing';
import { createApp } from '../app.ts';
import { ownSpec } from '../config.ts';
import { startStandIns, type StandIns } from './stand-ins.ts';

/** The portal with a real database, beside stand-ins for the processes behind it. */
export interface Stage {
  readonly app: App;
  readonly kit: Kit;
  readonly standIns: StandIns;
  /** As if everybody's half hour had passed. */
  endSessions(): Promise<void>;
  stop(): Promise<void>;
}

const neighbours = [
  'DESK',
  'IDENTITY',
  'APPLICATIONS',
  'PAYMENTS',
  'NOTIFICATIONS',
  'PROVIDERS',
  'TUNDUK',
  'SANDBOX',
];

/** @param form of the sample service; its own when left out */
export async function openStage(form?: FormDefinition): Promise<Stage> {
  const standIns = await startStandIns(form);
  const opened = await openTestKit({
    name: 'portal',
    spec: ownSpec,
    env: {
      SESSION_SECRET: randomUUID().repeat(2),
      OIDC_CLIENT_SECRET_PORTAL: randomUUID().repeat(2),
      PORTAL_URL: 'http://127.0.0.1:1',
      ...Object.fromEntries(neighbours.map((name) => [`${name}_URL`, standIns.url])),
    },
  });
  const { kit } = opened;
  const app = createApp(kit, opened.config);
  await app.start?.();
  return {
    app,
    kit,
    standIns,
    async endSessions() {
      await kit.store.collection('sessions').deleteMany({});
    },
    async stop() {
      await app.stop?.();
      await opened.close();
      await standIns.stop();
    },
  };
}
