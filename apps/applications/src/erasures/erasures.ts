import { createHash } from 'node:crypto';
import type { Caller } from '@kyzmat/auth';
import { instant } from '@kyzmat/clock';
import { topics, type Applications as Contract, type EventData } from '@kyzmat/contracts';
import { forbidden, notFound, Problem } from '@kyzmat/http';
import type { Journal } from '@kyzmat/journal';
import { ownAggregates, ownWork, type Kit } from '@kyzmat/kit';
import type { NewAggregate, StoredEvent } from '@kyzmat/store';
import type { Attachments } from '../attachments/store.ts';
import type { Calendars } from '../calendars/calendars.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Draft, Drafts } from '../drafts/store.ts';
import type { Holds } from '../retention/holds.ts';
import type { ApplicationDocument } from '../state/application.ts';
import type { Applications } from '../state/store.ts';
import type { VerifySignature } from '../submission/signature.ts';
import { standingOf, type Standing } from './standing.ts';

interface ErasureParts {
  readonly kit: Kit;
  readonly drafts: Drafts;
  readonly applications: Applications;
  readonly attachments: Attachments;
  readonly holds: Holds;
  readonly catalogue: Catalogue;
  readonly calendars: Calendars;
  readonly journal: Pick<Journal, 'records'>;
  readonly verifySignature: VerifySignature;
}

/** That something is gone, and since when: no word of what it was. */
interface ErasureState {
  readonly ownerId: string;
  readonly kind: 'draft' | 'application';
  readonly at: string;
}
interface EraseWork {
  readonly id: string;
}
type Item = Contract['HeldItem'];
type Found =
  | { readonly kind: 'application'; readonly of: ApplicationDocument }
  | { readonly kind: 'draft'; readonly of: Draft };

export interface Erasures {
  /** What is held of the caller, and what of it may go. */
  held(caller: Caller): Promise<Item[]>;
  /** @throws Problem not_erasable, signature_invalid, not_found */
  erase(caller: Caller, ids: readonly string[], signature: string): Promise<readonly string[]>;
  start(): Promise<void>;
  stop(): Promise<void>;
}

const queue = 'erase';
const mostListed = 200;

/**
 * Letting go is an act of its own: approved with a fresh code, recorded in the journal, then one write that owes the
 * removal and the news of it. So a crash in between removes later, never half; the other processes follow the news.
 */
