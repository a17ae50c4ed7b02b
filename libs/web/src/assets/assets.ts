import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { built } from './built.ts';

const require = createRequire(import.meta.url);

/** A file as it is served, with its compressed forms; those of fonts would not be smaller. */
export type Asset = {
  readonly url: string;
  readonly type: string;
  readonly body: Buffer;
  readonly gzip?: Buffer;
  readonly brotli?: Buffer;
};

type Assets = {
  /** Address of a file by its plain name; the content's hash is in it. Throws on an unknown name. */
  readonly url: (name: string) => string;
  /** A file by its address without `/assets/`. */
  readonly file: (hashed: string) => Asset | undefined;
};

const types: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml; charset=utf-8',
  woff2: 'font/woff2',
};

const subsets = ['latin', 'cyrillic', 'cyrillic-ext'] as const;
const weights = ['400', '600'] as const;

/** Names of the fonts every page needs: Kyrgyz letters are in the extended subset, digits in the Latin one. */
export const fontNames = subsets.flatMap((subset) =>
  weights.map((weight) => `golos-${subset}-${weight}.woff2`),
);

let made: Assets | undefined;

/** Fonts, drawings, style and script: read and compiled at first use, then kept in memory. */
export function assets(): Assets {
  return (made ??= makeAssets());
}

/** For a person changing the style or the script: the next page makes them again. */
export function forgetAssets(): void {
  made = undefined;
}

function makeAssets(): Assets {
  const byName = new Map<string, Asset>();
  const byHash = new Map<string, Asset>();
  const add = (name: string, body: Buffer) => {
    const asset = makeAsset(name, body);
    byName.set(name, asset);
    byHash.set(path.basename(asset.url), asset);
  };
  const url = (name: string) => {
    const asset = byName.get(name);
    if (asset === undefined) throw new Error(`No asset "${name}"`);
    return asset.url;
  };
  for (const name of fontNames) add(name, font(name));
  for (const name of ['icon.svg', 'tunduk-hero.svg']) add(name, drawing(name));
  const { css, js } = built();
  add('kyzmat.css', Buffer.from(css.replaceAll(/asset:([\w.-]+)/g, (_, name: string) => url(name))));
  add('kyzmat.js', Buffer.from(js));
  return { url, file: (hashed) => byHash.get(hashed) };
}

function makeAsset(name: string, body: Buffer): Asset {
  const hash = createHash('sha256').update(body).digest('hex').slice(0, 12);
  const extension = path.extname(name).slice(1);
  const asset = {
    url: `/assets/${path.basename(name, `.${extension}`)}.${hash}.${extension}`,
    type: types[extension] ?? 'application/octet-stream',
    body,
  };
  return extension === 'woff2' ? asset : { ...asset, gzip: gzipSync(body), brotli: brotliCompressSync(body) };
}

function font(name: string): Buffer {
  const file = name.replace('golos-', 'golos-text-').replace('.woff2', '-normal.woff2');
  return readFileSync(require.resolve(`@fontsource/golos-text/files/${file}`));
}

function drawing(name: string): Buffer {
  return readFileSync(path.join(import.meta.dirname, '../drawings', name));
}
