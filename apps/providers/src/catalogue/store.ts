import { createHash } from 'node:crypto';
import { instant, type Clock } from '@kyzmat/clock';
import type { EventData, Providers } from '@kyzmat/contracts';
import { notFound, Problem } from '@kyzmat/http';
import type { Owned } from '@kyzmat/kit';
import { checkService, type ServiceDefinition } from '@kyzmat/service-definition';
import type { Aggregate, Store, StoredEvent } from '@kyzmat/store';
import { differences, type Differences } from '../changes/differences.ts';
import type { Register } from '../register/store.ts';
import type { Popularity } from './popularity.ts';

/** The version of a service in force, with what lists need. Versions never change and stay for ever. */
export interface ServiceState {
  readonly version: number;
  readonly contentHash: string;
  readonly summary: Providers['ServiceSummary'];
}
interface StoredVersion extends Omit<Providers['PublishedService'], 'definition'> {
  readonly _id: string;
  readonly definition: ServiceDefinition;
  /** The provider's agreement this publication carries out (P573-18d, P573-23b), and who published. */
  readonly agreement: Providers['ServicePublication']['providerAgreement'];
  readonly publishedBy: string;
  /** The owner's word, where the process changed (P573-17c). */
  readonly ownerApproval?: Providers['OwnerApproval'];
}

interface Compared extends Differences {
  /** Undefined for a new service. */
  readonly baseVersion: number | undefined;
}

/** What a change brings along: what it was compared with, and the owner's word. */
interface Agreed {
  readonly baseVersion: number | undefined;
  readonly ownerApproval?: Providers['OwnerApproval'];
}

export interface Catalogue {
  list(): Promise<Providers['ServiceSummary'][]>;
  current(code: string): Promise<Providers['PublishedService']>;
  version(code: string, version: number): Promise<Providers['PublishedService']>;
  /** How a service differs from its version in force, and which version that is. */
  compare(definition: ServiceDefinition): Promise<Compared>;
  /** The agreement with what is attached: the list of services, and of each published one its form (C22-5a, C22-5b). */
  agreement(providerId: string): Promise<Providers['AgreementWithForms']>;
  publish(
    publication: Providers['ServicePublication'],
    operator: string,
    agreed?: Agreed,
  ): Promise<{ service: Providers['PublishedService']; replayed: boolean }>;
}

