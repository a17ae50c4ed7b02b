import { instant } from '@kyzmat/clock';
import type { Applications } from '@kyzmat/contracts';
import { dataOf, notFound, Problem } from '@kyzmat/http';
import { asked, frameOf, pickText, postedFields, several, type Fields, type Lang } from '@kyzmat/web';
import type { Request, Router } from 'express';
import { clockTag } from '../applications/clock-tag.ts';
import { stageTag } from '../applications/stage-tag.ts';
import { shortDeadline } from '../site/formats.ts';
import type { Site } from '../site/site.ts';
import { staffIn } from '../staff/staff.ts';

type Summary = Applications['ApplicationSummary'];
interface Seen {
  readonly id: string;
  readonly version: number;
}

/** As many as are shown, and confirmed, at once. */
const atOnce = 100;

/**
 * P573-42: after an outage the provider's staff confirm in one act how all the applications on the list stand. On each it
 * is an act of its own, guarded by the version that was shown; pressed again it changes nothing, and what was done
 * meanwhile stays on the list to be looked at.
 */
export function statusRoutes(router: Router, site: Site): void {
  const { clients, pages, kit } = site;
  const address = '/outages/:id/statuses';

  router.get(address, async (request: Request<{ id: string }>, response) => {
    ownProviderOnly(request);
    const owing = await owingStatus(site, request, atOnce);
    const { lang } = frameOf(response);
    const now = instant(kit.clock);
    pages.render(response, 'outages/statuses.njk', {
      back: `/outages/${request.params.id}`,
      action: `/outages/${request.params.id}/statuses`,
      rows: owing.map((each) => rowOf(each, now, lang)),
      seen: owing.map(({ id, version }) => `${id}|${version}`),
      confirmed: countIn(request, 'confirmed'),
      left: countIn(request, 'left'),
    });
  });

  router.post(address, async (request: Request<{ id: string }>, response) => {
    ownProviderOnly(request);
    const seen = seenIn(postedFields(request.body));
    await Promise.all(seen.map((each) => confirm(request, each)));
    const owing = await owingStatus(site, request, atOnce);
    const left = seen.filter(({ id }) => owing.some((each) => each.id === id)).length;
    const said = new URLSearchParams({ confirmed: String(seen.length - left), left: String(left) });
    response.redirect(303, `/outages/${request.params.id}/statuses?${said.toString()}`);
  });

  async function confirm(request: Request, { id, version }: Seen): Promise<void> {
    const params = { path: { id } };
    const body = { version, command: { type: 'confirm_status' } };
    try {
      await clients
        .applications(staffIn(request).principal)
        .POST('/applications/{id}/commands', { params, body });
    } catch (error) {
      if (!(error instanceof Problem) || error.status !== 409) throw error;
    }
  }
}

/** Applications whose status their provider owes after an outage, due soonest first; none for the operator. */
export async function owingStatus(
  { clients }: Site,
  request: Request,
  limit: number,
): Promise<readonly Summary[]> {
  const { principal, provider } = staffIn(request);
  if (provider === undefined) return [];
  const query = { owes: 'outage_status', limit } as const;
  return dataOf(await clients.applications(principal).GET('/applications', { params: { query } }))
    .applications;
}

/** The operator records outages; how applications stand only the provider can say. */
function ownProviderOnly(request: Request<{ id: string }>): void {
  if (staffIn(request).provider !== request.params.id) throw notFound('No such provider here.');
}

function seenIn(posted: Fields): readonly Seen[] {
  return several(posted, 'seen')
    .slice(0, atOnce)
    .flatMap((each) => {
      const [id = '', version = ''] = each.split('|');
      return /^[\w.:~-]{1,80}$/.test(id) && /^\d{1,9}$/.test(version)
        ? [{ id, version: Number(version) }]
        : [];
    });
}

function countIn({ query }: Request, name: string): number {
  const count = Number(asked(query, name) ?? 0);
  return Number.isSafeInteger(count) && count > 0 ? count : 0;
}

function rowOf(
  { id, reference, stage, serviceTitle, nextDueAt, breached }: Summary,
  now: string,
  lang: Lang,
): object {
  const clock = nextDueAt === undefined ? undefined : clockTag(nextDueAt, now, breached);
  return {
    ...(clock && clock.kind !== 'info' && { kind: clock.kind }),
    cells: [
      { text: reference, href: `/applications/${id}` },
      clock === undefined ? '—' : { tag: clock },
      nextDueAt === undefined ? '—' : shortDeadline(nextDueAt),
      pickText(stageTag(stage).text, lang),
      pickText(serviceTitle, lang),
    ],
  };
}
