import { foldedWords, otherLayouts } from './fold.ts';
import { vocabularyOf, type Vocabulary } from './vocabulary.ts';

/** What a search looks at. */
export interface Searchable {
  readonly title: Texts;
  readonly summary: Texts;
  /** Other names of the service, its own data: synonyms, short forms, Latin spellings. */
  readonly searchWords: readonly string[];
}
interface Texts {
  readonly ky: string;
  readonly ru: string;
  readonly en?: string;
}

export interface Found<S> {
  /** Best first. */
  readonly services: readonly S[];
  /** Every word asked for was found in each of them. */
  readonly whole: boolean;
}

/** Where a word stands: by service, the weight of its best place. */
type Places = Map<number, number>;

const weights = { title: 4, words: 3, summary: 1 };

/**
 * Makes a search over services: forgiving slips, endings, alphabets and the keyboard's layout. Asked for nothing, it
 * gives all in their order; when no service fits every word, those that fit the most.
 */
export function searchOf<S extends Searchable>(services: readonly S[]): (query: string) => Found<S> {
  const places = placesOf(services);
  const vocabulary = vocabularyOf(places.keys());
  return (query) => {
    const asked = foldedWords(query);
    if (asked.length === 0) return { services, whole: true };
    const asTyped = ranked(asked, vocabulary, places);
    const meant = () =>
      otherLayouts(query)
        .map((words) => ranked(foldedWords(words), vocabulary, places))
        .find(({ at, whole }) => at.length > 0 && whole);
    const { at, whole } = asTyped.at.length > 0 ? asTyped : (meant() ?? asTyped);
    return { services: at.flatMap((index) => services[index] ?? []), whole };
  };
}

function placesOf(services: readonly Searchable[]): Map<string, Places> {
  const places = new Map<string, Places>();
  const folded = new Map<string, readonly string[]>();
  const wordsOf = (text: string): readonly string[] => {
    const known = folded.get(text) ?? foldedWords(text);
    folded.set(text, known);
    return known;
  };
  services.forEach(({ title, summary, searchWords }, index) => {
    const add = (text: string, weight: number): void => {
      for (const word of wordsOf(text)) {
        const own = places.get(word) ?? new Map<number, number>();
        own.set(index, Math.max(weight, own.get(index) ?? 0));
        places.set(word, own);
      }
    };
    for (const text of [title.ky, title.ru, title.en ?? '']) add(text, weights.title);
    for (const text of searchWords) add(text, weights.words);
    for (const text of [summary.ky, summary.ru, summary.en ?? '']) add(text, weights.summary);
  });
  return places;
}

function ranked(
  asked: readonly string[],
  vocabulary: Vocabulary,
  places: ReadonlyMap<string, Places>,
): { at: number[]; whole: boolean } {
  const scores = new Map<number, { score: number; words: number }>();
  for (const word of new Set(asked)) {
    for (const [index, score] of scoresOf(word, vocabulary, places)) {
      const before = scores.get(index) ?? { score: 0, words: 0 };
      scores.set(index, { score: before.score + score, words: before.words + 1 });
    }
  }
  const most = Math.max(0, ...[...scores.values()].map(({ words }) => words));
  const at = [...scores]
    .filter(([, { words }]) => words === most)
    .sort(([a, left], [b, right]) => right.score - left.score || a - b)
    .map(([index]) => index);
  return { at, whole: most === new Set(asked).size };
}

/** The best fit of one word, by service. */
function scoresOf(word: string, vocabulary: Vocabulary, places: ReadonlyMap<string, Places>): Places {
  const scores: Places = new Map();
  for (const [fitting, quality] of vocabulary.fits(word)) {
    for (const [index, weight] of places.get(fitting) ?? []) {
      scores.set(index, Math.max(weight * quality, scores.get(index) ?? 0));
    }
  }
  return scores;
}
