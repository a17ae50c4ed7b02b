export { checkAxe, checkReflow } from './accessibility.ts';
export { openBrowser } from './browser.ts';
export type { ContextOptions, OpenBrowserOptions, TestBrowser } from './browser.ts';
export { eventually } from './eventually.ts';
