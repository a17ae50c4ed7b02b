import type { Service } from './catalogue.ts';

type Text = { readonly ky: string; readonly ru: string; readonly en?: string };

/** A service for machines: schema.org GovernmentService as JSON-LD, texts in each language they are written in. */
export function linkedData(
  { code, version, publishedAt, providerName, definition }: Service,
  portal: string,
) {
  const { service } = definition;
  const url = `${portal}/services/${code}`;
  return {
    '@context': 'https://schema.org',
    '@type': 'GovernmentService',
    '@id': url,
    url,
    identifier: code,
    version: String(version),
    dateModified: publishedAt,
    serviceType: service.kind,
    category: service.group,
    name: said(service.title),
    description: said(service.description),
    provider: { '@type': 'GovernmentOrganization', identifier: service.provider, name: said(providerName) },
    audience: { '@type': 'Audience', audienceType: service.applicantKinds, name: said(service.whoCanGet) },
    serviceOutput: said(service.whatYouGet),
    offers: {
      '@type': 'Offer',
      priceCurrency: 'KGS',
      price: (service.price.totalTyiyn / 100).toFixed(2),
      priceSpecification: service.price.split.map(({ receiver, amountTyiyn }) => ({
        '@type': 'PriceSpecification',
        priceCurrency: 'KGS',
        price: (amountTyiyn / 100).toFixed(2),
        name: said(receiver),
      })),
    },
    hoursAvailable: { '@type': 'OpeningHoursSpecification', opens: '00:00', closes: '23:59' },
    additionalProperty: [
      property('term', `${service.term.count} ${service.term.unit}`),
      property('signatureLevel', service.signatureLevel),
      ...(service.identityFrom ?? []).map((proof) => property('identityFrom', proof)),
      property('appearanceRequired', service.appearanceRequired),
      ...service.steps.map(({ text }) => property('step', said(text))),
      ...service.documents.map((document) => property('document', said(document))),
      ...service.refusalGrounds.map(({ text }) => property('refusalGround', said(text))),
      ...service.legalBasis.map((act) => property('legalBasis', said(act))),
      property('appeal', said(service.appeal)),
    ],
    availableChannel: { '@type': 'ServiceChannel', serviceUrl: `${url}/apply` },
  };
}

function property(name: string, value: unknown) {
  return { '@type': 'PropertyValue', name, value };
}

function said({ ky, ru, en }: Text) {
  const texts = Object.entries({ ky, ru, en });
  return texts.flatMap(([language, value]) =>
    value === undefined ? [] : [{ '@language': language, '@value': value }],
  );
}