export function openCatalogue(
  { aggregates: heads, collection }: Owned<ServiceState>,
  store: Store,
  register: Register,
  popularity: Popularity,
  clock: Clock,
): Catalogue {
  const versions = store.collection<StoredVersion>('service_versions');

  const read = async (code: string, version: number): Promise<StoredVersion> => {
    const found = await versions.findOne({ _id: `${code}:${version}` });
    if (found === null) throw notFound('No such version of the service.');
    return found;
  };
  const head = (code: string): Promise<Aggregate<ServiceState> | undefined> => heads.load(code);

  const inForce = async (code: string): Promise<StoredVersion | undefined> => {
    const found = await head(code);
    return found === undefined ? undefined : read(code, found.state.version);
  };
  const compare = async (definition: ServiceDefinition): Promise<Compared> => {
    const base = await inForce(definition.service.code);
    return { ...differences(base?.definition, definition), baseVersion: base?.version };
  };

  return {
    compare,
    async agreement(providerId) {
      const agreement = await register.agreement(providerId);
      const attached = agreement.services.map(async (code) => {
        const version = await inForce(code);
        if (version === undefined) return { code };
        const { form } = version.definition;
        return { code, version: version.version, formHash: hashOf(form), form: { ...form } };
      });
      return { ...agreement, services: await Promise.all(attached) };
    },
    async list() {
      const summaries = collection.find({}, { projection: { 'state.summary': 1 } }).sort({ _id: 1 });
      const [all, asked] = await Promise.all([summaries.toArray(), popularity.counts()]);
      return all.map(({ _id, state }) => ({ ...state.summary, popular: asked.get(_id) ?? 0 }));
    },
    async current(code) {
      const found = await head(code);
      if (found === undefined) throw notFound('No such service.');
      return view(await read(code, found.state.version));
    },
    async version(code, version) {
      return view(await read(code, version));
    },
    async publish({ definition: candidate, providerAgreement }, operator, agreed) {
      const definition = checked(candidate);
      const provider = await register.get(definition.service.provider);
      // C22-4, C22-5a: only what the agreement lists, and only for a provider that may act.
      if (!(provider.agreement?.services ?? []).includes(definition.service.code)) {
        throw new Problem(
          422,
          'not_in_agreement',
          'The agreement with the provider does not list this service.',
          {
            ruleId: 'C22-5a',
          },
        );
      }
      if (provider.standing.blocked)
        throw new Problem(403, 'provider_blocked', undefined, { ruleId: 'C22-13' });

      const { code } = definition.service;
      const contentHash = hashOf(definition);
      const before = await head(code);
      if (before?.state.contentHash === contentHash) {
        return { service: view(await read(code, before.state.version)), replayed: true };
      }
      if (agreed !== undefined && agreed.baseVersion !== before?.state.version) {
        throw new Problem(
          409,
          'version_moved',
          'Another version was published since: submit the change anew.',
        );
      }
      const ownerApproval = agreed?.ownerApproval;
      if (ownerApproval === undefined && (await compare(definition)).affectsPortal) {
        throw new Problem(422, 'owner_approval_missing', 'The process changes: the owner has to agree.', {
          ruleId: 'P573-17c',
        });
      }
      const version = (before?.state.version ?? 0) + 1;
      const at = instant(clock);
      const service: StoredVersion = {
        _id: `${code}:${version}`,
        code,
        version,
        contentHash,
        publishedAt: at,
        providerName: provider.name,
        definition,
        agreement: providerAgreement,
        publishedBy: operator,
        ...(ownerApproval === undefined ? {} : { ownerApproval }),
      };
      // Written first and never read before the head names it, so a crash in between leaves nothing half published.
      await versions.replaceOne({ _id: service._id }, service, { upsert: true });
      const state = { version, contentHash, summary: summaryOf(service) };
      const pending = [published(service)];
      if (before === undefined) await heads.create({ _id: code, state, pending }, () => false);
      else await heads.update(code, before.version, { state, pending });
      return { service: view(service), replayed: false };
    },
  };
}

function hashOf(content: object): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('hex');
}

/** @throws Problem service_not_publishable, with each place and the rule that demands it. */
export function checked(candidate: unknown): ServiceDefinition {
  const check = checkService(candidate);
  if (check.ok) return check.definition;
  throw new Problem(422, 'service_not_publishable', 'Something is missing or wrong in the service.', {
    errors: check.problems,
  });
}

function view(stored: StoredVersion): Providers['PublishedService'] {
  const { code, version, contentHash, publishedAt, providerName, definition } = stored;
  return { code, version, contentHash, publishedAt, providerName, definition: { ...definition } };
}

function summaryOf({ definition, version, providerName }: StoredVersion): Providers['ServiceSummary'] {
  const { service } = definition;
  return {
    code: service.code,
    version,
    kind: service.kind,
    group: service.group,
    title: service.title,
    summary: service.summary,
    providerId: service.provider,
    providerName,
    priceTyiyn: service.price.totalTyiyn,
    term: service.term,
    applicantKinds: [...service.applicantKinds],
    signatureLevel: service.signatureLevel,
    appearanceRequired: service.appearanceRequired,
    searchWords: Object.values(service.searchWords).flat(),
    popular: 0,
  };
}

function published(service: StoredVersion): StoredEvent<EventData['ServicePublished']> {
  const { code, version, contentHash, publishedAt: at } = service;
  return {
    id: `${code}:${version}:published`,
    type: 'service.published.v1',
    time: at,
    data: { code, version, providerId: service.definition.service.provider, contentHash, at },
  };
}
