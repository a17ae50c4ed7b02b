import type { EventData } from '@kyzmat/contracts';
import type { NewAggregate, StoredEvent } from '@kyzmat/store';
import type { Draft } from '../drafts/store.ts';
import type { ApplicationDocument } from '../state/application.ts';

/** What may keep something of an application beside this process; each is asked until it has nothing left. */
export const keepers = ['notifications', 'payments', 'tunduk'] as const;
export type Keeper = (typeof keepers)[number];

/** That something is gone, and since when: no word of what it was. */
export interface ErasureState {
  readonly ownerId: string;
  readonly kind: 'draft' | 'application';
  readonly at: string;
  /** Processes that have said that nothing is left; they never take it back. */
  readonly erasedBy?: readonly Keeper[];
}
export interface EraseWork {
  readonly id: string;
}
export type Found =
  | { readonly kind: 'application'; readonly of: ApplicationDocument }
  | { readonly kind: 'draft'; readonly of: Draft };

export const eraseQueue = 'erase';

/** One write owes the removal and the news of it. */
export function erasure(found: Found, at: string): NewAggregate<ErasureState> {
  const { _id: id, state } = found.of;
  return {
    _id: id,
    state: { ownerId: state.ownerId, kind: found.kind, at },
    todo: [{ queue: eraseQueue, id: `${id}:${eraseQueue}`, time: at, payload: { id } }],
    pending: [news(found, at)],
  };
}

/** Whoever keeps something of it lets it go as well. */
function news(found: Found, at: string): StoredEvent<EventData['ApplicationEvent']> {
  const { _id: id, version, state } = found.of;
  const { ownerId, serviceCode, serviceVersion, language } = state;
  return {
    id: `${id}:erased`,
    type: 'application.erased.v1',
    time: at,
    data: {
      applicationId: id,
      ownerId,
      serviceCode,
      serviceVersion,
      language,
      ...(found.kind === 'application' ? ofApplication(found.of) : ofDraft),
      version: version + 1,
      at,
      actorRole: 'user',
      notices: [],
    },
  };
}

function ofApplication({ state }: ApplicationDocument) {
  const { reference, providerId, stage, payment, terms } = state;
  return { reference, providerId, stage, payment, priceTyiyn: terms.priceTyiyn };
}

/** Nobody but its person and the notices ever knew of it. */
const ofDraft = { reference: '', providerId: '-', stage: 'draft', payment: 'none', priceTyiyn: 0 } as const;
