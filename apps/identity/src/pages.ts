import { fileURLToPath } from 'node:url';
import type { CommonConfig } from '@kyzmat/kit';
import { createPages, type Pages } from '@kyzmat/web';
import { signInTexts } from './sign-in/texts.ts';

export function identityPages(config: Pick<CommonConfig, 'portal' | 'demoClockUrl'>): Pages {
  return createPages({
    templateDirs: [fileURLToPath(new URL('.', import.meta.url))],
    texts: signInTexts,
    kind: 'identity',
    languages: ['ky', 'ru', 'en'],
    homeHref: config.portal,
    demo: config.demoClockUrl !== undefined,
  });
}
