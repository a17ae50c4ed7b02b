import type { Caller } from '@kyzmat/auth';
import { topics } from '@kyzmat/contracts';
import type { Answers, Lang } from '@kyzmat/forms';
import { notFound } from '@kyzmat/http';
import { ownAggregates, type Kit } from '@kyzmat/kit';
import { may } from '@kyzmat/policy';
import type { Aggregate, Aggregates } from '@kyzmat/store';
import type { mongo } from 'mongoose';
import type { Applicant } from '../state/application.ts';

/** What a person has filled in so far. A draft is no application: that comes into being by submission (P573-8l). */
export interface DraftState {
  readonly ownerId: string;
  readonly serviceCode: string;
  readonly serviceVersion: number;
  readonly language: Exclude<Lang, 'en'>;
  /** As typed; what cannot be read is kept as `Unread`. */
  readonly answers: Answers;
  /** Fields filled from the profile (P573-27c). */
  readonly autofilled: readonly string[];
  readonly completedPages: readonly string[];
  readonly savedAt: string;
  /** Taken over from an earlier application, with the person's consent. */
  readonly prefilled?: {
    readonly applicationId: string;
    readonly reference: string;
    readonly submittedAt: string;
    readonly fields: readonly string[];
  };
  /** The version it was begun with, when it has moved on to a newer one since. */
  readonly movedFrom?: number;
  /** The notice that it will go soon; of the save it was counted from. */
  readonly reminder?: { readonly noticeId: string; readonly at: string; readonly savedAt: string };
  /** Absent while identity could not be asked. */
  readonly applicant?: Applicant;
}
export type Draft = Aggregate<DraftState>;

export interface Drafts extends Pick<Aggregates<DraftState>, 'create' | 'load' | 'update'> {
  /** The caller's own draft. P573-8e: to anybody else it does not exist. */
  own(id: string, caller: Caller): Promise<Draft>;
  /** Newest first. */
  listOf(ownerId: string): Promise<Draft[]>;
  remove(id: string): Promise<void>;
  /** Removes it only if nobody has saved it since. */
  removeAt(id: string, version: number): Promise<void>;
  readonly documents: mongo.Collection<Draft>;
  start(): Promise<void>;
  stop(): Promise<void>;
}

const mostListed = 100;

export function openDrafts(kit: Kit): Drafts {
  const owned = ownAggregates<DraftState>(kit, { collection: 'drafts', topicOf: () => topics.applications });
  const { aggregates, collection } = owned;
  return {
    ...aggregates,
    documents: collection,
    async own(id, caller) {
      const draft = await aggregates.load(id);
      const { allowed } = may(caller, 'draft.open', { ownerId: draft?.state.ownerId });
      if (draft === undefined || !allowed) throw notFound('No such draft.');
      return draft;
    },
    listOf: (ownerId) =>
      collection.find({ 'state.ownerId': ownerId }).sort({ 'state.savedAt': -1 }).limit(mostListed).toArray(),
    async remove(id) {
      await collection.deleteOne({ _id: id });
    },
    async removeAt(id, version) {
      await collection.deleteOne({ _id: id, version });
    },
    async start() {
      await collection.createIndex({ 'state.ownerId': 1, 'state.savedAt': -1 });
      await owned.start();
    },
    stop: () => owned.stop(),
  };
}
