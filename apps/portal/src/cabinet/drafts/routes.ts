import { fieldAt } from '@kyzmat/forms';
import { dataOf } from '@kyzmat/http';
import { frameOf, one, postedFields } from '@kyzmat/web';
import type { Express } from 'express';
import { principalOf } from '../../auth/user.ts';
import { official } from '../../site/formats.ts';
import { passOn } from '../../site/pass-on.ts';
import type { Site } from '../../site/site.ts';
import { addressToGoOn, loadDraft } from './load.ts';
import { pageRoutes } from './pages.ts';
import { qualifiedRoutes } from './qualified.ts';
import { isStale } from './save.ts';
import { signingRoutes } from './signing.ts';

export function draftRoutes(web: Express, site: Site): void {
  const { pages, clients, config } = site;
  pageRoutes(web, site);
  signingRoutes(web, site);
  qualifiedRoutes(web, site);

  web.get('/cabinet/drafts/:id', async (request, response) => {
    response.redirect(303, addressToGoOn(await loadDraft(site, request, request.params.id)));
  });

  // P573-27d: everything that was answered, each with a way to change it.
  web.get('/cabinet/drafts/:id/check', async (request, response) => {
    const path = { id: request.params.id };
    const query = { language: official(frameOf(response).lang) };
    const [loaded, answer] = await Promise.all([
      loadDraft(site, request, request.params.id),
      clients.applications(principalOf(request)).GET('/drafts/{id}/content', { params: { path, query } }),
    ]);
    if (loaded.draft.submittedAs !== undefined) {
      response.redirect(303, addressToGoOn(loaded));
      return;
    }
    const { pages: described, errors, waiting = [] } = dataOf(answer);
    const { form } = loaded.service;
    const pageOfField = new Map(
      form.definition.pages.flatMap(({ id, fields }) => fields.map((field) => [field.id, id] as const)),
    );
    const base = `/cabinet/drafts/${loaded.draft.id}`;
    const last = form.visiblePages(loaded.answers).at(-1);
    pages.render(response, 'cabinet/drafts/check.njk', {
      draft: loaded.draft,
      base,
      backTo: last === undefined ? '/cabinet' : `${base}/pages/${last.id}`,
      described,
      waiting,
      errors: errors.map((error) => {
        const page = pageOfField.get(fieldAt(error.field)) ?? last?.id ?? '';
        return { error, href: `${base}/pages/${page}?to=check&errors` };
      }),
    });
  });

  // P573-27a, P573-27b: a copy at any step.
  web.get('/cabinet/drafts/:id/copy.pdf', async (request, response) => {
    const { lang } = frameOf(response);
    const id = encodeURIComponent(request.params.id);
    const url = `${config.applications}/drafts/${id}/copy.pdf?language=${official(lang)}`;
    await passOn(response, clients.files(principalOf(request)), url);
  });
  web.get('/cabinet/drafts/:id/copy.json', async (request, response) => {
    const id = encodeURIComponent(request.params.id);
    const url = `${config.applications}/drafts/${id}/copy.json`;
    await passOn(response, clients.files(principalOf(request)), url);
  });
  web.get('/cabinet/drafts/:id/files/:fileId', async (request, response) => {
    const [id, fileId] = [request.params.id, request.params.fileId].map(encodeURIComponent);
    const url = `${config.applications}/drafts/${id}/files/${fileId}`;
    await passOn(response, clients.files(principalOf(request)), url);
  });

  // The person has seen what a new version of the service changes, and goes on with it.
  web.post('/cabinet/drafts/:id/service-version', async (request, response) => {
    const version = Number(one(postedFields(request.body), 'version'));
    const path = { id: request.params.id };
    try {
      await clients
        .applications(principalOf(request))
        .POST('/drafts/{id}/service-version', { params: { path }, body: { version } });
    } catch (error) {
      // Saved elsewhere meanwhile: the page shows what there is now.
      if (!isStale(error)) throw error;
    }
    response.redirect(303, `/cabinet/drafts/${path.id}/check`);
  });

  web.get('/cabinet/drafts/:id/delete', async (request, response) => {
    const { draft } = await loadDraft(site, request, request.params.id);
    pages.render(response, 'cabinet/drafts/delete.njk', { draft });
  });
  web.post('/cabinet/drafts/:id/delete', async (request, response) => {
    const path = { id: request.params.id };
    await clients.applications(principalOf(request)).DELETE('/drafts/{id}', { params: { path } });
    response.redirect(303, '/cabinet');
  });
}
