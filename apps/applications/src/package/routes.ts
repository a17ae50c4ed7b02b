import type { Applications, ApplicationsApi } from '@kyzmat/contracts';
import { notFound } from '@kyzmat/http';
import type { ContractRoutes } from '@kyzmat/kit';
import { may } from '@kyzmat/policy';
import type { Doors } from '../acts/visible.ts';
import { withScans } from '../attachments/verdicts.ts';
import type { FilesOf, StoredFile } from '../attachments/store.ts';
import type { Catalogue, Service } from '../catalogue/catalogue.ts';
import type { ApplicationDocument } from '../state/application.ts';
import { assuranceOf } from '../drafts/applicant.ts';

/** The copy of an application as PDF, in its own language. */
export type CopyOf = (document: ApplicationDocument) => Promise<Uint8Array>;

interface PackageParts {
  readonly doors: Doors;
  readonly catalogue: Catalogue;
  readonly copyOf: CopyOf;
  readonly filesOf: FilesOf;
}

/** Everything the provider's document system receives, without paper (P573-29a); tunduk carries it. */
export function packageRoutes(
  routes: ContractRoutes<ApplicationsApi>,
  { doors, catalogue, copyOf, filesOf }: PackageParts,
): void {
  routes.get('/applications/{id}/package', async ({ params, caller }) => {
    if (!may(caller, 'application.carry').allowed) throw notFound('No such application.');
    return doors.document(params.id, caller, 'application.package', async (document) => {
      const { serviceCode, serviceVersion } = document.state;
      const [service, copy, files] = await Promise.all([
        catalogue.version(serviceCode, serviceVersion),
        copyOf(document),
        filesOf(document._id),
      ]);
      return packageOf(document, service, copy, files);
    });
  });
}

function packageOf(
  { state, content }: ApplicationDocument,
  { form, definition }: Service,
  copy: Uint8Array,
  files: readonly StoredFile[],
): Applications['ApplicationPackage'] {
  return {
    id: state.id,
    reference: state.reference,
    serviceCode: state.serviceCode,
    serviceTitle: definition.service.title,
    providerId: state.providerId,
    submittedAt: state.submittedAt,
    language: state.language,
    applicantName: content.applicant.name,
    ...assuranceOf(content.applicant),
    resultForm: state.resultForm,
    contentHash: state.contentHash,
    signature: content.signature,
    ...(content.qualified && { qualifiedSignature: content.qualified }),
    content: content.text,
    pages: form.describe(content.answers, state.language).map((page) => ({ ...page, rows: [...page.rows] })),
    files: withScans(content.files, files),
    copyPdf: Buffer.from(copy).toString('base64'),
    version: state.version,
    stage: state.stage,
  };
}
