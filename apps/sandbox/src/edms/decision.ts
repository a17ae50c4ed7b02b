import type { FieldDefinition } from '@kyzmat/web';
import { memberOf } from '../input.ts';

/** The fields of the decision, as the portal sent them with the request. */
export function decisionFields(request: unknown): readonly FieldDefinition[] {
  const fields = memberOf(request, 'decisionFields');
  return Array.isArray(fields) ? fields.filter(isField) : [];
}

function isField(value: unknown): value is FieldDefinition {
  return typeof memberOf(value, 'id') === 'string' && typeof memberOf(value, 'type') === 'string';
}

/** What the clerk filled in, as a document says it: dates in one piece, empty fields left out. */
export function decisionData(fields: readonly FieldDefinition[], posted: unknown): Record<string, unknown> {
  const data: Record<string, unknown> = {};
  for (const { id, type } of fields) {
    const value = type === 'date' ? dateOf(posted, id) : memberOf(posted, id);
    if (value !== undefined && value !== '') data[id] = value;
  }
  return data;
}

function dateOf(posted: unknown, id: string): string | undefined {
  const part = (name: string, length: number): string => {
    const value = memberOf(posted, `${id}.${name}`);
    return (typeof value === 'string' ? value.trim() : '').padStart(length, '0');
  };
  const date = `${part('year', 4)}-${part('month', 2)}-${part('day', 2)}`;
  return date === '0000-00-00' ? undefined : date;
}
