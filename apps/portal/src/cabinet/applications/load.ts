import type { Applications, Notifications, Payments } from '@kyzmat/contracts';
import { dataOf, Problem } from '@kyzmat/http';
import { frameOf } from '@kyzmat/web';
import type { Request, Response } from 'express';
import { principalOf } from '../../auth/user.ts';
import { official } from '../../site/formats.ts';
import type { Site } from '../../site/site.ts';

export type ApplicationView = Applications['ApplicationView'];

export interface LoadedApplication {
  readonly application: ApplicationView;
  /** Absent for a free service, and until the charge is made. */
  readonly charge?: Payments['Charge'];
  readonly notices: readonly Notifications['Notice'][];
  /** Payments or notices did not answer: the page comes without them and says so. */
  readonly incomplete: boolean;
}

type Asking = Request<{ id: string }>;

/** The person's own application. Anybody else's is not found (P573-8e). */
export async function loadApplication(
  { clients }: Site,
  request: Asking,
  response: Response,
): Promise<ApplicationView> {
  const params = { path: { id: request.params.id }, query: { language: official(frameOf(response).lang) } };
  return dataOf(await clients.applications(principalOf(request)).GET('/applications/{id}', { params }));
}

/** The application with its payment and its notices, asked for at once. */
export async function loadAll(site: Site, request: Asking, response: Response): Promise<LoadedApplication> {
  const principal = principalOf(request);
  const { id: applicationId } = request.params;
  let incomplete = false;
  const leaveOut = (error: unknown): undefined => {
    incomplete ||= !(error instanceof Problem) || error.status >= 500;
    return undefined;
  };
  const [application, charge, notices] = await Promise.all([
    loadApplication(site, request, response),
    chargeOf(site, request).catch(leaveOut),
    site.clients
      .notifications(principal)
      .GET('/notices', { params: { query: { applicationId } } })
      .catch(leaveOut),
  ]);
  return {
    application,
    notices: notices?.data?.notices ?? [],
    incomplete,
    ...(charge === undefined ? {} : { charge }),
  };
}

export async function chargeOf({ clients }: Site, request: Asking): Promise<Payments['Charge']> {
  const query = { applicationId: request.params.id };
  return dataOf(await clients.payments(principalOf(request)).GET('/charges', { params: { query } }));
}
