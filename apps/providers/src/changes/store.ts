import { randomUUID } from 'node:crypto';
import type { Caller } from '@kyzmat/auth';
import { instant, type Clock } from '@kyzmat/clock';
import type { Providers } from '@kyzmat/contracts';
import { notFound, permit, Problem } from '@kyzmat/http';
import { may } from '@kyzmat/policy';
import type { ServiceDefinition } from '@kyzmat/service-definition';
import type { Store } from '@kyzmat/store';
import { checked, type Catalogue } from '../catalogue/store.ts';
import type { Register } from '../register/store.ts';

type ServiceChange = Providers['ServiceChange'];

/** Who decided, in which role (P573-52). */
interface Decider {
  readonly decidedBy: string;
  readonly decidedAs: NonNullable<ServiceChange['decidedAs']>;
}

interface StoredChange extends ServiceChange {
  readonly _id: string;
  readonly definition: ServiceDefinition;
}

/**
 * What providers want published (P573-16a): they submit, the operator publishes (P573-18d) or says why not. Where the
 * process changes the owner agrees first, or says why not (P573-17c).
 */
export interface Changes {
  list(provider: string | undefined): Promise<ServiceChange[]>;
  get(
    id: string,
    provider: string | undefined,
  ): Promise<{ change: ServiceChange; definition: ServiceDefinition }>;
  submit(definition: unknown, by: Caller): Promise<ServiceChange>;
  agree(id: string, owner: string): Promise<ServiceChange>;
  publish(id: string, operator: string): Promise<ServiceChange>;
  refuse(id: string, by: Decider, reason: string): Promise<ServiceChange>;
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
    decision: Decider & Partial<ServiceChange>,
    only: Partial<ServiceChange> = {},
  ): Promise<ServiceChange> {
    const decided = { ...decision, decidedAt: instant(clock) };
    const open = { _id: id, state: 'submitted' as const, ...only };
    const { matchedCount } = await collection.updateOne(open, { $set: decided });
    if (matchedCount === 0) throw alreadyDecided();
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
      const { blocked } = await register.standing(provider);
      permit(may(by, 'service.offer', { providerId: provider, providerBlocked: blocked }));
      const { changed, affectsPortal, baseVersion } = await catalogue.compare(definition);
      if (changed.length === 0)
        throw new Problem(422, 'nothing_changed', 'The published version says the same.');
      const id = randomUUID();
      const change: ServiceChange = {
        id,
        code,
        providerId: provider,
        title,
        state: 'submitted',
        changed: [...changed],
        affectsPortal,
        ...(baseVersion === undefined ? {} : { baseVersion }),
        submittedBy: by.actor,
        submittedAt: instant(clock),
      };
      await collection.insertOne({ _id: id, ...change, definition });
      return change;
    },
    async agree(id, approvedBy) {
      const { affectsPortal } = await read(id);
      if (!affectsPortal) {
        throw new Problem(422, 'no_approval_needed', 'The process stays: the operator alone decides.');
      }
      const ownerApproval = { approvedBy, approvedAt: instant(clock) };
      const unanswered = { _id: id, state: 'submitted' as const, ownerApproval: { $exists: false } };
      await collection.updateOne(unanswered, { $set: { ownerApproval } });
      const found = await read(id);
      if (found.ownerApproval === undefined) throw alreadyDecided();
      return view(found);
    },
    async publish(id, operator) {
      const { state, submittedBy, submittedAt, definition, baseVersion, ownerApproval } = await read(id);
      if (state !== 'submitted') throw alreadyDecided();
      const { service } = await catalogue.publish(
        {
          definition: { ...definition },
          providerAgreement: { requestNumber: id, agreedBy: submittedBy, agreedAt: submittedAt },
        },
        operator,
        { baseVersion, ...(ownerApproval === undefined ? {} : { ownerApproval }) },
      );
      const publishedVersion = service.version;
      return decide(id, { state: 'published', decidedBy: operator, decidedAs: 'operator', publishedVersion });
    },
    // The owner's word is about the process only.
    refuse: (id, by, reason) =>
      decide(
        id,
        { ...by, state: 'refused', reason },
        by.decidedAs === 'owner' ? { affectsPortal: true } : {},
      ),
  };
}

function alreadyDecided(): Problem {
  return new Problem(409, 'already_decided', 'This change has been decided already.');
}

function view(stored: StoredChange): ServiceChange {
  const { _id: _, definition: __, ...change } = stored;
  return change;
}
