/** Breaks text into lines no wider than the column; `\n` starts a new one, a word too long is cut. */
export const breakLines = (
  text: string,
  width: number,
  widthOf: (text: string) => number,
): readonly string[] => text.split('\n').flatMap((paragraph) => breakParagraph(paragraph, width, widthOf));

const breakParagraph = (text: string, width: number, widthOf: (text: string) => number): string[] => {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').flatMap((whole) => cutWord(whole, width, widthOf))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && widthOf(longer) > width) {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  return [...lines, line];
};

/** Addresses are cut after a slash where one stands late enough in the line, other long words anywhere. */
const cutWord = (word: string, width: number, widthOf: (text: string) => number): string[] => {
  if (widthOf(word) <= width) return [word];
  const letters = Array.from(word);
  let fitting = 1;
  while (widthOf(letters.slice(0, fitting + 1).join('')) <= width) fitting += 1;
  const slash = letters.slice(0, fitting).lastIndexOf('/') + 1;
  const cut = slash > fitting / 2 ? slash : fitting;
  return [letters.slice(0, cut).join(''), ...cutWord(letters.slice(cut).join(''), width, widthOf)];
};
