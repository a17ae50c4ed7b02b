import { instant } from '@kyzmat/clock';
import type { EventData } from '@kyzmat/contracts';
import type { Kit } from '@kyzmat/kit';
import { StaleVersion, startTimers, type Aggregate, type StoredEvent, type Timers } from '@kyzmat/store';
import type { Calendars } from '../calendars/calendars.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Draft, Drafts, DraftState } from '../drafts/store.ts';
import type { Applications } from '../state/store.ts';
import type { Holds } from './holds.ts';
import { draftMoments } from './policy.ts';

interface DraftEndParts {
  readonly kit: Kit;
  readonly drafts: Drafts;
  readonly applications: Pick<Applications, 'notAmong'>;
  readonly calendars: Calendars;
  readonly catalogue: Catalogue;
  readonly holds: Holds;
}

export const draftExpires = 'draft_expires';
const dayMs = 24 * 3_600_000;

/** Whether a notice is owed by a draft, not by an application: nobody keeps a legal clock for it. */
export function isOfDraft(noticeId: string): boolean {
  return noticeId.includes(`:${draftExpires}:`);
}

/**
 * P573-27f: a draft nobody has saved for three months goes at the end of the matching date, and its person is told some
 * days before: once for each time it was saved. Its files follow when the sweeper finds them without a draft.
 */
export function startDraftEnds(parts: DraftEndParts): Timers {
  const { kit, drafts, applications, calendars, holds } = parts;

  async function look(draft: Draft): Promise<void> {
    const now = instant(kit.clock);
    const { _id, version, state } = draft;
    const { remindAt, endsAt } = draftMoments(state.savedAt, await calendars.current());
    const submitted = (await applications.notAmong([draft])).length === 0;
    if (now > endsAt && !(await holds.on(_id))) {
      await drafts.removeAt(_id, version);
    } else if (now > endsAt) {
      await drafts.update(_id, version, {
        state,
        nextDueAt: new Date(Date.parse(now) + dayMs).toISOString(),
      });
    } else if (now >= remindAt && !submitted && state.reminder?.savedAt !== state.savedAt) {
      const noticeId = `${_id}:${draftExpires}:${version}`;
      const reminder = { noticeId, at: now, savedAt: state.savedAt };
      const pending = [await reminderNews(parts, draft, noticeId, endsAt, now)];
      await drafts.update(_id, version, {
        state: { ...state, reminder },
        pending,
        nextDueAt: justAfter(endsAt),
      });
    } else {
      const nextDueAt = now < remindAt ? remindAt : justAfter(endsAt);
      // Each write makes the page somebody has open stale: none without need.
      if (draft.nextDueAt !== nextDueAt) await drafts.update(_id, version, { state, nextDueAt });
    }
  }

  return startTimers<DraftState>({
    collection: kit.store.collection<Aggregate<unknown>>('drafts'),
    leases: kit.leases(),
    clock: kit.clock,
    log: kit.telemetry.log,
    async handle(batch) {
      for (const draft of batch) await look(draft).catch(unlessSaved);
    },
  });
}

function justAfter(at: string): string {
  return new Date(Date.parse(at) + 1).toISOString();
}

/** The person saved it in the same moment: it is counted anew. */
function unlessSaved(error: unknown): void {
  if (!(error instanceof StaleVersion)) throw error;
}

async function reminderNews(
  { catalogue }: DraftEndParts,
  { _id, version, state }: Draft,
  noticeId: string,
  dueAt: string,
  at: string,
): Promise<StoredEvent<EventData['ApplicationEvent']>> {
  const { definition } = await catalogue.version(state.serviceCode, state.serviceVersion);
  return {
    id: `${noticeId}:owed`,
    type: 'draft.expires.v1',
    time: at,
    data: {
      applicationId: _id,
      reference: '',
      ownerId: state.ownerId,
      providerId: definition.service.provider,
      serviceCode: state.serviceCode,
      serviceVersion: state.serviceVersion,
      stage: 'draft',
      payment: 'none',
      priceTyiyn: definition.service.price.totalTyiyn,
      version,
      at,
      actorRole: 'system',
      language: state.language,
      notices: [
        {
          noticeId,
          kind: draftExpires,
          ruleId: 'P573-27f',
          dueAt,
          recipientId: state.ownerId,
          channels: { required: ['cabinet'], extra: ['emessage', 'email'] },
        },
      ],
    },
  };
}
