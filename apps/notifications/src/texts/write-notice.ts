import { noticeKinds, noticeTexts } from '@kyzmat/lifecycle';
import { bodies } from './bodies.ts';
import { draftExpires } from './draft.ts';
import type { Facts, Language, Line } from './lines.ts';

interface Text {
  readonly ky: string;
  readonly ru: string;
}

/**
 * The words of a notice in both languages (P573-7), with everything the law wants in it (P573-35a to P573-35e).
 * @throws TypeError for a kind without words, and for facts without what the law demands: such a notice is never sent.
 */
export function writeNotice(facts: Facts): { title: Text; body: Text } {
  if (facts.kind === draftExpires.kind)
    return { title: draftExpires.title, body: bothOf(draftExpires.lines, facts) };
  const kind = noticeKinds.find((known) => known === facts.kind);
  if (kind === undefined) throw new TypeError(`No words for a notice ${facts.kind}`);
  if (bodies[kind].complete?.(facts) === false) {
    throw new TypeError(`A notice ${kind} lacks what the law wants in it`);
  }
  const { ky, ru } = noticeTexts[kind];
  return { title: { ky, ru }, body: bothOf(bodies[kind].lines, facts) };
}

function bothOf(lines: readonly Line[], facts: Facts): Text {
  return { ky: bodyIn('ky', lines, facts), ru: bodyIn('ru', lines, facts) };
}

function bodyIn(language: Language, lines: readonly Line[], facts: Facts): string {
  const said = lines.map((line) => line(facts, language));
  return said.filter((line) => line !== undefined).join('\n');
}
