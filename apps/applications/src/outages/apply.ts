import { ownWork, type Kit, type OwnWorkOf } from '@kyzmat/kit';
import { finalStages, type ApplicationEvent, type Command } from '@kyzmat/lifecycle';
import { systemActor } from '../acts/actor.ts';
import type { CarryOut } from '../acts/carry-out.ts';
import type { StoredApplication } from '../state/application.ts';
import type { Applications } from '../state/store.ts';
import type { Outage } from './outages.ts';

/**
 * P573-42: an outage of a provider is recorded on each of its open applications; its removal opens there the clock of 24
 * hours. An application that came while the outage lasted learns of it with the removal. Doing it again changes nothing:
 * an application knows each outage by its id.
 */
export function outageWork(
  kit: Kit,
  parts: () => { readonly applications: Applications; readonly carryOut: CarryOut },
): OwnWorkOf<Outage> {
  return ownWork<Outage>(
    kit,
    'apply-outages',
    async (outage) => {
      const { applications, carryOut } = parts();
      const touched = applications.documents
        .find(filterOf(outage))
        .project<Pick<StoredApplication, '_id' | 'history'>>({ history: 1 });
      for await (const { _id, history } of touched) {
        for (const command of missing(history, outage)) {
          await carryOut({ applicationId: _id, command, actor: systemActor(kit) });
        }
      }
    },
    { concurrency: 1, leaseMs: 30 * 60_000 },
  );
}

/** Item id: what is to be done for one word about an outage. */
export function workOf(outage: Outage): { readonly id: string; readonly payload: Outage } {
  return {
    id: `${outage.outageId}:${outage.removedAt === undefined ? 'began' : 'removed'}`,
    payload: outage,
  };
}

function filterOf({ providerId, outageId, removedAt }: Outage): object {
  const open = {
    'state.stage': { $nin: [...finalStages] },
    ...(removedAt !== undefined && { 'state.submittedAt': { $lt: removedAt } }),
  };
  const ended = { 'state.outage.id': outageId, 'state.outage.removedAt': { $exists: false } };
  return { 'state.providerId': providerId, $or: [open, ended] };
}

function missing(history: readonly ApplicationEvent[], outage: Outage): Command[] {
  const { outageId, cause, startedAt, removedAt } = outage;
  const began = history.findLastIndex(
    ({ type, facts }) => type === 'outage_recorded' && facts.outageId === outageId,
  );
  const removed = began !== -1 && history.slice(began).some(({ type }) => type === 'outage_removed');
  return [
    ...(began === -1 ? [{ type: 'record_outage', outageId, cause, startedAt } as const] : []),
    ...(removedAt !== undefined && !removed ? [{ type: 'record_outage_removed', removedAt } as const] : []),
  ];
}
