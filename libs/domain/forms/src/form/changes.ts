import type { CrossFieldRule, Field, FormChange, FormDefinition } from '../types.ts';
import { canonicalJson } from './canonical.ts';

type Placed = readonly [field: Field, page: string, text: string];

function fieldsOf({ pages, rules = [] }: FormDefinition): ReadonlyMap<string, Placed> {
  const rulesAt = (id: string): readonly CrossFieldRule[] => rules.filter(({ at }) => at === id);
  return new Map(
    pages.flatMap((page) =>
      page.fields.map((field) => {
        const text = canonicalJson({ field, when: page.showWhen, rules: rulesAt(field.id) });
        return [field.id, [field, page.id, text]] as const;
      }),
    ),
  );
}

/** What a person filling in a form must know when it was published anew: questions that came, went or changed. */
export function formChanges(before: FormDefinition, after: FormDefinition): FormChange[] {
  const [old, now] = [fieldsOf(before), fieldsOf(after)];
  const kept = [...now].flatMap(([id, [{ label }, page, text]]): FormChange[] => {
    const known = old.get(id);
    if (known === undefined) return [{ kind: 'added', about: label, page }];
    return known[2] === text ? [] : [{ kind: 'changed', about: label, page }];
  });
  const gone = [...old].filter(([id]) => !now.has(id));
  return [...kept, ...gone.map(([, [{ label }]]): FormChange => ({ kind: 'removed', about: label }))];
}
