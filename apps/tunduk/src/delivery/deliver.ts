import { instant } from '@kyzmat/clock';
import type { ApplicationsApi } from '@kyzmat/contracts';
import { dataOf, Problem } from '@kyzmat/http';
import { ownWork, type Kit, type OwnWork } from '@kyzmat/kit';
import { DependencyDown } from '@kyzmat/store';
import type { Bytes } from '../cmis/multipart.ts';
import type { OpenEdms } from '../edms/open.ts';
import { waiting, worksInEdms, type ProviderRegister } from '../providers/providers.ts';
import { changeDelivery, type Deliveries } from './change.ts';
import { delivered, late, queues, type DeliverWork, type DeliveryState } from './delivery.ts';
import type { HandOver } from './hand-over.ts';
import { hand, type Handed } from './hand.ts';

interface DeliverParts {
  readonly deliveries: () => Deliveries;
  readonly providers: ProviderRegister;
  readonly openEdms: OpenEdms;
  readonly handOver: HandOver;
}

const filesAgainMs = 30_000;

/** An application not delivered this long after it came in is told of once (`delivery.failed.v1`). */
const lateAfterMs = 60 * 60 * 1000;

/** P573-29f: takes applications to the document systems of their providers, as often as it needs, each once in effect. */
export function deliverWork(kit: Kit, { deliveries, providers, openEdms, handOver }: DeliverParts): OwnWork {
  const applications = kit.to<ApplicationsApi>('applications')(kit.self);

  async function deliver(id: string, state: DeliveryState): Promise<Handed> {
    const { providerId, reference, serviceVersion } = state;
    const provider = await providers.get(providerId);
    if (!worksInEdms(provider)) throw new Error('The provider no longer has a document system');
    // C22-13: what people wrote does not go to a blocked provider; it waits.
    if (provider.standing.blocked)
      throw new DependencyDown('The provider is blocked', { retryAfterMs: 30_000 });
    const params = { path: { id } };
    const application = dataOf(await waiting(applications.GET('/applications/{id}/package', { params })));
    const service = await providers.service(application.serviceCode, serviceVersion);
    return hand(openEdms(provider.edms, reference), application, service, {
      fileOf: (fileId) => fileOf(id, fileId),
      gives: (act, document, fields) => handOver({ ...state, applicationId: id }, act, document, fields),
    });
  }

  async function fileOf(id: string, fileId: string): Promise<Bytes> {
    const { response } = await waiting(
      applications.GET('/applications/{id}/files/{fileId}', {
        params: { path: { id, fileId } },
        parseAs: 'stream',
      }),
    );
    if (response.body === null) throw new Problem(502, 'empty_answer', 'An attachment came without a body');
    return response.body;
  }

  return ownWork<DeliverWork>(kit, queues.deliver, async ({ applicationId }, { createdAt }) => {
    const delivery = await deliveries().aggregates.load(applicationId);
    if (delivery === undefined) throw new Error('The delivery is not there');
    let waits = false;
    try {
      const handed = await deliver(applicationId, delivery.state);
      waits = handed.waits;
      if (delivery.state.deliveredAt === undefined) {
        await changeDelivery(deliveries(), applicationId, ({ state }) =>
          delivered(applicationId, state, handed.documentId, instant(kit.clock)),
        );
      }
    } catch (error) {
      if (Date.now() - Date.parse(createdAt) > lateAfterMs) {
        await changeDelivery(deliveries(), applicationId, ({ state }) =>
          late(applicationId, state, instant(kit.clock)),
        );
      }
      throw error;
    }
    if (waits) throw new DependencyDown('Files wait for the scanner', { retryAfterMs: filesAgainMs });
  });
}
