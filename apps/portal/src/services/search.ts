/** What a search looks at. */
export interface Searchable {
  readonly title: Texts;
  readonly summary: Texts;
  readonly searchWords: readonly string[];
}
interface Texts {
  readonly ky: string;
  readonly ru: string;
  readonly en?: string;
}

/** Letters as people type them without a Kyrgyz keyboard, and in Latin. Longer ones first. */
const latin: readonly (readonly [string, string])[] = [
  ['shch', 'щ'],
  ['sch', 'щ'],
  ['zh', 'ж'],
  ['kh', 'х'],
  ['ts', 'ц'],
  ['ch', 'ч'],
  ['sh', 'ш'],
  ['yu', 'ю'],
  ['ya', 'я'],
  ['yo', 'е'],
  ['ye', 'е'],
  ['ng', 'н'],
  ...Array.from(
    'abcdefghijklmnopqrstuvwxyz',
    (letter, index) => [letter, Array.from('абкдефгхижклмнопкрстуввкйз')[index] ?? letter] as const,
  ),
];
const letters: Readonly<Record<string, string>> = {
  ң: 'н',
  ө: 'о',
  ү: 'у',
  ё: 'е',
  й: 'и',
  ы: 'и',
  ъ: '',
  ь: '',
  э: 'е',
};

/** Words in one spelling, so that "tunduk", "тундук" and "түндүк" are the same. */
export function plainWords(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map(plain);
}

function plain(word: string): string {
  const cyrillic = latin.reduce((done, [from, to]) => done.replaceAll(from, to), word);
  return Array.from(cyrillic, (letter) => letters[letter] ?? letter).join('');
}

const weights = { title: 4, words: 3, summary: 1 };
/** Endings pile up in Kyrgyz and change in Russian: a long enough common beginning is the same word. */
const shortestStem = 4;

/** The services that fit every word asked for, best first; all of them, in their order, when nothing is asked. */
export function search<S extends Searchable>(services: readonly S[], query: string): S[] {
  const asked = plainWords(query);
  if (asked.length === 0) return [...services];
  return services
    .map((service) => ({ service, score: scoreOf(service, asked) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ service }) => service);
}

function scoreOf({ title, summary, searchWords }: Searchable, asked: readonly string[]): number {
  const places = [
    { words: wordsOf(title), weight: weights.title },
    { words: searchWords.flatMap(plainWords), weight: weights.words },
    { words: wordsOf(summary), weight: weights.summary },
  ];
  const scores = asked.map((word) =>
    Math.max(0, ...places.map(({ words, weight }) => weight * bestFit(words, word))),
  );
  return scores.includes(0) ? 0 : scores.reduce((sum, score) => sum + score, 0);
}

function wordsOf({ ky, ru, en = '' }: Texts): string[] {
  return plainWords(`${ky} ${ru} ${en}`);
}

function bestFit(words: readonly string[], asked: string): number {
  return Math.max(0, ...words.map((word) => fit(word, asked)));
}

function fit(word: string, asked: string): number {
  if (word === asked) return 3;
  if (word.startsWith(asked)) return 2;
  const stem = Math.max(shortestStem, asked.length - 3);
  return asked.length >= shortestStem && word.slice(0, stem) === asked.slice(0, stem) ? 1 : 0;
}
