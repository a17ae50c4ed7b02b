import type { Neighbours } from './neighbours.ts';

/** A service that takes a paper with the application. */
export const withPapers = 'with-papers';

/** Publishes it: the certificate of residence, with a place for a paper on its last page. */
export function publishWithPapers({ services }: Neighbours): void {
  const base = services.get('residence-certificate');
  if (base === undefined) throw new Error('The certificate of residence is not there');
  const { service, form, result } = base.definition;
  const paper = {
    id: 'paper',
    type: 'file',
    label: { ky: 'Кагаз', ru: 'Документ' },
    types: ['application/pdf', 'image/png'],
    maxSize: 2 * 1_048_576,
  } as const;
  const pages = form.pages.map((page) =>
    page.id === 'purpose' ? { ...page, fields: [...page.fields, paper] } : page,
  );
  const definition = {
    service: { ...service, code: withPapers },
    form: { ...form, id: withPapers, pages },
    result,
  };
  services.set(withPapers, { version: 1, definition });
}
