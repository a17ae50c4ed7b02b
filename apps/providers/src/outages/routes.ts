import { randomUUID } from 'node:crypto';
import type { Caller } from '@kyzmat/auth';
import { instant, type Clock } from '@kyzmat/clock';
import type { Providers, ProvidersApi } from '@kyzmat/contracts';
import { notFound, Problem } from '@kyzmat/http';
import { created, type ContractRoutes } from '@kyzmat/kit';
import type { Register } from '../register/store.ts';

type Outage = Providers['Outage'];

/** P573-42: unforeseen circumstances at a provider, recorded by the operator or by the provider itself, one at a time. */
export function outageRoutes(routes: ContractRoutes<ProvidersApi>, register: Register, clock: Clock): void {
  routes.get('/providers/{id}/outages', async ({ params, caller }) => {
    ownOrOperator(caller, params.id);
    return { outages: [...(await register.outages(params.id))] };
  });

  routes.post('/providers/{id}/outages', async ({ params, body, caller }) => {
    await mayRecord(caller, params.id);
    const now = instant(clock);
    notInFuture(body.startedAt, now);
    const outage = await register.changeOutages(params.id, (before) => {
      if (before.some(({ removedAt }) => removedAt === undefined)) {
        throw new Problem(409, 'outage_open', 'An outage of this provider is open.', { ruleId: 'P573-42' });
      }
      if (before.some(({ removedAt = '' }) => body.startedAt < removedAt)) {
        throw new Problem(422, 'before_last_outage', 'The outage before had not been removed then.');
      }
      const { cause, startedAt } = body;
      const recorded = { recordedBy: caller.actor, recordedAt: now };
      const changed: Outage = { id: randomUUID(), providerId: params.id, cause, startedAt, ...recorded };
      return { outages: [...before, changed], changed };
    });
    return created(outage);
  });

  routes.post('/providers/{id}/outages/{outageId}/removal', async ({ params, body, caller }) => {
    await mayRecord(caller, params.id);
    notInFuture(body.removedAt, instant(clock));
    const known = (await register.outages(params.id)).find(({ id }) => id === params.outageId);
    if (known === undefined) throw notFound('No such outage.');
    // What has been recorded as removed stays so: a repeat gets what is on record.
    if (known.removedAt !== undefined) return known;
    if (body.removedAt < known.startedAt) {
      throw new Problem(422, 'before_outage', 'It cannot be removed before it began.', { ruleId: 'P573-42' });
    }
    return register.changeOutages(params.id, (before) => {
      const changed: Outage = { ...known, removedAt: body.removedAt };
      return { outages: before.map((outage) => (outage.id === known.id ? changed : outage)), changed };
    });
  });

  /** C22-13: a blocked provider does nothing here either. */
  async function mayRecord(caller: Caller, providerId: string): Promise<void> {
    ownOrOperator(caller, providerId);
    if (caller.role !== 'operator' && (await register.standing(providerId)).blocked) {
      throw new Problem(403, 'provider_blocked', undefined, { ruleId: 'C22-13' });
    }
  }
}

const ofProvider: readonly string[] = ['executor', 'provider_head', 'provider_system'];

function ownOrOperator({ role, provider }: Caller, providerId: string): void {
  const own = provider === providerId && ofProvider.includes(role);
  if (!own && role !== 'operator') throw notFound('No such provider.');
}

function notInFuture(at: string, now: string): void {
  if (at > now) throw new Problem(422, 'in_the_future', 'What is recorded has happened already.');
}
