import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { breakLines } from './lines.ts';

/** Every letter is one wide. */
const widthOf = (text: string): number => text.length;

suite('breaking lines', () => {
  test('at spaces, at given line ends, and nowhere when it fits', () => {
    assert.deepEqual(breakLines('бир эки үч төрт', 8, widthOf), ['бир эки', 'үч төрт']);
    assert.deepEqual(breakLines('бир\n\nэки', 8, widthOf), ['бир', '', 'эки']);
    assert.deepEqual(breakLines('', 8, widthOf), ['']);
  });

  test('a non-breaking space holds an amount together', () => {
    assert.deepEqual(breakLines('баасы 1\u00a0200\u00a0сом', 10, widthOf), ['баасы', '1\u00a0200\u00a0сом']);
  });

  test('an address is cut after a slash, another long word where the line ends', () => {
    assert.deepEqual(breakLines('https://kyzmat.example/verify/ABC', 30, widthOf), [
      'https://kyzmat.example/verify/',
      'ABC',
    ]);
    assert.deepEqual(breakLines('абвгд', 2, widthOf), ['аб', 'вг', 'д']);
  });

  test('no letter is lost and no line is too wide', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[а-яөүң/ ]{0,60}$/), fc.integer({ min: 1, max: 20 }), (text, width) => {
        const lines = breakLines(text, width, widthOf);
        const letters = (of: string): string => of.replaceAll(' ', '');
        return lines.every((line) => line.length <= width) && letters(lines.join('')) === letters(text);
      }),
    );
  });
});
