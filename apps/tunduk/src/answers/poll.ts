import { instant } from '@kyzmat/clock';
import type { Kit } from '@kyzmat/kit';
import { DependencyDown, shardOf } from '@kyzmat/store';
import type { CmisObject } from '../cmis/types.ts';
import { changeDelivery, type Deliveries } from '../delivery/change.ts';
import { taken } from '../delivery/delivery.ts';
import type { OpenEdms } from '../edms/open.ts';
import { worksInEdms, type EdmsProvider, type ProviderRegister } from '../providers/providers.ts';
import { changesSince } from './statement.ts';

/** How far the document system of a provider has been read, by its own clock. */
interface Mark {
  /** The provider. */
  readonly _id: string;
  readonly readUntil: string;
}

interface PollParts {
  readonly deliveries: Deliveries;
  readonly providers: ProviderRegister;
  readonly openEdms: OpenEdms;
  readonly everyMs: number;
}

export interface Poll {
  /** One look at every document system; also for tests. */
  look(): Promise<void>;
  alive(): boolean;
  stop(): Promise<void>;
}

/** Looked at again each time: document systems store what was written a little earlier a little later. */
const overlapMs = 2 * 60 * 1000;
const pageSize = 100;
const hangsAfterMs = 120_000;

/**
 * C22-11: asks the document systems for what was written since, by time of change. Their change logs are not trusted:
 * a document counts by its id and change token, and the same one found twice changes nothing.
 */
export function startPoll(kit: Kit, { deliveries, providers, openEdms, everyMs }: PollParts): Poll {
  const marks = kit.store.collection<Mark>('edmsMarks');

  async function look(): Promise<void> {
    const mine = new Set(kit.leases().mine());
    // C22-13: the standing comes with the list, now; nothing is taken from a provider that is blocked.
    const open = (await providers.all()).filter(worksInEdms).filter(({ standing }) => !standing.blocked);
    for (const provider of open.filter(({ id }) => mine.has(shardOf(id)))) {
      await read(provider).catch((error: unknown) => failed(provider, error));
    }
  }

  async function read(provider: EdmsProvider): Promise<void> {
    const mark = await marks.findOne({ _id: provider.id });
    const since = new Date(Math.max(0, Date.parse(mark?.readUntil ?? epoch) - overlapMs)).toISOString();
    const { cmis } = openEdms(provider.edms);
    let readUntil = mark?.readUntil ?? epoch;
    for (let skip = 0; ; skip += pageSize) {
      const { objects, more } = await cmis.query(changesSince(since), { skip, max: pageSize });
      for (const object of await unknown(objects)) await take(provider, object);
      readUntil = objects.reduce(
        (last, { modifiedAt }) => (modifiedAt > last ? modifiedAt : last),
        readUntil,
      );
      if (!more || objects.length === 0) break;
    }
    // Only after all of it is ours: a crash before means reading it again.
    if (readUntil !== mark?.readUntil) {
      await marks.updateOne({ _id: provider.id }, { $max: { readUntil } }, { upsert: true });
    }
  }

  /** Those of which no delivery has this very version. */
  async function unknown(objects: readonly CmisObject[]): Promise<readonly CmisObject[]> {
    if (objects.length === 0) return [];
    const known = await deliveries.collection
      .find({ 'state.answers.objectId': { $in: objects.map(({ id }) => id) } })
      .project<{ state: { answers: readonly { objectId: string; changeToken: string }[] } }>({
        'state.answers.objectId': 1,
        'state.answers.changeToken': 1,
      })
      .toArray();
    const versions = new Set(
      known.flatMap(({ state }) => state.answers.map((each) => `${each.objectId} ${each.changeToken}`)),
    );
    return objects.filter(({ id, changeToken }) => !versions.has(`${id} ${changeToken}`));
  }

  async function take({ id: providerId, edms }: EdmsProvider, object: CmisObject): Promise<void> {
    const { cmis, folderOf } = openEdms(edms);
    const [folder] = await cmis.parentsOf(object.id);
    if (folder === undefined) return;
    const delivery = await deliveries.collection.findOne(
      { 'state.reference': folder.name, 'state.providerId': providerId },
      { projection: { _id: 1 } },
    );
    if (delivery === null || folder.path !== folderOf(folder.name)) return;
    const { id: objectId, changeToken, name, modifiedAt } = object;
    await changeDelivery(deliveries, delivery._id, ({ state }) =>
      taken(delivery._id, state, [{ objectId, changeToken, name, modifiedAt }], instant(kit.clock)),
    );
  }

  function failed({ id }: EdmsProvider, error: unknown): void {
    // Said by the X-Road client already.
    if (error instanceof DependencyDown) return;
    kit.telemetry.log.warn({ err: error, providerId: id }, 'a document system could not be read');
  }

  let turnedAt = performance.now();
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  let round = Promise.resolve();
  const next = (): void => {
    turnedAt = performance.now();
    if (stopped) return;
    timer = setTimeout(() => {
      round = look()
        .catch((error: unknown) => kit.telemetry.log.warn({ err: error }, 'document systems wait'))
        .then(next);
    }, everyMs);
  };
  next();
  return {
    look,
    alive: () => performance.now() - turnedAt < hangsAfterMs + everyMs,
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await round;
    },
  };
}

const epoch = '1970-01-01T00:00:00.000Z';
