import { instant } from '@kyzmat/clock';
import type { Applications, Identity } from '@kyzmat/contracts';
import { dataOf } from '@kyzmat/http';
import { frameOf, pickText, type Lang, asked } from '@kyzmat/web';
import type { Router } from 'express';
import { clockName, clockTag } from '../applications/clock-tag.ts';
import { stages, stageTag } from '../applications/stage-tag.ts';
import { shortDeadline } from '../site/formats.ts';
import type { Services } from '../site/services.ts';
import type { Site } from '../site/site.ts';
import { providerStaffIn } from '../staff/staff.ts';

type Summary = Applications['ApplicationSummary'];

/** The provider's applications, what is due soonest on top. The owner of the applications is asked each time. */
export function inboxRoutes(router: Router, site: Site, services: Services): void {
  const { pages, clients, kit } = site;

  router.get('/inbox', async (request, response) => {
    const { principal, provider } = providerStaffIn(request);
    const filter = filterOf(request.query);
    const { after, ...shown } = filter;
    const [found, offered, people] = await Promise.all([
      clients.applications(principal).GET('/applications', { params: { query: { ...filter, limit: 25 } } }),
      services.ofProvider(provider),
      clients.identity(principal).GET('/staff', { params: { query: { providerId: provider } } }),
    ]);
    const { applications, next } = dataOf(found);
    const { staff } = dataOf(people);
    const { lang } = frameOf(response);
    const now = instant(kit.clock);
    pages.render(response, 'inbox/inbox.njk', {
      filter,
      filtered: Object.keys(shown).length > 0,
      rows: applications.map((each) => rowOf(each, staff, now, lang)),
      stages: stages.map((value) => ({ value, label: stageTag(value).text })),
      executors: staff.map(({ id, name }) => ({ value: id, label: name })),
      services: offered.map(({ code, title }) => ({ value: code, label: title })),
      first: after === undefined ? undefined : `/inbox?${new URLSearchParams(shown).toString()}`,
      next:
        next === undefined
          ? undefined
          : `/inbox?${new URLSearchParams({ ...shown, after: next }).toString()}`,
    });
  });
}

interface Filter {
  readonly stage?: Summary['stage'];
  readonly executor?: string;
  readonly serviceCode?: string;
  readonly reference?: string;
  readonly after?: string;
}

function filterOf(query: Readonly<Record<string, unknown>>): Filter {
  const stage = stages.find((name) => name === asked(query, 'stage'));
  const [executor, serviceCode] = [idIn(query, 'executor'), idIn(query, 'serviceCode')];
  const [reference, after] = [asked(query, 'reference'), asked(query, 'after')];
  return {
    ...(stage && { stage }),
    ...(executor && { executor }),
    ...(serviceCode && { serviceCode }),
    ...(reference && { reference }),
    ...(after && { after }),
  };
}

/** What cannot be an id filters nothing: an old or mistyped address still shows the inbox. */
function idIn(query: Readonly<Record<string, unknown>>, name: string): string | undefined {
  const value = asked(query, name);
  return value !== undefined && /^[\w.:~-]{1,80}$/.test(value) ? value : undefined;
}

/** A row of the table: colour only for clocks. */
function rowOf(each: Summary, staff: readonly Identity['StaffMember'][], now: string, lang: Lang): object {
  const { nextDueAt, nextDueKind, breached = false } = each;
  const clock = nextDueAt === undefined ? undefined : clockTag(nextDueAt, now, breached);
  const executor = staff.find(({ id }) => id === each.executorId);
  return {
    ...(clock && clock.kind !== 'info' && { kind: clock.kind }),
    cells: [
      { text: each.reference, href: `/applications/${each.id}` },
      clock === undefined ? '—' : { tag: clock },
      nextDueAt === undefined ? '—' : shortDeadline(nextDueAt),
      pickText(clockName(nextDueKind ?? '') ?? '—', lang),
      pickText(stageTag(each.stage).text, lang),
      pickText(each.serviceTitle, lang),
      executor?.name ?? '—',
    ],
  };
}
