import type { Pages, PagesOptions } from './types.ts';

/** Makes the pages of an app: templates, texts and formats in each language. */
export function createPages(options: PagesOptions): Pages {
  throw new Error(`not yet ${options.kind}`);
}
