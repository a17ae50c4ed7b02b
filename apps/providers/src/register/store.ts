import { isDeepStrictEqual } from 'node:util';
import { instant, type Clock } from '@kyzmat/clock';
import type { EventData, Providers } from '@kyzmat/contracts';
import { notFound } from '@kyzmat/http';
import type { Owned } from '@kyzmat/kit';
import type { Aggregate, Next, StoredEvent } from '@kyzmat/store';

/** A provider as connected by the operator (C22-4), with every block it ever had. */
export interface ProviderState {
  readonly connection: Providers['ProviderConnection'];
  readonly blocks: readonly Providers['Block'][];
  /** Oldest first; absent as long as there was none. */
  readonly outages?: readonly Providers['Outage'][];
}
type ProviderAggregate = Aggregate<ProviderState>;

export interface Register {
  connect(
    connection: Providers['ProviderConnection'],
  ): Promise<{ provider: Providers['Provider']; replayed: boolean }>;
  all(): Promise<Providers['Provider'][]>;
  get(id: string): Promise<Providers['Provider']>;
  agreement(id: string): Promise<Providers['ProviderConnection']['agreement']>;
  byMember(member: string): Promise<Providers['Provider']>;
  standing(id: string): Promise<Providers['Standing']>;
  blocks(id: string): Promise<readonly Providers['Block'][]>;
  /** Changes the blocks of a provider in one guarded write that also carries its standing to everybody. */
  changeBlocks(
    id: string,
    change: (blocks: readonly Providers['Block'][]) => readonly Providers['Block'][],
  ): Promise<readonly Providers['Block'][]>;
  outages(id: string): Promise<readonly Providers['Outage'][]>;
  /** Adds or changes one outage in one guarded write that also tells everybody. */
  changeOutages(
    id: string,
    change: (outages: readonly Providers['Outage'][]) => {
      readonly outages: readonly Providers['Outage'][];
      readonly changed: Providers['Outage'];
    },
  ): Promise<Providers['Outage']>;
}

export function openRegister({ aggregates, collection }: Owned<ProviderState>, clock: Clock): Register {
  const load = async (id: string): Promise<ProviderAggregate> => {
    const found = await aggregates.load(id);
    if (found === undefined) throw notFound('No such provider.');
    return found;
  };
  return {
    async connect(connection) {
      const state: ProviderState = { connection, blocks: [] };
      const existing = await aggregates.load(connection.id);
      if (existing !== undefined && !isDeepStrictEqual(existing.state.connection, connection)) {
        await aggregates.update(connection.id, existing.version, {
          state: { ...existing.state, connection },
        });
        return { provider: providerOf(await load(connection.id)), replayed: false };
      }
      const { aggregate, replayed } = await aggregates.create(
        { _id: connection.id, state, pending: [standingEvent(connection.id, 1, [], instant(clock))] },
        (stored) => isDeepStrictEqual(stored.state.connection, connection),
      );
      return { provider: providerOf(aggregate), replayed };
    },
    async all() {
      return (await collection.find().sort({ _id: 1 }).toArray()).map(providerOf);
    },
    async get(id) {
      return providerOf(await load(id));
    },
    async agreement(id) {
      return (await load(id)).state.connection.agreement;
    },
    async byMember(member) {
      const found = await collection.findOne({ 'state.connection.xroadMember': member });
      if (found === null) throw notFound('No provider is this member.');
      return providerOf(found);
    },
    async standing(id) {
      return standingOf(await load(id));
    },
    async blocks(id) {
      return (await load(id)).state.blocks.toReversed();
    },
    async changeBlocks(id, change) {
      const current = await load(id);
      const blocks = change(current.state.blocks);
      const next: Next<ProviderState> = {
        state: { ...current.state, blocks },
        pending: [standingEvent(id, current.version + 1, blocks, instant(clock))],
      };
      await aggregates.update(id, current.version, next);
      return blocks;
    },
    async outages(id) {
      return ((await load(id)).state.outages ?? []).toReversed();
    },
    async changeOutages(id, change) {
      const current = await load(id);
      const { outages, changed } = change(current.state.outages ?? []);
      await aggregates.update(id, current.version, {
        state: { ...current.state, outages },
        pending: [outageEvent(changed, current.version + 1, instant(clock))],
      });
      return changed;
    },
  };
}

export function openBlock(blocks: readonly Providers['Block'][]): Providers['Block'] | undefined {
  return blocks.find((block) => block.liftedAt === undefined);
}

function standingOf(aggregate: ProviderAggregate): Providers['Standing'] {
  const block = openBlock(aggregate.state.blocks);
  return {
    providerId: aggregate._id,
    blocked: block !== undefined,
    version: aggregate.version,
    ...(block === undefined ? {} : { since: block.blockedAt }),
  };
}

function providerOf(aggregate: ProviderAggregate): Providers['Provider'] {
  return { ...aggregate.state.connection, standing: standingOf(aggregate) };
}

/** Tells of an outage; `isOutage` sends it to another topic than the provider's standing. */
const outageType = 'provider.outage.v1';
export function isOutage({ type }: Pick<StoredEvent, 'type'>): boolean {
  return type === outageType;
}

function outageEvent(
  { id, providerId, cause, startedAt, removedAt }: Providers['Outage'],
  version: number,
  at: string,
): StoredEvent<EventData['ProviderOutage']> {
  return {
    id: `${providerId}:${version}:outage`,
    type: outageType,
    time: at,
    data: { providerId, outageId: id, cause, startedAt, at, ...(removedAt !== undefined && { removedAt }) },
  };
}

function standingEvent(
  providerId: string,
  version: number,
  blocks: readonly Providers['Block'][],
  at: string,
): StoredEvent<EventData['ProviderStanding']> {
  const block = openBlock(blocks);
  return {
    id: `${providerId}:${version}:standing`,
    type: 'provider.standing.v1',
    time: at,
    data: { providerId, blocked: block !== undefined, version, at, ...(block && { cause: block.cause }) },
  };
}
