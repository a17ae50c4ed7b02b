import type { Applications } from '@kyzmat/contracts';
import { noticeTexts, type NoticeText } from './notice-texts.ts';

type Facts = Applications['NoticeFacts'];
interface Text {
  readonly ky: string;
  readonly ru: string;
}

/**
 * The words of a notice in both languages, with everything the law wants in it.
 * @throws TypeError for a kind without words: a notice is never sent empty.
 */
export function writeNotice(facts: Facts): { title: Text; body: Text } {
  const texts = noticeTexts[facts.kind];
  if (texts === undefined) throw new TypeError(`No words for a notice ${facts.kind}`);
  return { title: inBoth(texts.title, facts), body: inBoth(texts.body, facts) };
}

function inBoth(text: NoticeText, facts: Facts): Text {
  return { ky: text(facts, 'ky'), ru: text(facts, 'ru') };
}
