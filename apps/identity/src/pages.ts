import { fileURLToPath } from 'node:url';
import type { CommonConfig } from '@kyzmat/kit';
import { createPages, mergeTexts, pickText, type Pages } from '@kyzmat/web';
import { meansTexts } from './means/texts.ts';
import { recoveryTexts } from './recovery/texts.ts';
import { registrationTexts } from './registration/texts.ts';
import { signInTexts } from './sign-in/texts.ts';

/** Every text of the sign-in by key. */
export const identityTexts = mergeTexts(signInTexts, registrationTexts, recoveryTexts, meansTexts);

export function identityPages(config: Pick<CommonConfig, 'portal' | 'demoClockUrl'>): Pages {
  return createPages({
    templateDirs: [fileURLToPath(new URL('.', import.meta.url))],
    texts: identityTexts,
    kind: 'identity',
    languages: ['ky', 'ru', 'en'],
    homeHref: config.portal,
    // WCAG 3.2.6: help stands in the same place as on the portal.
    footerLinks: (lang) => [
      { text: pickText({ ky: 'Жардам', ru: 'Помощь', en: 'Help' }, lang), href: `${config.portal}/help` },
    ],
    demo: config.demoClockUrl !== undefined,
  });
}
