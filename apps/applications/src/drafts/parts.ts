import { Problem } from '@kyzmat/http';
import type { Kit } from '@kyzmat/kit';
import type { mongo } from 'mongoose';
import type { FilesOf } from '../attachments/store.ts';
import type { Calendars } from '../calendars/calendars.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { People } from '../people/people.ts';
import type { ApplicationDocument } from '../state/application.ts';
import type { Draft, Drafts } from './store.ts';

/** What everything done with drafts stands on. */
export interface DraftParts {
  readonly kit: Kit;
  readonly drafts: Drafts;
  readonly catalogue: Catalogue;
  readonly calendars: Calendars;
  readonly people: People;
  readonly filesOf: FilesOf;
  /** Applications, whole, for prefilling from those of the same person. */
  readonly submitted: Pick<mongo.Collection<ApplicationDocument>, 'find' | 'findOne'>;
  readonly unsubmitted: Unsubmitted;
}

/** Those of the drafts that have not become applications. */
export type Unsubmitted = (drafts: readonly Draft[]) => Promise<Draft[]>;

/** What was signed and sent is changed no more. Throws Problem `draft_submitted` (409). */
export async function mustBeOpen(unsubmitted: Unsubmitted, draft: Draft): Promise<void> {
  if ((await unsubmitted([draft])).length > 0) return;
  throw new Problem(409, 'draft_submitted', 'The draft has been submitted: it is an application now.');
}
