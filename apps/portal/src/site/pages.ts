import path from 'node:path';
import { createPages, type Pages } from '@kyzmat/web';
import type { CommonConfig } from '@kyzmat/kit';
import { formatsOf } from './formats.ts';
import { portalTexts } from './texts.ts';

export function portalPages(config: Pick<CommonConfig, 'demoClockUrl'>): Pages {
  return createPages({
    templateDirs: [path.join(import.meta.dirname, '..')],
    texts: portalTexts,
    kind: 'portal',
    languages: ['ky', 'ru', 'en'],
    demo: config.demoClockUrl !== undefined,
    formats: formatsOf,
  });
}
