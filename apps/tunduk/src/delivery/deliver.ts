import { createHash } from 'node:crypto';
import { instant } from '@kyzmat/clock';
import type { Applications, ApplicationsApi, Providers } from '@kyzmat/contracts';
import { dataOf, Problem } from '@kyzmat/http';
import { ownWork, type Kit, type OwnWork } from '@kyzmat/kit';
import { DependencyDown } from '@kyzmat/store';
import { folderAt, putOnce } from '../cmis/folders.ts';
import type { Bytes } from '../cmis/multipart.ts';
import type { Cmis, CmisObject } from '../cmis/types.ts';
import type { Edms, OpenEdms } from '../edms/open.ts';
import { waiting, worksInEdms, type ProviderRegister } from '../providers/providers.ts';
import { changeDelivery, type Deliveries } from './change.ts';
import { delivered, late, queues, type DeliverWork, type DeliveryState } from './delivery.ts';
import { attachmentName, isSameRequest, jsonBytes, requestDocument } from './request.ts';

export interface DeliverParts {
  readonly deliveries: () => Deliveries;
  readonly providers: ProviderRegister;
  readonly openEdms: OpenEdms;
}

type Package = Applications['ApplicationPackage'];

/** Where the request lies, and whether files of it wait for the scanner and will follow. */
interface Handed {
  readonly documentId: string;
  readonly waits: boolean;
}
const filesAgainMs = 30_000;

/** An application not delivered this long after it came in is told of once (`delivery.failed.v1`). */
const lateAfterMs = 60 * 60 * 1000;

/** P573-29f: takes applications to the document systems of their providers, as often as it needs, each once in effect. */
export function deliverWork(kit: Kit, { deliveries, providers, openEdms }: DeliverParts): OwnWork {
  const applications = kit.to<ApplicationsApi>('applications')(kit.self);

  async function deliver(
    id: string,
    { providerId, reference, serviceVersion }: DeliveryState,
  ): Promise<Handed> {
    const provider = await providers.get(providerId);
    if (!worksInEdms(provider)) throw new Error('The provider no longer has a document system');
    // C22-13: what people wrote does not go to a blocked provider; it waits.
    if (provider.standing.blocked)
      throw new DependencyDown('The provider is blocked', { retryAfterMs: 30_000 });
    const params = { path: { id } };
    const application = dataOf(await waiting(applications.GET('/applications/{id}/package', { params })));
    const service = await providers.service(application.serviceCode, serviceVersion);
    const documentId = await hand(application, service, openEdms(provider.edms, reference));
    return { documentId, waits: application.files.some(mayFollow) };
  }

  /** `request.json` comes last: where it is, all of it is. */
  async function hand(
    application: Package,
    service: Providers['PublishedService'],
    { cmis, folderOf }: Edms,
  ): Promise<string> {
    const { id, reference, files } = application;
    const path = folderOf(reference);
    const folder = await folderAt(cmis, path);
    for (const [place, file] of files.entries()) {
      if (isWithheld(file)) continue;
      await attach(cmis, folder, path, { applicationId: id, name: attachmentName(file.name, place), file });
    }
    // Made anew each time, so its bytes may differ: the signed content stands in request.json.
    await putOnce(cmis, folder, path, {
      name: 'request.pdf',
      type: 'application/pdf',
      bytes: () => Promise.resolve(new Uint8Array(Buffer.from(application.copyPdf, 'base64'))),
    });
    const { object, existed } = await putOnce(cmis, folder, path, {
      name: 'request.json',
      type: 'application/json',
      bytes: () => Promise.resolve(jsonBytes(requestDocument(application, service))),
    });
    if (existed && !isSameRequest(await cmis.content(object.id), application)) {
      throw new Error(`Another request lies in the folder of ${reference}`);
    }
    return object.id;
  }

  async function attach(
    cmis: Cmis,
    folder: CmisObject,
    path: string,
    { applicationId, name, file }: { applicationId: string; name: string; file: Package['files'][number] },
  ): Promise<void> {
    const bytes = (): Promise<Bytes> => fileOf(applicationId, file.fileId);
    const { object, existed } = await putOnce(cmis, folder, path, { name, type: file.type, bytes });
    if (!existed) return;
    const there = await cmis.content(object.id);
    if (there !== undefined && sha256(there) === file.sha256) return;
    // Half a file of a try that was cut off.
    await cmis.setContent(object.id, { name, type: file.type, bytes: await bytes() });
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

type PackedFile = Package['files'][number];
/** A file goes to the provider only when it is known to be clean. */
const isWithheld = ({ scan }: PackedFile): boolean => scan !== undefined && scan !== 'clean';
/** It may still turn out to be clean; then it follows. */
const mayFollow = (file: PackedFile): boolean => isWithheld(file) && file.scan !== 'infected';

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
