import type { Browser, BrowserContext, Page } from 'playwright-core';

export interface OpenBrowserOptions {
  readonly headed?: boolean;
  readonly slowMo?: number;
}
export interface ContextOptions {
  /** Accept-Language of the visitor; `ky` by default. */
  readonly locale?: 'ky' | 'ru' | 'en';
  readonly baseURL?: string;
}
export interface TestBrowser {
  readonly browser: Browser;
  /** 1280×800. */
  desktop(options?: ContextOptions): Promise<BrowserContext>;
  /** 320×640 with touch. */
  phone(options?: ContextOptions): Promise<BrowserContext>;
  /** Desktop without script. */
  noScript(options?: ContextOptions): Promise<BrowserContext>;
  close(): Promise<void>;
}
export declare function openBrowser(options?: OpenBrowserOptions): Promise<TestBrowser>;
/** Violations of WCAG 2.2 AA, one readable line each; empty when clean. */
export declare function checkAxe(page: Page): Promise<readonly string[]>;
