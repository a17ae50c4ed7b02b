import type { ApplicationsApi, EventData } from '@kyzmat/contracts';
import { dataOf } from '@kyzmat/http';
import type { Act } from '@kyzmat/journal';
import { ownWork, type Kit, type OwnWorkOf } from '@kyzmat/kit';
import { DependencyDown, type NewWork } from '@kyzmat/store';
import { folderAt, putOnce } from '../cmis/folders.ts';
import type { OpenEdms } from '../edms/open.ts';
import type { HandOver } from './hand-over.ts';
import { waiting, worksInEdms, type ProviderRegister } from '../providers/providers.ts';
import { queues } from './delivery.ts';
import { jsonBytes } from './request.ts';

/** What the clerk should know of an application that is there already. */
export interface News {
  readonly applicationId: string;
  readonly providerId: string;
  readonly ownerId: string;
  readonly reference: string;
  /** Version of the application: the order. */
  readonly seq: number;
  readonly event: string;
  readonly stage: string;
  readonly payment: string;
  readonly at: string;
}

/** What the provider did through its own document system it knows already, but for what the portal added to it. */
const worthTelling: ReadonlySet<string> = new Set([
  'registered',
  'suspended',
  'started',
  'intake_refused',
  'executor_designated',
  'clarification_asked',
  'clarification_answered',
  'contacts_corrected',
  'approved',
  'provision_refused',
  'withdrawn',
  'payment_confirmed',
  'payment_expired',
  'refund_opened',
  'refunded',
]);
const always = 'completed';

/** Whether events of this type can be news at all. */
export function mayBeNews(type: string): boolean {
  const event = eventOf(type);
  return event === always || worthTelling.has(event);
}

export function isNews(type: string, { actorRole }: EventData['ApplicationEvent']): boolean {
  return mayBeNews(type) && (actorRole !== 'provider_system' || eventOf(type) === always);
}

export function newsOf(type: string, data: EventData['ApplicationEvent']): NewWork<News> {
  const { applicationId, providerId, ownerId, reference, version, stage, payment, at } = data;
  const event = eventOf(type);
  return {
    id: `${applicationId}:${version}:${event}`,
    payload: { applicationId, providerId, ownerId, reference, seq: version, event, stage, payment, at },
  };
}

function actOf(event: string): Act {
  if (event === 'contacts_corrected') return 'delivery.contacts';
  return event.startsWith('clarification_') ? 'delivery.question' : 'delivery.news';
}

const eventOf = (type: string): string => type.split('.')[1] ?? '';

/** Adds news to the folder of their application, each as a document of its own. */
export function newsWork(
  kit: Kit,
  providers: ProviderRegister,
  openEdms: OpenEdms,
  handOver: HandOver,
): OwnWorkOf<News> {
  const applications = kit.to<ApplicationsApi>('applications')(kit.self);

  /** What the provider's people have to read along with the news. */
  async function detailsOf({ applicationId, event }: News): Promise<object> {
    const corrected = event === 'contacts_corrected';
    if (!corrected && !event.startsWith('clarification_')) return {};
    const path = { id: applicationId };
    const view = await waiting(applications.GET('/applications/{id}', { params: { path } }));
    const { contacts, clarifications } = dataOf(view);
    return corrected ? { contacts } : { clarifications };
  }

  return ownWork<News>(kit, queues.news, async (news) => {
    const provider = await providers.get(news.providerId);
    if (!worksInEdms(provider)) return;
    if (provider.standing.blocked)
      throw new DependencyDown('The provider is blocked', { retryAfterMs: 30_000 });
    const { cmis, folderOf } = openEdms(provider.edms, news.reference);
    const { reference, seq, event, stage, payment, at } = news;
    const path = folderOf(reference);
    const more = await detailsOf(news);
    await putOnce(cmis, await folderAt(cmis, path), path, {
      name: `status-${seq}.json`,
      type: 'application/json',
      async bytes() {
        await handOver(news, actOf(event), `status-${seq}`);
        return jsonBytes({ reference, seq, event, stage, payment, at, ...more });
      },
    });
  });
}
