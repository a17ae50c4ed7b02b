import { instant } from '@kyzmat/clock';
import { serviceGroups } from '@kyzmat/service-definition';
import type { Express } from 'express';
import type { Site } from '../site/site.ts';
import { applyRoutes } from './apply.ts';
import { serviceCard } from './card.ts';
import { linkedData } from './linked-data.ts';
import { openRatings } from './rating.ts';
import { promise } from './promise.ts';
import { qrPath } from './qr.ts';
import { termInWords } from './term.ts';

const perPage = 20;
const mostAsked = 6;

export function serviceRoutes(web: Express, site: Site): void {
  const { pages, catalogue, clients, config, kit } = site;
  const ratingOf = openRatings(kit, clients);

  // P573-6a: open to everybody.
  web.get('/services', async (request, response) => {
    const query = textOf(request.query['q']);
    const group = textOf(request.query['group']);
    const [all, { services, whole }] = await Promise.all([catalogue.list(), catalogue.search(query)]);
    const fitting = query === '' ? all : services;
    const found = fitting.filter((service) => group === '' || service.group === group);
    const { shown, pagination } = pageOf(found, request.query['page'], { q: query, group });
    pages.render(response, 'services/list.njk', {
      query,
      whole,
      chosen: group,
      count: found.length,
      cards: shown.map((service) => ({ ...serviceCard(service), level: 2 })),
      pagination,
      mostAsked: all.slice(0, mostAsked).map((service) => ({ ...serviceCard(service), level: 3 })),
      groups: groupsOf(
        all.map((service) => service.group),
        { q: query, group },
      ),
    });
  });

  web.get('/services/:code.json', async (request, response) => {
    const service = await catalogue.current(request.params.code);
    response.type('application/ld+json').json(linkedData(service, config.portal));
  });

  // P573-6a, P573-13b: what, for whom, how much, how long, before anybody signs in.
  web.get('/services/:code', async (request, response) => {
    const [service, calendar, rating] = await Promise.all([
      catalogue.current(request.params.code),
      catalogue.calendar(),
      ratingOf(request.params.code),
    ]);
    const { term, price, group } = service.definition.service;
    const address = `${config.portal}/services/${service.code}`;
    pages.render(response, 'services/service.njk', {
      code: service.code,
      version: service.version,
      publishedAt: service.publishedAt,
      service: service.definition.service,
      providerName: service.providerName,
      form: service.definition.form,
      group: serviceGroups[group],
      term: termInWords(term),
      free: price.totalTyiyn === 0,
      promised: promise(instant(kit.clock), term, calendar),
      rating,
      address,
      qr: await qrPath(address),
    });
  });

  applyRoutes(web, site);
}

interface Chosen {
  readonly q: string;
  readonly group: string;
}

/** One page of what was found, and the way to the others. */
function pageOf<S>(found: readonly S[], asked: unknown, chosen: Chosen): { shown: S[]; pagination: object } {
  const pages = Math.max(1, Math.ceil(found.length / perPage));
  const page = Math.min(pages, Math.max(1, Math.trunc(Number(asked)) || 1));
  const shown = found.slice((page - 1) * perPage, page * perPage);
  return { shown, pagination: { page, pages, href: `${addressOf(chosen)}page=` } };
}

function groupsOf(used: readonly string[], chosen: Chosen): object[] {
  return Object.entries(serviceGroups)
    .filter(([id]) => used.includes(id))
    .map(([id, title]) => ({
      href: addressOf({ ...chosen, group: id }).slice(0, -1),
      title,
      current: id === chosen.group,
    }));
}

/** Ends so that one more choice can follow. */
function addressOf(chosen: Chosen): string {
  const query = new URLSearchParams(Object.entries(chosen).filter(([, value]) => value !== ''));
  return `/services?${query.toString()}${query.size === 0 ? '' : '&'}`;
}

/** One text of a query, not longer than anybody asks. */
function textOf(value: unknown): string {
  return typeof value === 'string' ? value.slice(0, 200) : '';
}
