import { noticeKinds, noticeTexts, type NoticeKind } from '@kyzmat/lifecycle';
import { bodies } from './bodies.ts';
import type { Facts, Language } from './lines.ts';

interface Text {
  readonly ky: string;
  readonly ru: string;
}

/**
 * The words of a notice in both languages (P573-7), with everything the law wants in it (P573-35a to P573-35e).
 * @throws TypeError for a kind without words, and for facts without what the law demands: such a notice is never sent.
 */
export function writeNotice(facts: Facts): { title: Text; body: Text } {
  const kind = noticeKinds.find((known) => known === facts.kind);
  if (kind === undefined) throw new TypeError(`No words for a notice ${facts.kind}`);
  if (bodies[kind].complete?.(facts) === false) {
    throw new TypeError(`A notice ${kind} lacks what the law wants in it`);
  }
  const { ky, ru } = noticeTexts[kind];
  return { title: { ky, ru }, body: { ky: bodyIn('ky', kind, facts), ru: bodyIn('ru', kind, facts) } };
}

function bodyIn(language: Language, kind: NoticeKind, facts: Facts): string {
  const lines = bodies[kind].lines.map((line) => line(facts, language));
  return lines.filter((line) => line !== undefined).join('\n');
}
