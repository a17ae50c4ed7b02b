import { forgetAssets } from '../assets/assets.ts';
import type { Lang } from '../texts/texts.ts';
import { mergeTexts, translator } from '../texts/translate.ts';
import { webTexts } from '../texts/web-texts.ts';
import { type Environment, makeEnvironment } from './environment.ts';
import { frameOf } from './frame.ts';
import { languageLinks } from './language.ts';
import { lookLinks, readLook } from './look.ts';
import type { Frame, Pages, PagesOptions, View } from './types.ts';

/**
 * Makes the pages of an app: its templates, texts and formats in each language. Templates find `t`, `lang`, `ui` (all
 * components), `text` (a filter choosing the language), `frame` and the view's own names.
 */
export function createPages(options: PagesOptions): Pages {
  const texts = mergeTexts(webTexts, options.texts);
  const languages = options.languages ?? ['ky', 'ru'];
  const made = new Map<Lang, Environment>();
  const environment = (lang: Lang): Environment => {
    if (options.devReload === true) forgetAssets();
    const kept = options.devReload === true ? undefined : made.get(lang);
    const used = kept ?? makeEnvironment({ ...options, texts, languages }, lang);
    made.set(lang, used);
    return used;
  };
  const html = (template: string, view: View, frame: Frame) =>
    environment(frame.lang).render(template, {
      ...view,
      frame,
      languageLinks: languageLinks(languages, frame.url),
      lookLinks: lookLinks(frame.look ?? readLook(''), frame.url),
    });
  return {
    html,
    render: (res, template, view = {}, status = 200) => {
      const frame = frameOf(res);
      res
        .status(status)
        .type('html')
        .set('Content-Language', frame.lang)
        .send(html(template, view, frame));
    },
    languages,
    t: (lang) => translator(texts, lang),
    texts,
  };
}
