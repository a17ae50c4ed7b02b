import type { ApplicationsApi } from '@kyzmat/contracts';
import type { RequestCopy } from '@kyzmat/documents';
import type { ContractRoutes } from '@kyzmat/kit';
import type { Doors } from '../acts/visible.ts';
import type { Calendars } from '../calendars/calendars.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { FilesOf } from '../attachments/store.ts';
import type { Drafts } from '../drafts/store.ts';
import { sendPdf } from '../send-file.ts';
import type { CopyOf } from '../package/routes.ts';
import { applicationCopy, draftCopy, type CopyInput } from './copy.ts';
import { applicationForMachines, draftForMachines } from './for-machines.ts';

interface CopyParts {
  readonly catalogue: Catalogue;
  readonly calendars: Calendars;
}
interface CopySources {
  readonly drafts: Drafts;
  readonly doors: Doors;
  readonly filesOf: FilesOf;
}
type Versioned = { readonly serviceCode: string; readonly serviceVersion: number };

/** The copy of an application for the provider's document system: in the language in which it was made. */
export function copyMaker(parts: CopyParts): CopyOf {
  return async (document) =>
    draw(applicationCopy(document, await inputFor(parts, document.state, document.state.language)));
}

/** P573-27a, P573-27b: copies to save and print, of a draft at any step and of what was sent. */
export function copyRoutes(
  routes: ContractRoutes<ApplicationsApi>,
  parts: CopyParts,
  { drafts, doors, filesOf }: CopySources,
): void {
  // P573-27a: the same for machines.
  routes.get('/drafts/{id}/copy.json', async ({ params, caller, response }) => {
    const draft = await drafts.own(params.id, caller);
    const { service } = await inputFor(parts, draft.state, draft.state.language);
    response.attachment(`${draft.state.serviceCode}-draft.json`);
    return draftForMachines(draft, service, await filesOf(draft._id));
  });

  routes.get('/applications/{id}/copy.json', async ({ params, caller, response }) => {
    return doors.inside(params.id, caller, 'application.copy', async (document) => {
      const { reference, language } = document.state;
      const { service } = await inputFor(parts, document.state, language);
      response.attachment(`${reference}.json`);
      return applicationForMachines(document, service, await filesOf(document._id));
    });
  });

  routes.get('/drafts/{id}/copy.pdf', async ({ params, query, caller, response }) => {
    const draft = await drafts.own(params.id, caller);
    const input = await inputFor(parts, draft.state, query.language ?? draft.state.language);
    return sendPdf(response, `${draft.state.serviceCode}-draft.pdf`, await draw(draftCopy(draft, input)));
  });

  routes.get('/applications/{id}/copy.pdf', async ({ params, query, caller, response }) => {
    const { name, pdf } = await doors.inside(params.id, caller, 'application.copy', async (document) => {
      const { reference, language } = document.state;
      const input = await inputFor(parts, document.state, query.language ?? language);
      return { name: reference, pdf: await draw(applicationCopy(document, input)) };
    });
    return sendPdf(response, `${name}-copy.pdf`, pdf);
  });
}

async function inputFor(
  { catalogue, calendars }: CopyParts,
  { serviceCode, serviceVersion }: Versioned,
  language: CopyInput['language'],
): Promise<CopyInput> {
  const [service, { zone }] = await Promise.all([
    catalogue.version(serviceCode, serviceVersion),
    calendars.current(),
  ]);
  return { service, language, zone };
}

/** What draws is loaded with the first copy. */
async function draw(copy: RequestCopy): Promise<Uint8Array> {
  const { renderRequestCopy } = await import('@kyzmat/documents');
  return renderRequestCopy(copy);
}
