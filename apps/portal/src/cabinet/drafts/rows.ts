import type { Fields } from '@kyzmat/web';

/**
 * Takes out what `_remove` names: a row (`outlets[1]`: the rows after it move up) or a file (`outlets[0].proof`). The
 * rest of the form stays as it was posted.
 */
export function withoutPart(fields: Fields, part: string): Fields {
  const row = /^(.+)\[(\d+)\]$/u.exec(part);
  if (row === null) {
    return Object.fromEntries(Object.entries(fields).filter(([name]) => name !== `${part}.fileId`));
  }
  const [, group = '', index = ''] = row;
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => {
      const moved = movedUp(name, group, Number(index));
      return moved === undefined ? [] : [[moved, value]];
    }),
  );
}

function movedUp(name: string, group: string, removed: number): string | undefined {
  if (!name.startsWith(`${group}[`)) return name;
  const [, digits = '', rest = ''] = /^(\d+)(\].*)$/u.exec(name.slice(group.length + 1)) ?? [];
  if (digits === '') return name;
  const number = Number(digits);
  if (number === removed) return undefined;
  return number > removed ? `${group}[${number - 1}${rest}` : name;
}
