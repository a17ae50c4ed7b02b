import { dataOf } from '@kyzmat/http';
import { frameOf, one, pickText, postedFields } from '@kyzmat/web';
import type { Express } from 'express';
import { principalOf } from '../auth/user.ts';
import { formatsOf, official } from '../site/formats.ts';
import type { Site } from '../site/site.ts';

/** Where an application begins: drafts to go on with, and consent to take over earlier answers. */
export function applyRoutes(web: Express, { pages, catalogue, clients }: Site): void {
  web.get('/services/:code/apply', async (request, response) => {
    const applications = clients.applications(principalOf(request));
    const query = { serviceCode: request.params.code };
    const [service, drafts, earlier] = await Promise.all([
      catalogue.current(request.params.code),
      applications.GET('/drafts'),
      // A comfort only: without it one begins from an empty form.
      applications.GET('/drafts/prefill-sources', { params: { query } }).catch(() => undefined),
    ]);
    const { lang } = frameOf(response);
    const t = pages.t(lang);
    const sources = (earlier?.data?.sources ?? []).map((source) => ({
      value: source.applicationId,
      label: t('apply.prefill.from', {
        reference: source.reference,
        date: formatsOf(lang)['moment']?.(source.submittedAt) ?? source.submittedAt,
      }),
      hint: `${pickText(source.serviceTitle, lang)}: ${source.fields.map((field) => pickText(field, lang)).join(' · ')}`,
    }));
    const asked = request.query['from'];
    pages.render(response, 'services/apply.njk', {
      service: service.definition.service,
      form: service.definition.form,
      drafts: dataOf(drafts).drafts.filter(({ serviceCode }) => serviceCode === service.code),
      sources,
      from: sources.some(({ value }) => value === asked) ? asked : 'none',
    });
  });

  web.post('/services/:code/apply', async (request, response) => {
    const from = one(postedFields(request.body), 'prefillFrom');
    const body = {
      serviceCode: request.params.code,
      language: official(frameOf(response).lang),
      ...(from === '' || from === 'none' ? {} : { prefillFrom: from }),
    };
    const draft = dataOf(await clients.applications(principalOf(request)).POST('/drafts', { body }));
    response.redirect(303, `/cabinet/drafts/${draft.id}`);
  });
}
