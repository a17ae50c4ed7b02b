import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import nunjucks from 'nunjucks';
import { assets } from '../assets/assets.ts';
import { control } from '../forms/control.ts';
import { fieldId } from '../forms/errors.ts';
import { pickMarked, readInItsLanguage } from '../texts/fallback.ts';
import type { Lang, Text, TextBook, Translate } from '../texts/texts.ts';
import { pickText, translator } from '../texts/translate.ts';
import type { PagesOptions } from './types.ts';

const templates = path.join(import.meta.dirname, '../templates');
const components = path.join(
  path.dirname(createRequire(import.meta.url).resolve('govuk-frontend/package.json')),
  'dist',
);

export type Environment = { readonly render: (template: string, view: object) => string };

type Settings = PagesOptions & { readonly texts: TextBook; readonly languages: readonly Lang[] };

/** Nunjucks for one language: what depends on the language is found by name, also inside components. */
export function makeEnvironment(options: Settings, lang: Lang): Environment {
  const loader = new nunjucks.FileSystemLoader([...options.templateDirs, templates, components]);
  const env = new nunjucks.Environment(loader, { autoescape: true, trimBlocks: true, lstripBlocks: true });
  const t = translator(options.texts, lang);
  const globals = {
    t,
    lang,
    site: siteOf(options, lang, t),
    asset: (name: string) => assets().url(name),
    preloadFonts: preloaded[lang].map((name) => assets().url(`golos-${name}.woff2`)),
    fieldId,
    control: (field: Parameters<typeof control>[0]) => control(field, lang, t),
  };
  for (const [name, value] of Object.entries(globals)) env.addGlobal(name, value);
  env.addFilter('text', (text: Text | string | undefined) => (isText(text) ? pickMarked(text, lang) : text));
  for (const [name, format] of Object.entries(options.formats?.(lang) ?? {})) env.addFilter(name, format);
  env.addGlobal('ui', collectComponents(env));
  return { render: (template, view) => readInItsLanguage(env.render(template, view)) };
}

/** The fonts a page of the language surely shows: digits are in `latin`, ң ө ү in `cyrillic-ext`. */
const preloaded: Readonly<Record<Lang, readonly string[]>> = {
  ky: ['cyrillic-400', 'cyrillic-600', 'cyrillic-ext-400', 'cyrillic-ext-600', 'latin-400'],
  ru: ['cyrillic-400', 'cyrillic-600', 'latin-400'],
  en: ['latin-400', 'latin-600'],
};

function siteOf(options: Settings, lang: Lang, t: Translate) {
  const part = options.name === undefined ? '' : pickText(options.name, lang);
  const standIn = options.kind === 'sandbox' && part !== '';
  return {
    kind: options.kind,
    part: standIn ? '' : part,
    name: standIn ? part : [t('web.brand'), part].filter((word) => word !== '').join(' · '),
    homeHref: options.homeHref ?? '/',
    demo: options.demo ?? false,
    footerLinks: options.footerLinks?.(lang) ?? [],
  };
}

/** All macros under `templates/ui` as one object, so that templates need no imports: `{{ ui.button(…) }}`. */
function collectComponents(env: nunjucks.Environment): Record<string, unknown> {
  const ui: Record<string, unknown> = {};
  const collect = (macros: object) => {
    Object.assign(ui, macros);
  };
  for (const file of readdirSync(path.join(templates, 'ui'))) {
    env.renderString(`{% import "ui/${file}" as macros %}{{ collect(macros) }}`, { collect });
  }
  return ui;
}

/** Words in several languages; numbers and HTML made by macros go through as they are. */
function isText(value: unknown): value is Text {
  return typeof value === 'object' && value !== null && 'ky' in value && 'ru' in value;
}
