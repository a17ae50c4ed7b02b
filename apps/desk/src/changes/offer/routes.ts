import { dataOf, forbidden, Problem } from '@kyzmat/http';
import { checkService, type ServiceDefinition } from '@kyzmat/service-definition';
import { one, postedFields, smallUpload, UploadTooLarge, type Fields, type SmallUpload } from '@kyzmat/web';
import type { Request, RequestHandler, Response, Router } from 'express';
import type { Site } from '../../site/site.ts';
import { providerStaffIn, staffIn } from '../../staff/staff.ts';
import { mayOffer } from '../may-offer.ts';
import { changedBy, nothingChanged, offerForm, summaryOf, typedOf, wrongOf, type Wrong } from './form.ts';

type Params = { readonly code: string };

const largest = 1_000_000;
const unreadable: Wrong = {
  field: 'file',
  what: { ky: 'Файл окулбайт.', ru: 'Файл не читается.' },
  mend: {
    ky: 'Бул жерден алынган файлды (JSON) оңдоп, кайра тандаңыз.',
    ru: 'Выберите файл (JSON), взятый здесь и исправленный.',
  },
};

/** P573-16a: the head of a provider submits a change of its own service: words and term on a page, the rest by a file. */
export function offerRoutes(router: Router, site: Site): void {
  const { clients, pages, sessions } = site;
  const headOnly: RequestHandler = (request, _response, next) => {
    if (!mayOffer(staffIn(request)))
      throw forbidden('head_only', 'The head of the provider submits changes.');
    next();
  };
  router.use('/changes/new', headOnly);

  router.get('/changes/new', (request, response) => choose(request, response, []));

  router.post('/changes/new', async (request, response) => {
    const posted = await uploaded(request);
    sessions.csrf.verify(request, one(posted.fields, '_csrf'));
    const text = posted.files['file'];
    const given = text === undefined ? undefined : read(text);
    const wrong = given === undefined ? [unreadable] : await submit(request, given, 'file');
    if (wrong.length > 0) await choose(request, response, wrong);
    else response.redirect(303, '/changes?done=1');
  });

  router.get('/changes/new/:code', async (request: Request<Params>, response) => {
    show(response, request.params.code, typedOf(await inForce(request)), []);
  });

  router.get('/changes/new/:code/service.json', async (request: Request<Params>, response) => {
    response.attachment(`${request.params.code}.json`).json(await inForce(request));
  });

  router.post('/changes/new/:code', async (request: Request<Params>, response) => {
    const posted = postedFields(request.body);
    const wrong = await submit(request, changedBy(await inForce(request), posted), 'title.ky');
    if (wrong.length > 0) show(response, request.params.code, posted, wrong);
    else response.redirect(303, '/changes?done=1');
  });

  /** The version in force, of the own provider only (C22-3b). */
  async function inForce(request: Request<Params>): Promise<ServiceDefinition> {
    const { principal, provider } = providerStaffIn(request);
    const params = { path: { code: request.params.code } };
    const { definition } = dataOf(await clients.providers(principal).GET('/services/{code}', { params }));
    const check = checkService(definition);
    if (!check.ok || check.definition.service.provider !== provider)
      throw new Problem(404, 'not_found', 'No such service.');
    return check.definition;
  }

  /** What is wrong with it; nothing, when it is submitted. */
  async function submit(
    request: Pick<Request, 'session'>,
    given: unknown,
    field: string,
  ): Promise<readonly Wrong[]> {
    const check = checkService(given);
    if (!check.ok) return wrongOf(check.problems, field);
    try {
      const body = { definition: { ...check.definition } };
      dataOf(await clients.providers(staffIn(request).principal).POST('/service-changes', { body }));
      return [];
    } catch (error) {
      if (error instanceof Problem && error.code === 'nothing_changed') return [nothingChanged(field)];
      throw error;
    }
  }

  async function choose(request: Request, response: Response, wrong: readonly Wrong[]): Promise<void> {
    const { principal, provider } = providerStaffIn(request);
    const { services } = dataOf(await clients.providers(principal).GET('/services'));
    const own = services.filter(({ providerId }) => providerId === provider);
    const model = { services: own, errors: summaryOf(wrong), wrong };
    pages.render(response, 'changes/offer/choose.njk', model, wrong.length > 0 ? 422 : 200);
  }

  function show(response: Response, code: string, typed: Fields, wrong: readonly Wrong[]): void {
    const model = { code, fields: offerForm(typed, wrong), errors: summaryOf(wrong) };
    pages.render(response, 'changes/offer/offer.njk', model, wrong.length > 0 ? 422 : 200);
  }
}

async function uploaded(request: Request): Promise<SmallUpload> {
  try {
    return await smallUpload(request, largest);
  } catch (error) {
    if (error instanceof UploadTooLarge) throw new Problem(413, 'too_large');
    throw error;
  }
}

function read(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch {
    return undefined;
  }
}
