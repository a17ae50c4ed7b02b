import type { Caller } from '@kyzmat/auth';
import { notFound, Problem } from '@kyzmat/http';
import { actsForProvider, type ApplicationState } from '@kyzmat/lifecycle';
import type { Standing } from '../catalogue/standing.ts';
import type { ApplicationDocument, StoredApplication } from '../state/application.ts';
import type { Applications } from '../state/store.ts';

/** The application as far as the caller may know of it; to others it does not exist (P573-8e, C22-3b). */
export interface Doors {
  /** A provider's caller passes only while its provider is not blocked; asked on every call (C22-13). */
  admit(caller: Caller): Promise<void>;
  /** Throws not_found for what is not the caller's. */
  see(id: string, caller: Caller): Promise<StoredApplication>;
  /** The same with what was signed. */
  document(id: string, caller: Caller): Promise<ApplicationDocument>;
  /** The same for those who may read what people wrote: never the operator (P573-43). */
  inside(id: string, caller: Caller): Promise<ApplicationDocument>;
}

export function openDoors({ aggregates, documents }: Applications, standing: Standing): Doors {
  async function admit({ role, provider }: Caller): Promise<void> {
    if (!actsForProvider(role) || provider === undefined) return;
    if ((await standing(provider)).blocked) throw blocked();
  }
  async function document(id: string, caller: Caller): Promise<ApplicationDocument> {
    const [found] = await Promise.all([documents.findOne({ _id: id }), admit(caller)]);
    if (found === null || !maySee(caller, found.state)) throw notFound('No such application.');
    return found;
  }
  return {
    admit,
    document,
    async inside(id, caller) {
      if (caller.role === 'operator') throw notFound('No such application.');
      return document(id, caller);
    },
    async see(id, caller) {
      const [found] = await Promise.all([aggregates.load(id), admit(caller)]);
      if (found === undefined || !maySee(caller, found.state)) throw notFound('No such application.');
      return found;
    },
  };
}

function maySee(caller: Caller, { ownerId, providerId }: ApplicationState): boolean {
  if (caller.role === 'user') return ownerId === caller.subject;
  if (actsForProvider(caller.role)) return providerId === caller.provider;
  // Tunduk carries applications to the document systems of providers.
  return caller.role === 'operator' || (caller.role === 'system' && caller.process === 'tunduk');
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
