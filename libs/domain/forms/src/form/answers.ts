import { isList, isRecord, own } from '../fields/handler.ts';
import type { Answers, FileValue, Value } from '../types.ts';
import { readAddress } from './address.ts';
import { rowsOf } from './values.ts';

/**
 * Answers as they come from outside as JSON. What no answer can look like is left out: a form never asked of it, and
 * its check says what is missing.
 */
export function answersFrom(json: unknown): Answers {
  if (!isRecord(json)) return {};
  return Object.fromEntries(
    Object.entries(json).filter((entry): entry is [string, Value] => isValue(entry[1])),
  );
}

/** Whether JSON has the shape of some answer; whether it fits its field, the check of the form says. */
function isValue(json: unknown): json is Value {
  if (json === null || ['string', 'number', 'boolean'].includes(typeof json)) return true;
  if (isList(json))
    return json.every(isText) || json.every((row) => isRecord(row) && Object.values(row).every(isValue));
  return isRecord(json) && Object.values(json).every(isPart);
}

function isText(json: unknown): json is string {
  return typeof json === 'string';
}

/** A part of an address or of a file, or what was typed and could not be read. */
function isPart(json: unknown): boolean {
  if (isText(json) || typeof json === 'number') return true;
  return isList(json) ? json.every(isText) : isRecord(json) && Object.values(json).every(isText);
}

/** Whether an answer is a file uploaded before. */
export function isFile(value: Value | undefined): value is FileValue {
  return isRecord(value) && typeof value['fileId'] === 'string' && typeof value['sha256'] === 'string';
}

/** The files that answers name, those in rows of groups included. */
export function filesIn(answers: Answers): FileValue[] {
  return Object.values(answers).flatMap((value) =>
    isFile(value) ? [value] : rowsOf(value).flatMap(filesIn),
  );
}

/** The answer at an address: `scan`, `outlets[0].premisesProof`. */
export function answerAt(address: string, answers: Answers): Value | undefined {
  const { id, row, part } = readAddress(address);
  const value = own(answers, id);
  if (part !== undefined) return undefined;
  if (row === undefined) return value;
  const found = rowsOf(value)[row.index];
  return found === undefined ? undefined : own(found, row.id);
}
