import type { Caller } from '@kyzmat/auth';
import { notFound, Problem } from '@kyzmat/http';
import type { Act, Journal, Use } from '@kyzmat/journal';
import { actsForProvider, type ApplicationState } from '@kyzmat/lifecycle';
import { may } from '@kyzmat/policy';
import type { Standing } from '../catalogue/standing.ts';
import type { ApplicationDocument, StoredApplication } from '../state/application.ts';
import type { Applications } from '../state/store.ts';

/**
 * The application as far as the caller may know of it; to others it does not exist (P573-8e, C22-3b). Whoever takes what
 * people wrote through these doors says what for: the journal has it before the data are there (P573-19d).
 */
export interface Doors {
  /** A provider's caller passes only while its provider is not blocked; asked on every call (C22-13). */
  admit(caller: Caller): Promise<void>;
  /** Throws not_found for what is not the caller's. Times and stages only, so the journal has nothing of it. */
  see(id: string, caller: Caller): Promise<StoredApplication>;
  /** The same with what was signed. `take` finds what is given: when it throws, nothing is, and nothing is recorded. */
  document<T>(id: string, caller: Caller, act: Act, take: Take<T>): Promise<T>;
  /** The same for those who may read what people wrote: never the operator (P573-43). */
  inside<T>(id: string, caller: Caller, act: Act, take: Take<T>): Promise<T>;
}
type Take<T> = (document: ApplicationDocument) => T | Promise<T>;

export function openDoors(
  { aggregates, documents }: Applications,
  standing: Standing,
  journal: Pick<Journal, 'gives' | 'refuses'>,
): Doors {
  async function admit({ role, provider }: Caller): Promise<void> {
    if (!actsForProvider(role) || provider === undefined) return;
    if ((await standing(provider)).blocked) throw blocked();
  }
  /** P573-19e: who reached for what is not theirs stands in the journal too. */
  async function only<D extends Pick<StoredApplication, 'state'>>(
    found: D | null | undefined,
    caller: Caller,
    act: Act,
  ): Promise<D> {
    if (found === null || found === undefined) throw notFound('No such application.');
    if (mayRead(caller, found.state) || may(caller, 'application.watch').allowed) return found;
    await journal.refuses(caller, useOf(found.state, caller, act));
    throw notFound('No such application.');
  }
  async function document<T>(id: string, caller: Caller, act: Act, take: Take<T>): Promise<T> {
    const [found] = await Promise.all([documents.findOne({ _id: id }), admit(caller)]);
    const application = await only(found, caller, act);
    const taken = await take(application);
    await journal.gives(caller, useOf(application.state, caller, act));
    return taken;
  }
  return {
    admit,
    document,
    async inside(id, caller, act, take) {
      return document(id, caller, act, (found) => {
        if (!mayRead(caller, found.state)) throw notFound('No such application.');
        return take(found);
      });
    },
    async see(id, caller) {
      const [found] = await Promise.all([aggregates.load(id), admit(caller)]);
      return only(found, caller, 'application.view');
    },
  };
}

function useOf({ id, ownerId, reference, providerId }: ApplicationState, caller: Caller, act: Act): Use {
  return {
    subject: ownerId,
    application: id,
    reference,
    // The operator is shown times and stages, never what people wrote.
    act: caller.role === 'operator' ? 'application.watch' : act,
    // What tunduk carries it carries to the provider.
    ...(caller.process === 'tunduk' ? { provider: providerId } : {}),
  };
}

/** Whether its provider is blocked `admit` has asked. */
function mayRead(caller: Caller, { ownerId, providerId }: ApplicationState): boolean {
  return may(caller, 'application.read', { ownerId, providerId, providerBlocked: false }).allowed;
}

function blocked(): Problem {
  return new Problem(403, 'provider_blocked', 'The provider is blocked.', {
    ruleId: 'C22-13',
    message: {
      ky: 'Кызмат көрсөтүүчү бөгөттөлгөн. Себебин оператордон билиңиз.',
      ru: 'Поставщик услуг заблокирован. Причину сообщит оператор.',
    },
  });
}
