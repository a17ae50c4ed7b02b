import type { FixedClock } from '@kyzmat/clock';
import type { App, Kit } from '@kyzmat/kit';
import { openTestKit } from '@kyzmat/kit/testing';
import { createApp } from '../app.ts';
import { ownSpec } from '../config.ts';
import { callsOf, type Calls, type Token } from './calls.ts';
import { introduce } from './introduce.ts';
import { startNeighbours, type Neighbours } from './neighbours.ts';
import { startScanner, type TestScanner } from './scanner.ts';

/** This process with real engines, beside stand-ins for its neighbours, who know everybody of the tests. */
export interface Stage {
  readonly app: App;
  readonly kit: Kit;
  readonly clock: FixedClock;
  readonly neighbours: Neighbours;
  readonly scanner: TestScanner;
  readonly calls: Calls;
  readonly token: Token;
  stop(): Promise<void>;
}

/** A Thursday, 10:00 in Bishkek. */
export const thursday = '2026-03-12T04:00:00.000Z';

export async function openStage(now = thursday): Promise<Stage> {
  const [neighbours, scanner] = [await startNeighbours(), await startScanner()];
  introduce(neighbours);
  const opened = await openTestKit({
    name: 'applications',
    spec: ownSpec,
    now,
    env: {
      IDENTITY_URL: neighbours.identityUrl,
      PROVIDERS_URL: neighbours.providersUrl,
      PAYMENTS_URL: `${neighbours.keepersUrl}/payments`,
      NOTIFICATIONS_URL: `${neighbours.keepersUrl}/notifications`,
      TUNDUK_URL: `${neighbours.keepersUrl}/tunduk`,
      SCANNER_URL: scanner.url,
    },
  });
  const { kit, clock } = opened;
  const token: Token = (process, principal) => opened.token(process, principal);
  const app = createApp(kit, opened.config);
  await app.start?.();
  return {
    app,
    kit,
    clock,
    neighbours,
    scanner,
    calls: callsOf(app, token),
    token,
    async stop() {
      await app.stop?.();
      await opened.close();
      await neighbours.stop();
      await scanner.stop();
    },
  };
}
