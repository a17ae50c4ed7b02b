import { formatSom } from '@kyzmat/money';
import type { Text } from '@kyzmat/web';
import { termInWords } from './term.ts';
import type { ServiceSummary } from './catalogue.ts';

/** A service in a list: what it is, what it costs, how long it takes. */
export function serviceCard({ code, title, summary, priceTyiyn, term }: ServiceSummary): object {
  return {
    href: `/services/${code}`,
    title,
    text: summary,
    facts: [
      { icon: 'money', text: priceInWords(priceTyiyn) },
      { icon: 'clock', text: termInWords(term) },
    ],
  };
}

function priceInWords(tyiyn: number): Text {
  if (tyiyn === 0) return { ky: 'Акысыз', ru: 'Бесплатно', en: 'Free' };
  return { ky: formatSom(tyiyn, 'ky'), ru: formatSom(tyiyn, 'ru'), en: formatSom(tyiyn, 'en') };
}
