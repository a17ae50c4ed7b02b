import { instant } from '@kyzmat/clock';
import type { ApplicationsApi } from '@kyzmat/contracts';
import { permit } from '@kyzmat/http';
import { systemCaller } from '@kyzmat/journal';
import { noContent, ownAggregates, type ContractRoutes, type Kit } from '@kyzmat/kit';
import { may } from '@kyzmat/policy';
import { startTimers, type Aggregate, type Timers } from '@kyzmat/store';
import type { Erasures } from './erasures.ts';

/** Somebody who has deleted the cabinet: what had to stay then goes when its time is over. */
interface LeavingState {
  readonly since: string;
}

export interface Leaving {
  /** How many applications of the person go on. */
  open(ownerId: string): Promise<number>;
  leave(ownerId: string): Promise<void>;
  start(): Promise<void>;
  stop(): Promise<void>;
}

const collection = 'leaving';
const dayMs = 24 * 3_600_000;

/** P573-49: the end of a cabinet, as far as applications are concerned. */
export function openLeaving(kit: Kit, erasures: Pick<Erasures, 'allOf' | 'letGo'>): Leaving {
  const owned = ownAggregates<LeavingState>(kit, { collection, topicOf: () => collection });
  let timers: Timers | undefined;

  /** Lets go what may go; when to look again, or undefined when nothing is left that ever may. */
  async function sweep(ownerId: string): Promise<string | undefined> {
    const all = await erasures.allOf(ownerId);
    for (const { standing, found } of all) {
      if (standing === 'erasable') await erasures.letGo(found, systemCaller(kit.name));
    }
    const waits = all.flatMap(({ standing, until }) => {
      if (standing === 'year' && until !== undefined) return [justAfter(until)];
      // A hold is lifted, an application ends, at a time nobody knows. What stays for good is not waited for.
      return standing === 'held' || standing === 'open' ? [tomorrow()] : [];
    });
    return waits.toSorted()[0];
  }
  const tomorrow = (): string => new Date(kit.clock.now().getTime() + dayMs).toISOString();

  async function look({ _id, version, state }: Aggregate<LeavingState>): Promise<void> {
    const nextDueAt = await sweep(_id);
    await owned.aggregates.update(_id, version, { state, ...(nextDueAt === undefined ? {} : { nextDueAt }) });
  }

  return {
    async open(ownerId) {
      return (await erasures.allOf(ownerId)).filter(({ standing }) => standing === 'open').length;
    },
    async leave(ownerId) {
      const since = instant(kit.clock);
      // Due at once: a crash before the sweep only makes it later.
      await owned.aggregates.create({ _id: ownerId, state: { since }, nextDueAt: since }, () => true);
    },
    async start() {
      await owned.start();
      timers = startTimers<LeavingState>({
        collection: kit.store.collection<Aggregate<unknown>>(collection),
        leases: kit.leases(),
        clock: kit.clock,
        log: kit.telemetry.log,
        async handle(batch) {
          for (const each of batch) await look(each);
        },
      });
      kit.watch('ends of cabinets', () => timers?.alive() ?? true);
    },
    async stop() {
      await timers?.stop();
      await owned.stop();
    },
  };
}

export function leavingRoutes(routes: ContractRoutes<ApplicationsApi>, leaving: Leaving): void {
  routes.get('/owners/{id}/erasure', async ({ caller, params }) => {
    permit(may(caller, 'cabinet.erase'));
    return { open: await leaving.open(params.id) };
  });

  routes.post('/owners/{id}/erasure', async ({ caller, params }) => {
    permit(may(caller, 'cabinet.erase'));
    await leaving.leave(params.id);
    return noContent;
  });
}

function justAfter(at: string): string {
  return new Date(Date.parse(at) + 1).toISOString();
}