export function openErasures(parts: ErasureParts): Erasures {
  const { kit, drafts, applications, attachments, holds, catalogue, calendars, journal, verifySignature } =
    parts;
  const work = ownWork<EraseWork>(kit, queue, ({ id }) => remove(id));
  const owned = ownAggregates<ErasureState>(kit, {
    collection: 'erasures',
    topicOf: () => topics.applications,
    work: [work],
  });

  async function remove(id: string): Promise<void> {
    const { _id, state } = (await owned.aggregates.load(id)) ?? {};
    if (_id === undefined || state === undefined) throw new Error('The erasure is not there');
    for (const file of await attachments.ofDraft(id)) await attachments.erase(file.fileId);
    await drafts.remove(id);
    if (state.kind === 'application') await applications.documents.deleteOne({ _id: id });
  }

  async function find(id: string, caller: Caller): Promise<Found | undefined> {
    const [application, draft] = await Promise.all([
      applications.documents.findOne({ _id: id }),
      drafts.load(id),
    ]);
    if (application?.state.ownerId === caller.subject) return { kind: 'application', of: application };
    if (application === null && draft?.state.ownerId === caller.subject) return { kind: 'draft', of: draft };
    return undefined;
  }

  async function standing(found: Found): Promise<Standing> {
    const held = await holds.on(found.of._id);
    if (found.kind === 'draft') return { standing: held ? 'held' : 'erasable' };
    const waiting = found.of.pending.length + found.of.todo.length > 0;
    if (waiting) return { standing: 'open' };
    return standingOf(found.of.state, { held, now: instant(kit.clock), calendar: await calendars.current() });
  }

  async function itemOf(found: Found): Promise<Item> {
    const { serviceCode, serviceVersion } = found.of.state;
    const { definition } = await catalogue.version(serviceCode, serviceVersion);
    const shared = { id: found.of._id, serviceTitle: definition.service.title, ...(await standing(found)) };
    return found.kind === 'draft'
      ? { ...shared, kind: 'draft', at: found.of.state.savedAt }
      : {
          ...shared,
          kind: 'application',
          at: found.of.state.submittedAt,
          reference: found.of.state.reference,
        };
  }

  async function mayGo(id: string, caller: Caller): Promise<Found | undefined> {
    const found = await find(id, caller);
    if (found === undefined) {
      const gone = await owned.aggregates.load(id);
      if (gone?.state.ownerId === caller.subject) return undefined;
      throw notFound('No such item.');
    }
    const stays = await standing(found);
    if (stays.standing === 'erasable') return found;
    throw new Problem(409, 'not_erasable', 'Something has to stay for now.', { id, ...stays });
  }

  return {
    async held(caller) {
      userOnly(caller);
      const own = { 'state.ownerId': caller.subject };
      const sent = await applications.documents
        .find(own)
        .sort({ 'state.submittedAt': -1 })
        .limit(mostListed)
        .toArray();
      const begun = await applications.notAmong(await drafts.listOf(caller.subject));
      const found = [
        ...begun.map((of): Found => ({ kind: 'draft', of })),
        ...sent.map((of): Found => ({ kind: 'application', of })),
      ];
      return Promise.all(found.map(itemOf));
    },
    async erase(caller, ids, signature) {
      userOnly(caller);
      const signed = await verifySignature(signature);
      if (signed.subject !== caller.subject || signed.hash !== hashOf(ids)) throw notApproved();
      const found = (await Promise.all(ids.map((id) => mayGo(id, caller)))).filter(
        (each) => each !== undefined,
      );
      for (const each of found) await letGo(each, caller);
      return ids;
    },
    async start() {
      await owned.start();
      await work.start();
    },
    async stop() {
      await owned.stop();
      await work.stop();
    },
  };

  async function letGo(found: Found, caller: Caller): Promise<void> {
    const { _id: application, state } = found.of;
    const reference =
      found.kind === 'application' ? { application, reference: found.of.state.reference } : {};
    await journal.records(caller, { subject: state.ownerId, act: 'data.erased', ...reference });
    const gone = erasure(found, instant(kit.clock));
    await owned.aggregates.create(gone, (known) => known.state.ownerId === state.ownerId);
    // Done at once where nothing is in the way; the work owed does it again, and finds nothing.
    await remove(application);
  }
}

/** What the person approves: these ids and no others. */
export function hashOf(ids: readonly string[]): string {
  return createHash('sha256').update(ids.toSorted().join('\n')).digest('hex');
}

function erasure(found: Found, at: string): NewAggregate<ErasureState> {
  const { _id: id, state } = found.of;
  const { ownerId } = state;
  return {
    _id: id,
    state: { ownerId, kind: found.kind, at },
    todo: [{ queue, id: `${id}:${queue}`, time: at, payload: { id } }],
    ...(found.kind === 'application' ? { pending: [news(found.of, at)] } : {}),
  };
}

/** Whoever keeps something of this application lets it go as well. */
function news(
  { _id: id, version, state }: ApplicationDocument,
  at: string,
): StoredEvent<EventData['ApplicationEvent']> {
  const { reference, ownerId, providerId, serviceCode, serviceVersion, stage, payment, language, terms } =
    state;
  return {
    id: `${id}:erased`,
    type: 'application.erased.v1',
    time: at,
    data: {
      applicationId: id,
      reference,
      ownerId,
      providerId,
      serviceCode,
      serviceVersion,
      stage,
      payment,
      priceTyiyn: terms.priceTyiyn,
      version: version + 1,
      at,
      actorRole: 'user',
      language,
      notices: [],
    },
  };
}

function userOnly({ role }: Caller): void {
  if (role !== 'user') throw forbidden('user_only');
}

function notApproved(): Problem {
  return new Problem(422, 'signature_invalid', 'The code was given for something else.', {
    message: {
      ky: 'Код башка нерсе үчүн берилген. Кайра тандап, жаңы код сураңыз.',
      ru: 'Код был дан для другого. Выберите ещё раз и запросите новый код.',
    },
  });
}
