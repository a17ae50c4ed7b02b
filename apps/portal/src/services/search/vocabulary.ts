/** How well a word of a text fits a word asked for: 1 is the same word. */
type Fit = readonly [word: string, quality: number];

/** Endings pile up in Kyrgyz and change in Russian: a long enough common beginning is the same word. */
const shortestStem = 4;
const longestEnding = 3;

export interface Vocabulary {
  /** The words that fit: the same, beginning so, of one stem; mistyped ones only when there are none of these. */
  fits(asked: string): Fit[];
}

/** All words of the texts, sorted, so that words with one beginning stand together. */
export function vocabularyOf(words: Iterable<string>): Vocabulary {
  const sorted = [...new Set(words)].sort();
  const shared = sorted.map((word, at) => commonBeginning(word, sorted[at - 1] ?? ''));

  function beginningWith(beginning: string): string[] {
    const found: string[] = [];
    for (let at = firstFrom(sorted, beginning); sorted[at]?.startsWith(beginning) === true; at++)
      found.push(sorted[at] ?? '');
    return found;
  }

  return {
    fits(asked) {
      if (asked.length === 1) return sorted.includes(asked) ? [[asked, 1]] : [];
      const stem = Math.max(shortestStem, asked.length - longestEnding);
      const known = beginningWith(asked.length < shortestStem ? asked : asked.slice(0, stem));
      if (known.length > 0) return known.map((word) => [word, likeness(word, asked)]);
      const most = asked.length < shortestStem ? 0 : asked.length < 7 ? 1 : 2;
      return most === 0 ? [] : mistyped(sorted, shared, asked, most);
    },
  };
}

function likeness(word: string, asked: string): number {
  if (word === asked) return 1;
  return word.startsWith(asked) ? 0.7 : 0.5;
}

function firstFrom(sorted: readonly string[], word: string): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? '') < word) low = middle + 1;
    else high = middle;
  }
  return low;
}

function commonBeginning(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return length;
}

/**
 * Words whose beginning is at most so many slips away: a letter wrong, missing, too many, or two swapped. One row of
 * distances a letter, kept for the letters shared with the word before: a whole family is passed over at once.
 */
function mistyped(sorted: readonly string[], shared: readonly number[], asked: string, most: number): Fit[] {
  const found: Fit[] = [];
  const rows: number[][] = [Array.from({ length: asked.length + 1 }, (_, at) => at)];
  /** Letters after which no continuation can fit. */
  let hopeless = Infinity;
  sorted.forEach((word, index) => {
    const same = shared[index] ?? 0;
    if (same >= hopeless) return;
    hopeless = Infinity;
    rows.length = Math.min(rows.length, same + 1);
    for (let at = rows.length; at <= word.length; at++) {
      const row = nextRow(rows, word, asked);
      rows.push(row);
      if (Math.min(...row) > most) {
        hopeless = at;
        break;
      }
    }
    const slips = Math.min(...rows.map((row) => row[asked.length] ?? Infinity));
    if (slips <= most) found.push([word, 0.5 - slips * 0.1]);
  });
  return found;
}

function nextRow(rows: readonly (readonly number[])[], word: string, asked: string): number[] {
  const at = rows.length;
  const [before, last] = [rows[at - 2], rows[at - 1] ?? []];
  const row = [at];
  for (let i = 1; i <= asked.length; i++) {
    const replaced = (last[i - 1] ?? 0) + (word[at - 1] === asked[i - 1] ? 0 : 1);
    const swapped =
      i > 1 && word[at - 1] === asked[i - 2] && word[at - 2] === asked[i - 1]
        ? (before?.[i - 2] ?? Infinity) + 1
        : Infinity;
    row.push(Math.min(replaced, swapped, (last[i] ?? 0) + 1, (row[i - 1] ?? 0) + 1));
  }
  return row;
}
