import type { Caller } from '@kyzmat/auth';
import { forbidden, notFound } from '@kyzmat/http';
import type { Identity, IdentityApi } from '@kyzmat/contracts';
import { noContent, type ContractRoutes } from '@kyzmat/kit';
import type { Consents } from '../consents/consents.ts';
import type { Esi } from '../esi/esi.ts';
import type { Seal } from '../keys/sealed.ts';
import type { Powers } from '../powers/store.ts';
import type { AccessFact, AccessFacts } from './facts.ts';
import type { OpenSession, Sessions } from './sessions.ts';

/** Portal and desk ask at each request; people see and end their own sessions. */
export function sessionRoutes(
  routes: ContractRoutes<IdentityApi>,
  parts: {
    readonly sessions: Sessions;
    readonly facts: AccessFacts;
    readonly consents: Consents;
    readonly esi: Esi;
    readonly seal: Seal;
    readonly powers: Powers;
  },
): void {
  const { sessions, facts, consents, esi, seal, powers } = parts;

  routes.get('/sessions/{id}', async ({ caller, params }) => {
    const door = doorOf(caller);
    const session = await sessions.use(params.id);
    if (session === undefined || (session.route === 'staff') !== (door === 'desk'))
      return { open: false, missing: [] };
    if (door === 'desk') return { open: true, missing: [] };
    const { subject, actor } = session;
    // A power that has run out closes what was open by it (P573-15).
    if (subject !== actor && (await powers.standing(subject, actor)) === undefined)
      return { open: false, missing: [] };
    return { open: true, missing: [...(await consents.missing(subject, actor))] };
  });

  routes.get('/persons/{id}/sign-ins', async ({ caller, params, query }) => {
    if (caller.role !== 'user' || caller.actor !== params.id) throw notFound('No such person.');
    const [open, page] = await Promise.all([sessions.of(params.id), facts.of(params.id, query.after)]);
    const next = page.next === undefined ? {} : { next: page.next };
    return { sessions: open.map(sessionView), signIns: page.facts.map(factView), ...next };
  });

  routes.delete('/sessions/{id}', async ({ caller, params }) => {
    // Another person's session is answered as if it did not exist.
    if (caller.role !== 'user' || (await sessions.end(params.id, caller.actor)) === undefined) {
      throw notFound('No such session.');
    }
    return noContent;
  });

  routes.delete('/persons/{id}/sessions', async ({ caller, params }) => {
    if (caller.role !== 'user' || caller.actor !== params.id) throw notFound('No such person.');
    await sessions.endAllOf(params.id);
    return noContent;
  });

  routes.post('/sessions/{id}/sign-out', async ({ caller, params }) => {
    doorOf(caller);
    const ended = await sessions.end(params.id);
    if (ended?.esiToken === undefined) return {};
    // Single logout: without it the next person at a shared computer would enter ESI as this one.
    const continueAt = await esi.signOutAt(seal.open(ended.esiToken)).catch(() => undefined);
    return continueAt === undefined ? {} : { continueAt };
  });
}

/** Where people are signed in: the portal, or the desk. @throws Problem forbidden for everybody else */
function doorOf({ role, process }: Caller): 'portal' | 'desk' {
  if (role === 'system' && (process === 'portal' || process === 'desk')) return process;
  throw forbidden();
}

function sessionView({ _id, at, route, browser, address, actingFor }: OpenSession): Identity['Session'] {
  return { id: _id, at, route, ...known({ browser, address, actingFor }) };
}

function factView(fact: AccessFact): Identity['SignIn'] {
  const { _id, at, outcome, route, reason, browser, address, actingFor, newBrowser } = fact;
  const view = { id: _id, at, outcome, route, ...known({ reason, browser, address, actingFor }) };
  return newBrowser === true ? { ...view, newBrowser } : view;
}

type Known<T> = { [K in keyof T]?: Exclude<T[K], undefined> };
function known<T extends Record<string, string | undefined>>(values: T): Known<T>;
function known(values: Record<string, string | undefined>): object {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}
