import { instant } from '@kyzmat/clock';
import { dataOf } from '@kyzmat/http';
import { frameOf, pickText, asked } from '@kyzmat/web';
import type { Router } from 'express';
import { clockName, clockTag } from '../../applications/clock-tag.ts';
import { stageTag } from '../../applications/stage-tag.ts';
import { shortDeadline } from '../../site/formats.ts';
import type { Site } from '../../site/site.ts';
import { staffIn } from '../../staff/staff.ts';

/** P573-19e: what is due soonest or broken, at all providers; times and stages only, nothing that people wrote. */
export function deadlineRoutes(router: Router, { clients, kit, pages }: Site): void {
  router.get('/deadlines', async (request, response) => {
    const { principal } = staffIn(request);
    const after = asked(request.query, 'after');
    const query = { limit: 50, ...(after !== undefined && { after }) };
    const [found, listed] = await Promise.all([
      clients.applications(principal).GET('/applications', { params: { query } }),
      clients.providers(principal).GET('/providers'),
    ]);
    const { applications, next } = dataOf(found);
    const names = new Map(dataOf(listed).providers.map(({ id, name }) => [id, name]));
    const now = instant(kit.clock);
    const { lang } = frameOf(response);
    const open = applications.filter(({ nextDueAt }) => nextDueAt !== undefined);
    const rows = open.map((each) => {
      const { nextDueAt = now, nextDueKind = '', breached = false } = each;
      const tag = clockTag(nextDueAt, now, breached);
      return {
        ...(tag.kind !== 'info' && { kind: tag.kind }),
        cells: [
          each.reference,
          { tag },
          shortDeadline(nextDueAt),
          pickText(clockName(nextDueKind) ?? '—', lang),
          pickText(names.get(each.providerId) ?? each.providerId, lang),
          pickText(each.serviceTitle, lang),
          pickText(stageTag(each.stage).text, lang),
        ],
      };
    });
    const more = next !== undefined && open.length === applications.length;
    pages.render(response, 'operator/deadlines/deadlines.njk', {
      rows,
      late: open.filter(({ nextDueAt = now, breached }) => breached === true || nextDueAt <= now).length,
      next: more ? `/deadlines?${new URLSearchParams({ after: next }).toString()}` : undefined,
      paged: after !== undefined,
    });
  });
}
