import { randomUUID } from 'node:crypto';
import type { Caller } from '@kyzmat/auth';
import { instant, type Clock } from '@kyzmat/clock';
import type { Providers } from '@kyzmat/contracts';
import { forbidden, notFound, Problem } from '@kyzmat/http';
import type { ServiceDefinition } from '@kyzmat/service-definition';
import type { Store } from '@kyzmat/store';
import { checked, type Catalogue } from '../catalogue/store.ts';
import type { Register } from '../register/store.ts';

type ServiceChange = Providers['ServiceChange'];
type OwnerApproval = Providers['OwnerApproval'];

interface StoredChange extends ServiceChange {
  readonly _id: string;
  readonly definition: ServiceDefinition;
}

/** What providers want published (P573-16a): they submit, the operator publishes (P573-18d) or says why not. */
export interface Changes {
  list(provider: string | undefined): Promise<ServiceChange[]>;
  get(
    id: string,
    provider: string | undefined,
  ): Promise<{ change: ServiceChange; definition: ServiceDefinition }>;
  submit(definition: unknown, by: Caller): Promise<ServiceChange>;
  publish(id: string, operator: string, ownerApproval: OwnerApproval | undefined): Promise<ServiceChange>;
  refuse(id: string, operator: string, reason: string): Promise<ServiceChange>;
}

export function openChanges(store: Store, catalogue: Catalogue, register: Register, clock: Clock): Changes {
  const collection = store.collection<StoredChange>('service_changes');

  async function read(id: string, provider?: string): Promise<StoredChange> {
    const found = await collection.findOne({
      _id: id,
      ...(provider === undefined ? {} : { providerId: provider }),
    });
    if (found === null) throw notFound('No such change.');
    return found;
  }
  /** Decided once: a second decision finds the first. */
  async function decide(
    id: string,
    decision: Pick<ServiceChange, 'state' | 'decidedBy'> & Partial<ServiceChange>,
  ): Promise<ServiceChange> {
    const decided = { ...decision, decidedAt: instant(clock) };
    const { matchedCount } = await collection.updateOne({ _id: id, state: 'submitted' }, { $set: decided });
    if (matchedCount === 0)
      throw new Problem(409, 'already_decided', 'This change has been decided already.');
    return view(await read(id));
  }

  return {
    async list(provider) {
      const filter = provider === undefined ? {} : { providerId: provider };
      const all = await collection.find(filter).sort({ submittedAt: -1 }).limit(200).toArray();
      return all.map(view);
    },
    async get(id, provider) {
      const found = await read(id, provider);
      return { change: view(found), definition: found.definition };
    },
    async submit(candidate, by) {
      const definition = checked(candidate);
      const { code, provider, title } = definition.service;
      if (by.role !== 'provider_head' || by.provider !== provider) {
        throw forbidden('own_services_only', 'The head of the provider submits its own services.');
      }
      if ((await register.standing(provider)).blocked) {
        throw new Problem(403, 'provider_blocked', undefined, { ruleId: 'C22-13' });
      }
      const { changed, affectsPortal } = await catalogue.compare(definition);
      if (changed.length === 0)
        throw new Problem(422, 'nothing_changed', 'The published version says the same.');
      const id = randomUUID();
      const change: ServiceChange = {
        ...{
          id,
          code,
          providerId: provider,
          title,
          state: 'submitted',
          changed: [...changed],
          affectsPortal,
        },
        ...{ submittedBy: by.actor, submittedAt: instant(clock) },
      };
      await collection.insertOne({ _id: id, ...change, definition });
      return change;
    },
    async publish(id, operator, ownerApproval) {
      const { state, submittedBy, submittedAt, definition } = await read(id);
      if (state !== 'submitted')
        throw new Problem(409, 'already_decided', 'This change has been decided already.');
      const { service } = await catalogue.publish(
        {
          definition: { ...definition },
          providerAgreement: { requestNumber: id, agreedBy: submittedBy, agreedAt: submittedAt },
          ...(ownerApproval === undefined ? {} : { ownerApproval }),
        },
        operator,
      );
      return decide(id, {
        ...{ state: 'published', decidedBy: operator, publishedVersion: service.version },
        ...(ownerApproval === undefined ? {} : { ownerApproval }),
      });
    },
    refuse: (id, operator, reason) => decide(id, { state: 'refused', decidedBy: operator, reason }),
  };
}

function view(stored: StoredChange): ServiceChange {
  const { _id: _, definition: __, ...change } = stored;
  return change;
}
