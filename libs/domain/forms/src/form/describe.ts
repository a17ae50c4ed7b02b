import { inLang } from '../fields/handler.ts';
import type { Answers, DescribedPage, DescribedRow, Lang, Text, Typed } from '../types.ts';
import { canonicalJson } from './canonical.ts';
import type { Model } from './model.ts';
import { isEmpty, isUnread, readBack, rowsOf } from './values.ts';
import { type Place, placesOf, viewOf } from './visible.ts';

const notGiven: Text = { ky: 'Көрсөтүлгөн эмес', ru: 'Не указано', en: 'Not given' };

function asTyped(typed: Typed): string {
  return typeof typed === 'string' ? typed : Object.values(typed).join(' ');
}

function wordsOf({ node, value }: Place, lang: Lang): string {
  if (node.kind === 'group' || value === undefined || isEmpty(value)) return inLang(notGiven, lang);
  const read = readBack(node, value);
  if (read !== undefined && 'value' in read) return node.handler.words(read.value, lang);
  return isUnread(value) ? asTyped(value.unread) : canonicalJson(value);
}

function labelOf({ node, row }: Place, lang: Lang): string {
  const label = inLang(node.field.label, lang);
  return row === undefined ? label : `${inLang(row.group.field.rowLabel, lang)} ${row.index + 1}: ${label}`;
}

/** A group speaks through its rows; itself only when it has none. */
function isSpoken({ node, value }: Place): boolean {
  return node.kind === 'plain' || rowsOf(value).length === 0;
}

/** The visible pages with every visible field in words, empty ones included: what will be signed, and what will not. */
export function describe(model: Model, answers: Answers, lang: Lang): DescribedPage[] {
  const view = viewOf(model, answers);
  return model.pages
    .filter((page) => view.isPageVisible(page))
    .map((page) => ({
      pageId: page.page.id,
      page: inLang(page.page.title, lang),
      rows: placesOf(view, page)
        .filter(isSpoken)
        .map((place): DescribedRow => ({
          fieldId: place.address,
          label: labelOf(place, lang),
          text: wordsOf(place, lang),
        })),
    }));
}
