import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type Lang, languages, type Plural, type TextBook, type TextEntry } from './texts.ts';

/** What is wrong with a book: each a list of keys. */
export type TextFaults = {
  readonly missing: string[];
  readonly unused: string[];
  readonly unknown: string[];
};

/**
 * Checks texts against the sources that use them: `missing` lacks one of `languages` (Kyrgyz and Russian if not given), or
 * the languages differ in their parameters; `unused` is used nowhere; `unknown` is used by `t('…')` but has no text
 * (`P573-7`). `sourceDirs` are searched through for `*.ts` and `*.njk`, tests and lists of texts (`*texts.ts`) left out. A key put together at run
 * time counts as used when its beginning, up to a dot, stands in a source: `t('stage.' + stage)`.
 */
export function checkTexts(options: {
  texts: TextBook;
  sourceDirs: readonly string[];
  languages?: readonly Lang[];
}): TextFaults {
  const demanded = options.languages ?? ['ky', 'ru'];
  const source = options.sourceDirs
    .flatMap(sourceFiles)
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
  const quoted = new Set(
    [...source.matchAll(/(['"`])([\w-]+(?:\.[\w-]+)*\.?)(?=\1|\$\{)/g)].map((match) => match[2]),
  );
  const called = [...source.matchAll(/\bt\((['"])([\w.-]*\w)\1/g)].map((match) => match[2] ?? '');
  const keys = Object.keys(options.texts);
  return {
    missing: keys.filter((key) => !isComplete(options.texts[key], demanded)),
    unused: keys.filter((key) => !beginnings(key).some((part) => quoted.has(part))),
    unknown: [...new Set(called)].filter((key) => options.texts[key] === undefined),
  };
}

function sourceFiles(dir: string): string[] {
  const entries = readdirSync(dir, { withFileTypes: true, recursive: true });
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  return names.filter(
    (name) =>
      /\.(ts|njk)$/.test(name) &&
      !/(\.(test|spec|e2e)|texts)\.ts$/.test(name) &&
      !name.includes('node_modules'),
  );
}

/** `stage.done.text` may stand as itself, as `stage.done.` and as `stage.` with the rest added at run time. */
function beginnings(key: string): string[] {
  const words = key.split('.');
  return [key, ...words.slice(1).map((_, index) => `${words.slice(0, index + 1).join('.')}.`)];
}

function isComplete(entry: TextEntry | undefined, demanded: readonly Lang[]): boolean {
  if (entry === undefined || demanded.some((lang) => entry[lang] === undefined)) return false;
  const texts = languages.flatMap((lang) => entry[lang] ?? []);
  const needed = new Set(texts.map((text) => params(text).join()));
  return texts.every((text) => forms(text).every((form) => form.trim() !== '')) && needed.size === 1;
}

function forms(text: string | Plural): string[] {
  return typeof text === 'string' ? [text] : Object.values(text);
}

/** Parameters named by a text, `count` aside: "one" may say it in a word. */
function params(text: string | Plural): string[] {
  const names = forms(text).flatMap((form) =>
    [...form.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? ''),
  );
  return [...new Set(names)].filter((name) => name !== 'count').sort();
}
