import { instant } from '@kyzmat/clock';
import { dataOf } from '@kyzmat/http';
import { serviceGroups } from '@kyzmat/service-definition';
import { frameOf } from '@kyzmat/web';
import type { Express } from 'express';
import { principalOf } from '../auth/user.ts';
import { official } from '../site/formats.ts';
import type { Site } from '../site/site.ts';
import { serviceCard } from './card.ts';
import { promise } from './promise.ts';
import { search } from './search.ts';
import { termInWords } from './term.ts';

export function serviceRoutes(web: Express, site: Site): void {
  const { pages, catalogue, clients, kit } = site;

  // P573-6a: open to everybody.
  web.get('/services', async (request, response) => {
    const query = textOf(request.query['q']);
    const group = textOf(request.query['group']);
    const all = await catalogue.list();
    const found = search(all, query).filter((service) => group === '' || service.group === group);
    pages.render(response, 'services/list.njk', {
      query,
      chosen: group,
      cards: found.map((service) => ({ ...serviceCard(service), level: 2 })),
      all: all.map((service) => ({ ...serviceCard(service), level: 3 })),
      groups: groupsOf(
        all.map((service) => service.group),
        group,
      ),
    });
  });

  // P573-13b: what, for whom, how much, how long, before anybody signs in.
  web.get('/services/:code', async (request, response) => {
    const [service, calendar] = await Promise.all([
      catalogue.current(request.params.code),
      catalogue.calendar(),
    ]);
    const { term, price } = service.definition.service;
    pages.render(response, 'services/service.njk', {
      code: service.code,
      service: service.definition.service,
      providerName: service.providerName,
      form: service.definition.form,
      group: serviceGroups[service.definition.service.group],
      term: termInWords(term),
      free: price.totalTyiyn === 0,
      promised: promise(instant(kit.clock), term, calendar),
    });
  });

  web.get('/services/:code/apply', async (request, response) => {
    const [service, answer] = await Promise.all([
      catalogue.current(request.params.code),
      clients.applications(principalOf(request)).GET('/drafts'),
    ]);
    pages.render(response, 'services/apply.njk', {
      service: service.definition.service,
      form: service.definition.form,
      drafts: dataOf(answer).drafts.filter(({ serviceCode }) => serviceCode === service.code),
    });
  });

  web.post('/services/:code/apply', async (request, response) => {
    const body = { serviceCode: request.params.code, language: official(frameOf(response).lang) };
    const draft = dataOf(await clients.applications(principalOf(request)).POST('/drafts', { body }));
    response.redirect(303, `/cabinet/drafts/${draft.id}`);
  });
}

function groupsOf(used: readonly string[], chosen: string): object[] {
  return Object.entries(serviceGroups)
    .filter(([id]) => used.includes(id))
    .map(([id, title]) => ({ href: `/services?group=${id}`, title, current: id === chosen }));
}

/** One text of a query, not longer than anybody asks. */
function textOf(value: unknown): string {
  return typeof value === 'string' ? value.slice(0, 200) : '';
}
