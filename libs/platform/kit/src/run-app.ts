import type { ProcessName } from '@kyzmat/auth';
import { readConfig, type ConfigOf, type Spec } from '@kyzmat/config';
import { listen, runProcess, type ShutdownStep } from '@kyzmat/http';
import type { Express } from 'express';
import { commonSpec, type CommonConfig } from './common-config.ts';
import { openKit, type Kit } from './kit.ts';

/** What `createApp` of a process gives: the door, and what works behind it. */
export interface App {
  readonly http: Express;
  /** Consumers, relays, workers and timers; started before the door opens. */
  start?(): Promise<void>;
  /** Stops them, in order, after the door has closed. */
  stop?(): Promise<void>;
}

/** The whole of a main.ts: reads the configuration, opens the kit, composes the app, listens, and stops in order. */
export async function runApp<S extends Spec>(
  name: ProcessName,
  ownSpec: S,
  createApp: (kit: Kit, config: CommonConfig & ConfigOf<S>) => Promise<App> | App,
): Promise<void> {
  await runProcess({
    name,
    async start(telemetry): Promise<readonly ShutdownStep[]> {
      const config = { ...readConfig(process.env, commonSpec), ...readConfig(process.env, ownSpec) };
      const kit = await openKit(name, config, telemetry);
      const app = await createApp(kit, config);
      await app.start?.();
      const door = await listen(app.http, { port: config.port, host: config.host });
      telemetry.log.info({ url: door.url }, 'listening');
      return [
        { name: 'door', stop: () => door.close() },
        { name: 'workers', stop: () => app.stop?.() },
        { name: 'kit', stop: () => kit.close() },
      ];
    },
  });
}
