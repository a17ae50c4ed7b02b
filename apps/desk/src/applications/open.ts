import type { Applications } from '@kyzmat/contracts';
import { dataOf } from '@kyzmat/http';
import { frameOf } from '@kyzmat/web';
import type { Request, Response } from 'express';
import type { Services } from '../site/services.ts';
import type { Site } from '../site/site.ts';
import { providerStaffIn } from '../staff/staff.ts';
import type { ActFacts } from './acts/act.ts';
import { instant } from '@kyzmat/clock';

type View = Applications['ApplicationView'];
type Params = { readonly id: string };

/** The application in the name of whoever is at the desk. Throws not_found for what is another provider's (C22-3b). */
export async function viewOf(site: Site, request: Request<Params>, response: Response): Promise<View> {
  const { principal } = providerStaffIn(request);
  const language = frameOf(response).lang === 'ru' ? 'ru' : 'ky';
  const params = { path: { id: request.params.id }, query: { language } } as const;
  return dataOf(await site.clients.applications(principal).GET('/applications/{id}', { params }));
}

/** What the forms of its acts are made from. */
export async function factsOf(
  { clients, kit }: Site,
  services: Services,
  request: Request<Params>,
  view: View,
): Promise<ActFacts> {
  const me = providerStaffIn(request);
  const identity = clients.identity(me.principal);
  const params = { query: { providerId: me.provider } };
  const [service, staff, signers] = await Promise.all([
    services.version(view.serviceCode, view.serviceVersion),
    identity.GET('/staff', { params }),
    identity.GET('/document-signers', { params }),
  ]);
  const mayBeInCharge = ['executor', 'provider_head'] as const;
  return {
    view,
    service,
    me,
    executors: dataOf(staff).staff.filter(({ roles }) => mayBeInCharge.some((role) => roles.includes(role))),
    signers: dataOf(signers).signers,
    now: instant(kit.clock),
  };
}
