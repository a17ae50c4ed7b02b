import { userValues, versionInput } from './page.ts';

/** What was typed into one page of a draft, kept on this device until the server has it. */
type Kept = { at: number; version: string; values: [string, string][]; sent: boolean };

const prefix = 'kz:';
const day = 24 * 3600 * 1000;

/** What is kept on this device, by the page's address. */
export const kept = {
  drop(key: string): void {
    localStorage.removeItem(key);
  },
  /** Nothing personal stays on a device when its person leaves. */
  dropAll(): void {
    for (const key of keys()) localStorage.removeItem(key);
  },
  /**
   * Nor longer than a day. What was sent from another page of this draft has arrived when the draft has moved on since:
   * we would not be on this page otherwise.
   */
  tidy(here: string, version: string): void {
    for (const key of keys()) {
      const found = read(key);
      const old = (found?.at ?? 0) < Date.now() - day;
      const arrived =
        found?.sent === true && key !== here && isOfDraft(key, here) && found.version !== version;
      if (old || arrived) localStorage.removeItem(key);
    }
  },
};

function keys(): string[] {
  return Object.keys(localStorage).filter((name) => name.startsWith(prefix));
}

/** Keys are addresses of pages: the same draft up to `/pages/`. */
function isOfDraft(key: string, other: string): boolean {
  return key.split('/pages/')[0] === other.split('/pages/')[0];
}

function read(key: string): Kept | undefined {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(key) ?? '');
    return isKept(found) ? found : undefined;
  } catch {
    return undefined;
  }
}

function isKept(found: unknown): found is Kept {
  return typeof found === 'object' && found !== null && 'values' in found;
}

/** `sent`: the form itself is on its way. */
export function keep(key: string, form: HTMLFormElement, sent = false): void {
  const version = versionInput(form)?.value ?? '';
  const typed: Kept = { at: Date.now(), version, values: userValues(form), sent };
  try {
    localStorage.setItem(key, JSON.stringify(typed));
  } catch {
    // Storage full or forbidden: the page itself still holds what was typed.
  }
}

/**
 * Puts back what was kept, with the version it was typed into: saving it over a newer one is a conflict, and both are
 * shown. True when the page did not hold it already.
 */
export function restore(key: string, form: HTMLFormElement): boolean {
  const found = read(key);
  const version = versionInput(form);
  localStorage.removeItem(key);
  if (found === undefined || version === null) return false;
  if (found.sent && found.version !== version.value && cameByRedirect()) return false;
  const before = JSON.stringify(userValues(form));
  const values = new URLSearchParams(found.values);
  for (const input of form.elements) {
    if (input instanceof HTMLInputElement && (input.type === 'radio' || input.type === 'checkbox')) {
      input.checked = values.getAll(input.name).includes(input.value);
    } else if (isTyped(input)) {
      input.value = values.get(input.name) ?? input.value;
    }
  }
  if (JSON.stringify(userValues(form)) === before) return false;
  version.value = found.version;
  keep(key, form);
  return true;
}

/** After a post that arrived the server sends the browser on, be it to the same page. */
function cameByRedirect(): boolean {
  const [navigation] = performance.getEntriesByType('navigation');
  return navigation instanceof PerformanceNavigationTiming && navigation.redirectCount > 0;
}

function isTyped(element: Element): element is HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement {
  return element.matches(
    'textarea, select, input:not([type=hidden], [type=file], [type=password], [type=submit])',
  );
}

/** Signing out takes everything typed on this device away with it. */
export function dropOnSignOut(): void {
  document.addEventListener('submit', ({ target }) => {
    if (target instanceof HTMLFormElement && new URL(target.action).pathname === '/sign-out') kept.dropAll();
  });
}
