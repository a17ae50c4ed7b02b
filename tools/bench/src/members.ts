/** What an answer holds, as far as it is there: the bench reads other people's JSON. */
export function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? new Map(Object.entries(value)).get(name) : undefined;
}

export function membersOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
