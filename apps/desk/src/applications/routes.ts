import { instant } from '@kyzmat/clock';
import { groundTexts, paymentTexts } from '@kyzmat/lifecycle';
import { type Text, asked } from '@kyzmat/web';
import type { Request, Router } from 'express';
import type { Service, Services } from '../site/services.ts';
import type { Site } from '../site/site.ts';
import { acts } from './acts/acts.ts';
import { nameOf } from './acts/routes.ts';
import { clockName, clockTag, type ClockTag } from './clock-tag.ts';
import { viewOf } from './open.ts';
import { stageTag } from './stage-tag.ts';
import { passThrough } from './pass-through.ts';

type Params = { readonly id: string };
type View = Awaited<ReturnType<typeof viewOf>>;

/** One application: what is to be done, what was answered, the clocks with their reasons, what has happened. */
export function applicationRoutes(router: Router, site: Site, services: Services): void {
  router.get('/applications/:id', async (request: Request<Params>, response) => {
    const view = await viewOf(site, request, response);
    const service = await services.version(view.serviceCode, view.serviceVersion);
    const now = instant(site.kit.clock);
    const done = asked(request.query, 'done');
    const offered = offeredIn(view);
    site.pages.render(response, 'applications/application.njk', {
      view,
      stage: stageTag(view.stage),
      done: done !== undefined && Object.hasOwn(acts, done) ? nameOf(done) : undefined,
      acts: offered.map((name) => ({ name, text: nameOf(name), kind: kindOf(name, offered) })),
      clocks: clocksOf(view, now),
      payment: paymentTexts[view.payment],
      grounds: (view.refusal?.grounds ?? []).map((ground) => groundText(ground, service)),
    });
  });

  const files = passThrough(site);
  router.get(
    '/applications/:id/files/:fileId',
    files((params) => `/applications/${params.id}/files/${params.fileId}`),
  );
  router.get(
    '/applications/:id/copy.pdf',
    files((params) => `/applications/${params.id}/copy.pdf`),
  );
  router.get(
    '/applications/:id/result.pdf',
    files((params) => `/applications/${params.id}/result.pdf`),
  );
  router.get(
    '/applications/:id/result.json',
    files((params) => `/applications/${params.id}/result.json`),
  );
}

/** The first thing that carries the application on is the button; to refuse is never the nearest one. */
function kindOf(name: string, offered: readonly string[]): 'primary' | 'secondary' | 'quiet' {
  const main = ['register', 'decide', 'record_appearance'].find((each) => offered.includes(each));
  if (name === main) return 'primary';
  return acts[name]?.grave === true ? 'quiet' : 'secondary';
}

/** What may be done now, refusals last: nobody should press one by habit. */
function offeredIn({ actions }: View): readonly string[] {
  const all = Object.entries(acts).filter(([name]) => actions.includes(name));
  const [grave, others] = [all.filter(([, act]) => act.grave), all.filter(([, act]) => !act.grave)];
  return [...others, ...grave].map(([name]) => name);
}

/** Open ones first, nearest on top; then those that ended. */
function clocksOf({ clocks }: View, now: string): readonly object[] {
  return clocks
    .toSorted((a, b) => (a.closedAt ?? '').localeCompare(b.closedAt ?? '') || a.dueAt.localeCompare(b.dueAt))
    .map((clock) => {
      const late = clock.breachedAt !== undefined;
      const tag = clock.closedAt === undefined ? clockTag(clock.dueAt, now, late) : closedTag(late);
      return {
        ...clock,
        name: clockName(clock.kind) ?? clock.kind,
        tag,
        state: tag.kind === 'done' || tag.kind === 'error' ? tag.kind : 'wait',
      };
    });
}

function closedTag(late: boolean): ClockTag | { readonly kind: 'done'; readonly text: Text } {
  return late
    ? { kind: 'error', text: { ky: 'Кеч аткарылды', ru: 'Выполнено с опозданием' } }
    : { kind: 'done', text: { ky: 'Аткарылды', ru: 'Выполнено' } };
}

function groundText(ground: string, { definition }: Service): object | string {
  const own = definition.service.refusalGrounds.find(({ id }) => id === ground)?.text;
  const lawful = Object.entries(groundTexts).find(([id]) => id === ground)?.[1];
  return own ?? lawful ?? ground;
}
