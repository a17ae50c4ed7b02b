import type { Caller } from '@kyzmat/auth';
import { notFound } from '@kyzmat/http';
import type { Doors } from '../acts/visible.ts';
import type { ApplicationDocument } from '../state/application.ts';

/**
 * An application for those who may read what was written in it: its applicant, its provider, and the processes that
 * carry it. The operator watches over times and stages only (P573-43).
 */
export function insideOf(doors: Doors, id: string, caller: Caller): Promise<ApplicationDocument> {
  if (caller.role === 'operator') return Promise.reject(notFound('No such application.'));
  return doors.document(id, caller);
}
