import type { Identifier, Row } from './input.ts';
import { words } from './words.ts';

/** A person's or organisation's number as a row: PIN or INN. */
export const identifierRow = ({ kind, value }: Identifier): Row => ({ label: words[kind], value });
