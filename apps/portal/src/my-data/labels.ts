import type { Applications } from '@kyzmat/contracts';
import { pickText, type Lang } from '@kyzmat/web';
import type { Catalogue } from '../services/catalogue.ts';
import type { Line } from './lines.ts';

type Summary = Applications['ApplicationSummary'];

/**
 * What a person calls the fields that were handed over, by `application field`: as the form in force says it. One that a
 * later form no longer has stays without a name; the groups of data name it all the same.
 */
export async function labelsOf(
  lines: readonly Line[],
  applications: readonly Summary[],
  catalogue: Pick<Catalogue, 'current'>,
  lang: Lang,
): Promise<ReadonlyMap<string, string>> {
  const asked = new Set(lines.flatMap(({ fields, application }) => (fields ? (application ?? []) : [])));
  const known = applications.filter(({ id }) => asked.has(id));
  const labels = known.map(async ({ id, serviceCode }) => {
    const { definition } = await catalogue.current(serviceCode);
    return definition.form.pages.flatMap(({ fields }) =>
      fields.map((field) => [`${id} ${field.id}`, pickText(field.label, lang)] as const),
    );
  });
  return new Map((await Promise.all(labels)).flat());
}
