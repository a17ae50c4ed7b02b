import type { Providers } from '@kyzmat/contracts';
import { dataOf } from '@kyzmat/http';
import { asked, fieldId, frameOf, one, postedFields, type FieldDefinition, type Fields } from '@kyzmat/web';
import { formatLocal } from '@kyzmat/working-time';
import type { Request, Response, Router } from 'express';
import { zone } from '../../site/formats.ts';
import type { Site } from '../../site/site.ts';
import { staffIn } from '../../staff/staff.ts';
import { noticed } from './noticed.ts';

type Params = { readonly id: string };
type Text = FieldDefinition['label'];
interface Wrong {
  readonly field: string;
  readonly what: Text;
  readonly mend: Text;
}

const kinds = ['finding', 'measure', 'seen'] as const;
const nothingSaid: Omit<Wrong, 'field'> = {
  what: { ky: 'Эч нерсе жазылган жок.', ru: 'Ничего не написано.' },
  mend: { ky: 'Кыскача сөз менен жазыңыз.', ru: 'Напишите коротко, словами.' },
};
const notChosen: Wrong = {
  field: 'kind',
  what: { ky: 'Эмнени жазарыңыз тандалган жок.', ru: 'Не выбрано, что вы записываете.' },
  mend: { ky: 'Тизмеден тандаңыз.', ru: 'Выберите из списка.' },
};
const isOpen = ({ entries }: Providers['Incident']): boolean => entries.at(-1)?.kind !== 'closed';

/** P573-19e: what was seen, found and done about it; the operator opens, examines and closes. */
export function incidentRoutes(router: Router, site: Site): void {
  const { clients, pages } = site;
  const providers = (request: Pick<Request, 'session'>) => clients.providers(staffIn(request).principal);

  router.get('/incidents', (request, response) => list(request, response, []));

  router.post('/incidents', async (request, response) => {
    const posted = postedFields(request.body);
    const [seen, sighting] = [one(posted, 'seen'), one(posted, 'sighting')];
    if (seen === '') return list(request, response, [{ field: 'seen', ...nothingSaid }]);
    const body = { seen, ...(sighting === '' ? {} : { sighting }) };
    const { id } = dataOf(await providers(request).POST('/incidents', { body }));
    response.redirect(303, `/incidents/${id}?done=kept`);
    return undefined;
  });

  router.get('/incidents/:id', (request: Request<Params>, response) => show(request, response, {}, []));

  router.post('/incidents/:id', async (request: Request<Params>, response) => {
    const posted = postedFields(request.body);
    const kind = kinds.find((each) => each === one(posted, 'kind'));
    const text = one(posted, 'text');
    const wrong = [
      ...(kind === undefined ? [notChosen] : []),
      ...(text === '' ? [{ field: 'text', ...nothingSaid }] : []),
    ];
    if (kind === undefined || wrong.length > 0) return show(request, response, posted, wrong);
    return add(request, response, { kind, text });
  });

  router.post('/incidents/:id/close', (request: Request<Params>, response) =>
    add(request, response, { kind: 'closed' }),
  );

  async function add(
    request: Request<Params>,
    response: Response,
    body: { readonly kind: (typeof kinds)[number] | 'closed'; readonly text?: string },
  ): Promise<void> {
    const params = { path: { id: request.params.id } };
    dataOf(await providers(request).POST('/incidents/{id}/entries', { params, body }));
    response.redirect(303, `/incidents/${request.params.id}?done=kept`);
  }

  async function list(request: Request, response: Response, wrong: readonly Wrong[]): Promise<void> {
    const { incidents } = dataOf(await providers(request).GET('/incidents'));
    const { sightings, away } = await noticed(site, staffIn(request), incidents);
    const { lang } = frameOf(response);
    const t = pages.t(lang);
    const model = {
      incidents: incidents.map((each) => ({ ...each, open: isOpen(each), first: each.entries[0] })),
      noticed: sightings.map(({ key, kind, count, who, address, firstAt, lastAt }) => ({
        key,
        text: t(`incidents.${kind}`, {
          count,
          who: who ?? address ?? '—',
          from: formatLocal(firstAt, lang, zone),
          to: formatLocal(lastAt, lang, zone),
        }),
      })),
      away,
      errors: wrong.map((error) => ({ error, href: `#${fieldId(error.field)}` })),
      wrong,
    };
    pages.render(response, 'operator/incidents/incidents.njk', model, wrong.length > 0 ? 422 : 200);
  }

  async function show(
    request: Request<Params>,
    response: Response,
    posted: Fields,
    wrong: readonly Wrong[],
  ): Promise<void> {
    const params = { path: { id: request.params.id } };
    const incident = dataOf(await providers(request).GET('/incidents/{id}', { params }));
    const has = (kind: string): boolean => incident.entries.some((entry) => entry.kind === kind);
    const model = {
      incident,
      open: isOpen(incident),
      mayClose: has('finding') && has('measure'),
      kinds,
      posted: { kind: one(posted, 'kind'), text: one(posted, 'text') },
      errors: wrong.map((error) => ({ error, href: `#${fieldId(error.field)}` })),
      errorsOf: Object.fromEntries(wrong.map((error) => [error.field, [error]])),
      done: asked(request.query, 'done') === 'kept',
    };
    pages.render(response, 'operator/incidents/incident.njk', model, wrong.length > 0 ? 422 : 200);
  }
}
