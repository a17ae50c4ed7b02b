import { type Browser, type BrowserContext, type BrowserContextOptions, chromium } from 'playwright-core';
import { findChromium } from './chromium.ts';

export interface OpenBrowserOptions {
  /** With a window; needs a Chromium on the path. */
  readonly headed?: boolean;
  /** Milliseconds between steps, for people who watch. */
  readonly slowMo?: number;
}

export interface ContextOptions {
  /** The visitor's language; Kyrgyz when left out. */
  readonly locale?: 'ky' | 'ru' | 'en';
  /** What addresses like `/services` are relative to. */
  readonly baseURL?: string;
  /** The visitor asks for more contrast. */
  readonly contrast?: 'more';
}

export interface TestBrowser {
  readonly browser: Browser;
  /** 1280×800. */
  desktop(options?: ContextOptions): Promise<BrowserContext>;
  /** 320×640 with touch. */
  phone(options?: ContextOptions): Promise<BrowserContext>;
  /** The phone without script. */
  noScript(options?: ContextOptions): Promise<BrowserContext>;
  close(): Promise<void>;
}

const scriptless = new WeakSet<BrowserContext>();

/** Whether pages of this context run no script: checks that need one cannot work there. */
export function isScriptless(context: BrowserContext): boolean {
  return scriptless.has(context);
}

/** Nothing outside this machine is looked up, whatever a page or the browser itself would like. */
const flags = [
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-gpu',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
];

const locales = { ky: 'ky-KG', ru: 'ru-KG', en: 'en-GB' } as const;
const small = { viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true };

/** Starts a Chromium: one on the path, or else the one packed in npm. Throws when there is none to start. */
export async function openBrowser({
  headed = false,
  slowMo = 0,
}: OpenBrowserOptions = {}): Promise<TestBrowser> {
  const { path, libraries, windows } = await findChromium();
  if (headed && !windows) throw new Error('A browser with a window needs a Chromium on the path');
  const browser = await chromium.launch({
    executablePath: path,
    headless: !headed,
    slowMo,
    args: flags,
    ...(libraries === undefined ? {} : { env: { ...process.env, LD_LIBRARY_PATH: libraries } }),
  });
  const open = (shape: BrowserContextOptions, { locale = 'ky', ...rest }: ContextOptions = {}) =>
    browser.newContext({
      ...shape,
      ...rest,
      locale: locales[locale],
      timezoneId: 'Asia/Bishkek',
      reducedMotion: 'reduce',
    });
  return {
    browser,
    desktop: (options) => open({ viewport: { width: 1280, height: 800 } }, options),
    phone: (options) => open(small, options),
    async noScript(options) {
      const context = await open({ ...small, javaScriptEnabled: false }, options);
      scriptless.add(context);
      return context;
    },
    close: () => browser.close(),
  };
}
