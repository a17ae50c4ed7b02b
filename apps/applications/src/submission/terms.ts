import type { Terms } from '@kyzmat/lifecycle';
import type { ServiceDefinition } from '@kyzmat/service-definition';

/** What the service version promises; copied into the application, so that later versions change nothing. */
export function termsOf({ service }: ServiceDefinition): Terms {
  const { refusalGrounds, paperBasis } = service;
  return {
    priceTyiyn: service.price.totalTyiyn,
    term: service.term,
    appearanceRequired: service.appearanceRequired,
    signatureLevel: service.signatureLevel,
    resultForms: service.resultForms,
    refundOnProvisionRefusal: service.refundOnProvisionRefusal,
    ...(refusalGrounds.length > 0 && { provisionRefusalGrounds: refusalGrounds.map(({ id }) => id) }),
    ...(paperBasis === undefined ? {} : { paperBasis }),
  };
}
