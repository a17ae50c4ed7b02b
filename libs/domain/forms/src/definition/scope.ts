import type { Field, FormDefinition, PlainField } from '../types.ts';

/** Where a field stands: its place in the file and its turn in the form. */
export interface Standing {
  readonly field: Field;
  /** JSON pointer. */
  readonly place: string;
  readonly page: number;
  /** Turn among all fields; a group comes before its own fields. */
  readonly turn: number;
  /** Id of the group around it. */
  readonly group?: string;
}

/** Every field of a definition in the order it is asked, the fields of groups included. */
export function standings(definition: FormDefinition): Standing[] {
  const found: Standing[] = [];
  definition.pages.forEach((page, pageIndex) => {
    page.fields.forEach((field, index) => {
      const place = `/pages/${pageIndex}/fields/${index}`;
      found.push({ field, place, page: pageIndex, turn: found.length });
      if (field.type !== 'group') return;
      field.fields.forEach((inner: PlainField, innerIndex) => {
        found.push({
          field: inner,
          place: `${place}/fields/${innerIndex}`,
          page: pageIndex,
          turn: found.length,
          group: field.id,
        });
      });
    });
  });
  return found;
}
