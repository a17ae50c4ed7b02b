import type { Caller } from '@kyzmat/auth';
import type { Answers, FileValue, Lang } from '@kyzmat/forms';
import { notFound } from '@kyzmat/http';
import type { Kit } from '@kyzmat/kit';
import { createAggregates, type Aggregate, type Aggregates } from '@kyzmat/store';
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
  /** Absent while identity could not be asked. */
  readonly applicant?: Applicant;
}
export type Draft = Aggregate<DraftState>;

/** The files uploaded to a draft; kept beside it, so that an upload does not make the open page stale. */
export type FilesOf = (draftId: string) => Promise<readonly FileValue[]>;

export interface Drafts extends Pick<Aggregates<DraftState>, 'create' | 'load' | 'update'> {
  /** The caller's own draft. P573-8e: to anybody else it does not exist. */
  own(id: string, caller: Caller): Promise<Draft>;
  /** Newest first. */
  listOf(ownerId: string): Promise<Draft[]>;
  remove(id: string): Promise<void>;
  start(): Promise<void>;
  stop(): Promise<void>;
}

const mostListed = 100;

export function openDrafts(kit: Kit): Drafts {
  const collection: mongo.Collection<Draft> = kit.store.collection('drafts');
  const aggregates = createAggregates<DraftState>(kit.store.collection('drafts'));
  return {
    ...aggregates,
    async own(id, caller) {
      const draft = await aggregates.load(id);
      if (draft === undefined || caller.role !== 'user' || draft.state.ownerId !== caller.subject) {
        throw notFound('No such draft.');
      }
      return draft;
    },
    listOf: (ownerId) =>
      collection.find({ 'state.ownerId': ownerId }).sort({ 'state.savedAt': -1 }).limit(mostListed).toArray(),
    async remove(id) {
      await collection.deleteOne({ _id: id });
    },
    async start() {
      await collection.createIndex({ 'state.ownerId': 1, 'state.savedAt': -1 });
    },
  };
}
