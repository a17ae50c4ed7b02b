import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';

const source = readFileSync(path.join(import.meta.dirname, '_tokens.scss'), 'utf8');

function tokens(mixin: string): Map<string, string> {
  const body = source.split(`@mixin ${mixin} {`)[1]?.split('}')[0] ?? '';
  return new Map(
    [...body.matchAll(/--kz-([\w-]+): (#[0-9a-f]{6});/g)].map((match) => [match[1] ?? '', match[2] ?? '']),
  );
}

function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

const words = [
  ['ink', 'paper'],
  ['ink', 'mist'],
  ['muted', 'paper'],
  ['muted', 'mist'],
  ['lake', 'paper'],
  ['lake', 'mist'],
  ['lake', 'lake-ground'],
  ['lake-deep', 'lake-ground'],
  ['on-lake', 'lake'],
  ['on-lake', 'lake-deep'],
  ['on-sun', 'sun'],
  ['on-header', 'header'],
  ['error', 'paper'],
  ['error', 'error-ground'],
  ['on-error', 'error'],
  ['done', 'paper'],
  ['done', 'done-ground'],
  ['wait', 'wait-ground'],
  ['ink', 'wait-ground'],
  ['ink', 'error-ground'],
];

const shapes = [
  ['edge', 'paper'],
  ['edge', 'mist'],
  ['sun', 'header'],
  ['sun', 'ring'],
];

const schemes = [
  { layers: ['light'], least: 4.5 },
  { layers: ['light', 'dark'], least: 4.5 },
  { layers: ['light', 'contrast-light'], least: 7 },
  { layers: ['light', 'dark', 'contrast-dark'], least: 7 },
];

for (const { layers, least } of schemes) {
  test(`P573-11: words and shapes stand out: ${layers.join(', ')} (WCAG 1.4.3, 1.4.6, 1.4.11)`, () => {
    const all = new Map(layers.flatMap((layer) => [...tokens(layer)]));
    const ratio = ([front = '', back = '']: string[]) => contrast(all.get(front) ?? '', all.get(back) ?? '');
    for (const pair of words)
      assert.ok(ratio(pair) >= least, `${pair.join(' on ')}: ${ratio(pair).toFixed(2)}`);
    for (const pair of shapes) assert.ok(ratio(pair) >= 3, `${pair.join(' on ')}: ${ratio(pair).toFixed(2)}`);
  });
}
