import path from 'node:path';
import { createPages, pickText, type Pages } from '@kyzmat/web';
import type { CommonConfig } from '@kyzmat/kit';
import { consentTexts } from '../account/consents/texts.ts';
import { helpTexts } from '../help/texts.ts';
import { formatsOf } from './formats.ts';
import { portalTexts } from './texts.ts';

export function portalPages(config: Pick<CommonConfig, 'demoClockUrl'>): Pages {
  return createPages({
    templateDirs: [path.join(import.meta.dirname, '..')],
    texts: portalTexts,
    kind: 'portal',
    languages: ['ky', 'ru', 'en'],
    demo: config.demoClockUrl !== undefined,
    // WCAG 3.2.6: help stands in the same place on every page.
    footerLinks: (lang) => [
      { text: pickText(helpTexts['help.title'], lang), href: '/help' },
      { text: pickText(consentTexts['agreements.title'], lang), href: '/agreements' },
    ],
    formats: formatsOf,
  });
}
