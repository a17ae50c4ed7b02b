import type { Applications, Notifications } from '@kyzmat/contracts';
import { dataOf } from '@kyzmat/http';
import { noticeKinds, noticeTexts } from '@kyzmat/lifecycle';
import { asked, frameOf, pickText, type Text } from '@kyzmat/web';
import type { Router } from 'express';
import { clockName } from '../applications/clock-tag.ts';
import { shortDeadline } from '../site/formats.ts';
import type { Site } from '../site/site.ts';
import { staffIn } from '../staff/staff.ts';

/** Broken limits and the words sent about limits: all for the operator, its own for a provider. Only to be read. */
export function breachRoutes(router: Router, { clients, pages }: Site): void {
  router.get('/breaches', async (request, response) => {
    const { principal, provider } = staffIn(request);
    const after = asked(request.query, 'after');
    const query = { limit: 50, ...(after !== undefined && { after }) };
    const [found, listed, words] = await Promise.all([
      clients.applications(principal).GET('/breaches', { params: { query } }),
      clients.providers(principal).GET('/providers'),
      clients.notifications(principal).GET('/alerts', { params: { query: { limit: 50 } } }),
    ]);
    const { breaches, next } = dataOf(found);
    const { lang } = frameOf(response);
    const names = new Map(dataOf(listed).providers.map(({ id, name }) => [id, name]));
    const t = pages.t(lang);
    pages.render(response, 'breaches/breaches.njk', {
      rows: breaches.map((each) => ({
        cells: [
          provider === undefined
            ? each.reference
            : { text: each.reference, href: `/applications/${each.applicationId}` },
          pickText(nameOf(each), lang),
          shortDeadline(each.breachedAt),
          each.mendedAt === undefined
            ? { tag: { kind: 'error', text: t('breaches.open') } }
            : shortDeadline(each.mendedAt),
          each.outage === undefined ? '—' : pickText(each.outage, lang),
          pickText(names.get(each.providerId) ?? each.providerId, lang),
        ],
      })),
      words: dataOf(words).alerts.map((alert) => ({
        cells: [alert.reference, pickText(alert.title, lang), shortDeadline(alert.at), tally(alert, t)],
      })),
      next: next === undefined ? undefined : `/breaches?${new URLSearchParams({ after: next }).toString()}`,
      paged: after !== undefined,
    });
  });
}

function nameOf({ kind, noticeKind }: Applications['Breach']): Text | string {
  const notice = noticeKinds.find((known) => known === noticeKind);
  return notice === undefined ? (clockName(kind) ?? kind) : noticeTexts[notice];
}

/** How many were told, of how many. */
function tally({ to }: Notifications['Alert'], t: ReturnType<Site['pages']['t']>): string {
  const told = to.filter(({ status }) => status === 'handed_over' || status === 'delivered').length;
  return t('breaches.told', { told: String(told), all: String(to.length) });
}
