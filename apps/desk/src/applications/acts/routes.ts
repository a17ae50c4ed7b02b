import { dataOf, notFound, Problem } from '@kyzmat/http';
import { commandTexts } from '@kyzmat/lifecycle';
import { frameOf, pickText, postedFields, type Fields } from '@kyzmat/web';
import type { Request, Response, Router } from 'express';
import type { Services } from '../../site/services.ts';
import type { Site } from '../../site/site.ts';
import { providerStaffIn } from '../../staff/staff.ts';
import { factsOf, viewOf } from '../open.ts';
import type { Act, ActFacts, Mend } from './act.ts';
import { acts } from './acts.ts';
import { missing, refused } from './errors.ts';
import { actForm, rawOf } from './form.ts';

type Params = { readonly id: string; readonly act: string };

/** Each act has a page of its own: a form, and what became of it. */
export function actRoutes(router: Router, site: Site, services: Services): void {
  const address = '/applications/:id/acts/:act';

  router.get(address, async (request: Request<Params>, response) => {
    const act = actOf(request.params.act);
    const view = await viewOf(site, request, response);
    const facts = await factsOf(site, services, request, view);
    if (!view.actions.includes(request.params.act)) {
      response.redirect(303, `/applications/${view.id}`);
      return;
    }
    show(site, request, response, { act, facts, posted: act.suggested?.(facts) ?? {}, errors: [] });
  });

  router.post(address, async (request: Request<Params>, response) => {
    const act = actOf(request.params.act);
    const posted = postedFields(request.body);
    const facts = await factsOf(site, services, request, await viewOf(site, request, response));
    const left = missing(own(act, facts), posted);
    if (left.length > 0 && facts.view.actions.includes(request.params.act)) {
      show(site, request, response, { act, facts: asSeen(facts, posted), posted, errors: left });
      return;
    }
    try {
      const command = { type: request.params.act, ...act.command(posted, facts) };
      const version = Number(posted['version']);
      const params = { path: { id: request.params.id } };
      const { principal } = providerStaffIn(request);
      dataOf(
        await site.clients
          .applications(principal)
          .POST('/applications/{id}/commands', { params, body: { version, command } }),
      );
      response.redirect(303, `/applications/${request.params.id}?done=${request.params.act}`);
    } catch (error) {
      answerRefusal(site, request, response, { act, facts, posted }, error);
    }
  });

  // P573-26a: the check after one field of the decision; nothing is stored.
  router.post('/applications/:id/acts/decide/check', async (request: Request<{ id: string }>, response) => {
    const { lang } = frameOf(response);
    const view = await viewOf(site, request, response);
    const { decisionForm } = await services.version(view.serviceCode, view.serviceVersion);
    const posted = postedFields(request.body);
    const { values } = decisionForm.parsePage('decision', rawOf(posted));
    const visible = new Set(decisionForm.visibleFields(values).map(({ address: at }) => at));
    const fields = decisionForm.definition.pages.flatMap((page) => page.fields);
    const errors = decisionForm.checkField(String(posted['_field'] ?? ''), values, {
      now: site.kit.clock.now().toISOString(),
    });
    response.json({
      errors: errors.map(({ field, what, mend }) => ({
        field,
        what: pickText(what, lang),
        mend: pickText(mend, lang),
      })),
      visible: Object.fromEntries(fields.map(({ id }) => [id, visible.has(id)])),
    });
  });
}

function actOf(name: string): Act {
  const act = Object.hasOwn(acts, name) ? acts[name] : undefined;
  if (act === undefined) throw notFound('No such act.');
  return act;
}

/** Fields the desk itself looks through; those of the decision are checked by the service's own rules. */
function own(act: Act, facts: ActFacts): ReturnType<Act['fields']> {
  const ofDecision: readonly { id: string }[] =
    act === acts['decide'] ? facts.service.definition.result.decisionFields : [];
  return act.fields(facts).filter(({ id }) => !ofDecision.some((field) => field.id === id));
}

interface Shown {
  readonly act: Act;
  readonly facts: ActFacts;
  readonly posted: Fields;
  readonly errors: readonly Mend[];
  /** What has been done since the form was opened. */
  readonly changes?: ActFacts['view']['timeline'];
}

function answerRefusal(
  site: Site,
  request: Request<Params>,
  response: Response,
  shown: Omit<Shown, 'errors'>,
  error: unknown,
): void {
  if (!(error instanceof Problem) || ![403, 409, 422].includes(error.status)) throw error;
  if (error.code === 'provider_blocked') throw error;
  if (error.code === 'stale_version') {
    const changes = shown.facts.view.timeline.slice(Number(shown.posted['known']) || 0);
    show(site, request, response, { ...shown, errors: [], changes }, 409);
    return;
  }
  const facts = asSeen(shown.facts, shown.posted);
  show(site, request, response, { ...shown, facts, errors: refused(error, shown.act) });
}

/** Mending an error is still an act on what was seen when the form was opened: a newer state must not slip by unread. */
function asSeen(facts: ActFacts, posted: Fields): ActFacts {
  const version = Number(posted['version']);
  const known = Number(posted['known']);
  if (!Number.isInteger(version) || !Number.isInteger(known)) return facts;
  const { timeline } = facts.view;
  return { ...facts, view: { ...facts.view, version, timeline: timeline.slice(0, known) } };
}

function show(
  { pages }: Site,
  request: Request<Params>,
  response: Response,
  { act, facts, posted, errors, changes }: Shown,
  status = errors.length > 0 ? 422 : 200,
): void {
  const { act: name, id } = request.params;
  const { view, signers } = facts;
  const definitions = act.fields(facts);
  const form = actForm(definitions, posted, errors, facts);
  const gone = changes !== undefined && !view.actions.includes(name);
  pages.render(
    response,
    'applications/acts/act.njk',
    {
      act: name,
      name: nameOf(name),
      view,
      fields: form.fields,
      errors: form.errors,
      changes,
      gone,
      typed: gone
        ? form.fields.flatMap(({ label, value }) =>
            isTyped(value) ? [{ key: label, value: words(value) }] : [],
          )
        : [],
      grave: act.grave,
      noSigners: name === 'decide' && view.resultForm !== 'information' && signers.length === 0,
      checkUrl: name === 'decide' ? `/applications/${id}/acts/decide/check` : undefined,
    },
    status,
  );
}

type Typed = NonNullable<ReturnType<typeof actForm>['fields'][number]['value']>;

function isTyped(value: Typed | undefined): value is Typed {
  return value !== undefined && words(value) !== '';
}

function words(value: Typed): string {
  if (typeof value === 'string') return value;
  return Object.values(value)
    .filter((part) => part !== '')
    .join(', ');
}

/** The lifecycle's name of a command; `decide` is its `approve` with the data of the result. */
export function nameOf(act: string): (typeof commandTexts)['approve'] {
  const command = act === 'decide' ? 'approve' : act;
  return isCommand(command) ? commandTexts[command] : { ky: act, ru: act };
}

function isCommand(name: string): name is keyof typeof commandTexts {
  return name in commandTexts;
}
