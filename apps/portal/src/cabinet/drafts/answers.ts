import type { Applications } from '@kyzmat/contracts';
import type { Answers, FileValue, Value } from '@kyzmat/forms';

/** The answers of a draft; its owner has read them with the same form, so their shape is known. */
export function answersOf(draft: Pick<Applications['Draft'], 'answers'>): Answers {
  return draft.answers as Answers;
}

/** The files answers name, those in rows of groups included. */
export function filesOf(answers: Answers): FileValue[] {
  return Object.values(answers).flatMap((value) => {
    if (isFile(value)) return [value];
    return isRows(value) ? value.flatMap(filesOf) : [];
  });
}

export function isFile(value: Value | undefined): value is FileValue {
  return typeof value === 'object' && value !== null && 'fileId' in value && 'sha256' in value;
}

export function isRows(value: Value | undefined): value is readonly Answers[] {
  return Array.isArray(value) && value.every((row) => typeof row === 'object');
}

/** The answer at an address: `scan`, `outlets[0].premisesProof`. */
export function valueAt(address: string, answers: Answers): Value | undefined {
  const [, id = '', row, inner] = /^([^.[]+)(?:\[(\d+)\]\.(.+))?$/u.exec(address) ?? [];
  const value = answers[id];
  if (row === undefined || inner === undefined) return value;
  return isRows(value) ? value[Number(row)]?.[inner] : undefined;
}
