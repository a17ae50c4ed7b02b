import { createHash } from 'node:crypto';
import type { Caller } from '@kyzmat/auth';
import { instant } from '@kyzmat/clock';
import { topics, type Applications as Contract } from '@kyzmat/contracts';
import { notFound, permit, Problem } from '@kyzmat/http';
import type { Journal } from '@kyzmat/journal';
import { ownAggregates, ownWork, type Kit } from '@kyzmat/kit';
import { may } from '@kyzmat/policy';
import type { Attachments } from '../attachments/store.ts';
import type { Calendars } from '../calendars/calendars.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Drafts } from '../drafts/store.ts';
import type { Ratings } from '../ratings/ratings.ts';
import type { IssuedDocuments } from '../results/issued.ts';
import type { Holds } from '../retention/holds.ts';
import type { Applications } from '../state/store.ts';
import type { VerifySignature } from '../submission/signature.ts';
import { openConfirm } from './confirm.ts';
import { eraseQueue, erasure, keepers, type ErasureState, type EraseWork, type Found } from './erasure.ts';
import { standingOf, type Standing } from './standing.ts';

interface ErasureParts {
  readonly kit: Kit;
  readonly drafts: Drafts;
  readonly applications: Applications;
  readonly attachments: Attachments;
  readonly issued: IssuedDocuments;
  readonly ratings: Ratings;
  readonly holds: Holds;
  readonly catalogue: Catalogue;
  readonly calendars: Calendars;
  readonly journal: Pick<Journal, 'records'>;
  readonly verifySignature: VerifySignature;
}

type Item = Contract['HeldItem'];
type Gone = Contract['GoneItem'];

export interface Erasures {
  /** What is held of the caller, and what of it may go. */
  held(caller: Caller): Promise<Item[]>;
  /** What the caller let go lately, and who has erased it. */
  gone(caller: Caller): Promise<Gone[]>;
  /** @throws Problem not_erasable, signature_invalid, not_found */
  erase(caller: Caller, ids: readonly string[], signature: string): Promise<readonly string[]>;
  /** Everything held of a person, with why it stays; for the end of the cabinet. */
  allOf(ownerId: string): Promise<readonly (Standing & { readonly found: Found })[]>;
  /** Lets go what may go; in whose name stands in the journal. */
  letGo(found: Found, caller: Caller): Promise<void>;
  start(): Promise<void>;
  stop(): Promise<void>;
}

const mostListed = 200;
const mostGone = 20;

/**
 * Letting go is an act of its own: approved with a fresh code, recorded in the journal, then one write that owes the
 * removal and the news of it. So a crash in between removes later, never half; the other processes follow the news, and
 * are asked until each has said that nothing is left.
 */
export function openErasures(parts: ErasureParts): Erasures {
  const { kit, drafts, applications, attachments, issued, ratings } = parts;
  const { holds, catalogue, calendars, journal, verifySignature } = parts;
  const work = ownWork<EraseWork>(kit, eraseQueue, async ({ id }) => {
    await remove(id);
    await confirm(id);
  });
  const owned = ownAggregates<ErasureState>(kit, {
    collection: 'erasures',
    topicOf: () => topics.applications,
    work: [work],
  });
  const confirm = openConfirm(kit, owned);

  async function remove(id: string): Promise<void> {
    const { _id, state } = (await owned.aggregates.load(id)) ?? {};
    if (_id === undefined || state === undefined) throw new Error('The erasure is not there');
    for (const file of await attachments.ofDraft(id)) await attachments.erase(file.fileId);
    await drafts.remove(id);
    if (state.kind === 'draft') return;
    const application = await applications.documents.findOne({ _id: id });
    // Before the application, which knows whether the result was given out.
    if (application !== null) await issued.letGo(id, application.state.result?.documentId, state.at);
    await ratings.remove(id);
    await applications.documents.deleteOne({ _id: id });
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

  async function foundOf(ownerId: string, most: number): Promise<Found[]> {
    const sent = await applications.documents
      .find({ 'state.ownerId': ownerId })
      .sort({ 'state.submittedAt': -1 })
      .limit(most)
      .toArray();
    const begun = await applications.notAmong(await drafts.listOf(ownerId));
    return [
      ...begun.map((of): Found => ({ kind: 'draft', of })),
      ...sent.map((of): Found => ({ kind: 'application', of })),
    ];
  }

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

  return {
    async held(caller) {
      permit(may(caller, 'own-data.manage'));
      return Promise.all((await foundOf(caller.subject, mostListed)).map(itemOf));
    },
    async gone(caller) {
      permit(may(caller, 'own-data.manage'));
      const lately = await owned.collection
        .find({ 'state.ownerId': caller.subject })
        .sort({ 'state.at': -1 })
        .limit(mostGone)
        .toArray();
      return lately.map(({ _id: id, state }) => goneOf(id, state));
    },
    async erase(caller, ids, signature) {
      permit(may(caller, 'own-data.manage'));
      const signed = await verifySignature(signature);
      if (signed.subject !== caller.subject || signed.hash !== hashOf(ids)) throw notApproved();
      const found = (await Promise.all(ids.map((id) => mayGo(id, caller)))).filter(
        (each) => each !== undefined,
      );
      for (const each of found) await letGo(each, caller);
      return ids;
    },
    async allOf(ownerId) {
      const found = await foundOf(ownerId, Number.MAX_SAFE_INTEGER);
      return Promise.all(found.map(async (each) => ({ ...(await standing(each)), found: each })));
    },
    letGo,
    async start() {
      await owned.collection.createIndex({ 'state.ownerId': 1, 'state.at': -1 });
      await owned.start();
      await work.start();
    },
    async stop() {
      await owned.stop();
      await work.stop();
    },
  };
}

/** What is erased here is gone before the answer; the others follow. */
function goneOf(id: string, { kind, at, erasedBy = [] }: ErasureState): Gone {
  return {
    id,
    kind,
    at,
    erasedBy: ['applications', ...erasedBy],
    owedBy: keepers.filter((each) => !erasedBy.includes(each)),
  };
}

/** What the person approves: these ids and no others. */
export function hashOf(ids: readonly string[]): string {
  return createHash('sha256').update(ids.toSorted().join('\n')).digest('hex');
}

function notApproved(): Problem {
  return new Problem(422, 'signature_invalid', 'The code was given for something else.', {
    message: {
      ky: 'Код башка нерсе үчүн берилген. Кайра тандап, жаңы код сураңыз.',
      ru: 'Код был дан для другого. Выберите ещё раз и запросите новый код.',
    },
  });
}
