/** Latin as Kyrgyz and Russian words are typed in it. Longer ones first. */
const pairs: readonly (readonly [string, string])[] = [
  ['shch', 'щ'],
  ['sch', 'щ'],
  ['dzh', 'ж'],
  ['zh', 'ж'],
  ['dj', 'ж'],
  ['kh', 'х'],
  ['ts', 'ц'],
  ['ch', 'ч'],
  ['sh', 'ш'],
  ['yu', 'ю'],
  ['ya', 'я'],
  ['yo', 'е'],
  ['ye', 'е'],
  ['ng', 'н'],
];
const letters = Array.from('abcdefghijklmnopqrstuvwxyz', (letter, at): [string, string] => [
  letter,
  'абкдефгхижклмнопкрстуввхиз'.charAt(at),
]);
const cyrillicOf = new Map([...pairs, ...letters]);
const latin = new RegExp([...cyrillicOf.keys()].join('|'), 'gu');

/** Letters as people type them without a Kyrgyz keyboard, or mistake for one another. */
const alike: Readonly<Record<string, string>> = { ң: 'н', ө: 'о', ү: 'у', ы: 'и', э: 'е', ъ: '', ь: '' };

/** Words said around what is looked for, in the spelling of `foldedWords`. */
const idle = new Set(
  [
    'кантип алуу алам алса болот керек керекпи кайдан кайда мага үчүн жана менен боюнча жөнүндө тууралуу',
    'как получить взять где нужна нужен нужно мне для на в о об и по с из за или хочу оформить',
    'how to get a an the of for i need where from in and apply',
  ].flatMap((line) => line.split(' ').map(fold)),
);

/** Words in one spelling, so that "tunduk", "тундук" and "түндүк" are the same; idle ones left out if others stay. */
export function foldedWords(text: string): string[] {
  const words = text
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .map(fold)
    .filter((word) => word !== '');
  const telling = words.filter((word) => !idle.has(word));
  return telling.length === 0 ? words : telling;
}

function fold(word: string): string {
  return word
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(latin, (found) => cyrillicOf.get(found) ?? found)
    .replaceAll(/[ңөүыэъь]/gu, (letter) => alike[letter] ?? letter);
}

const rows = [
  ['qwertyuiop[]', 'йцукенгшщзхъ'],
  ["asdfghjkl;'", 'фывапролджэ'],
  ['zxcvbnm,.`', 'ячсмитьбюё'],
] as const;
const keys = rows.flatMap(([qwerty, own]) => Array.from(qwerty, (key, at) => [key, own.charAt(at)] as const));
const toCyrillic = new Map(keys);
const toLatin = new Map(keys.map(([key, letter]) => [letter, key]));

/** What was meant when the keyboard was in the other alphabet: "ghjgbcrf" is "прописка", "дшсутсу" is "licence". */
export function otherLayouts(text: string): string[] {
  const typed = text.toLowerCase();
  return [toCyrillic, toLatin]
    .map((layout) => Array.from(typed, (key) => layout.get(key) ?? key).join(''))
    .filter((meant) => meant !== typed);
}
