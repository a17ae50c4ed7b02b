import { post, textOf, typedValues } from './page.ts';

type Kept = { at: number; version: string; values: [string, string][] };

const day = 24 * 3600 * 1000;
const pause = 1500;
const longest = 60_000;

/**
 * Keeps a draft as it is typed. Without a connection the values stay on this device and go out when it is back; they
 * are restored only while the draft on the server is still the version they were typed into.
 */
export function autosave(form: HTMLFormElement): void {
  const url = form.dataset['autosaveUrl'];
  const saved = form.querySelector<HTMLElement>('[data-saved]');
  if (url === undefined || saved === null) return;
  const key = `kz:${url}`;
  let last = content(form);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wait = pause;
  let stopped = false;
  let sending: Promise<void> | undefined;
  let busy = false;

  const say = (state: string, text: string) => {
    saved.dataset['state'] = state;
    if (saved.textContent !== text) saved.textContent = text;
  };
  const later = (delay: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => void flush(), delay);
  };
  const flush = async (): Promise<void> => {
    await sending;
    if (stopped || content(form) === last) return;
    busy = true;
    sending = save(content(form)).finally(() => (busy = false));
    await sending;
  };

  async function save(typed: string): Promise<void> {
    say('saving', textOf(form, 'Saving'));
    try {
      const response = await post(url ?? '', typedValues(form));
      if (response.status === 409) stop('conflict', 'Conflict');
      else if (response.type === 'opaqueredirect' || response.status === 401 || response.status === 403) {
        stop('offline', 'SignedOut');
        keep(key, form);
      } else if (response.ok) await done(response, typed);
      else retry();
    } catch {
      retry();
    }
  }

  async function done(response: Response, typed: string): Promise<void> {
    const answer = (await response.json()) as { saved: string; version?: string };
    const version = versionInput(form);
    if (version !== null && answer.version !== undefined) version.value = answer.version;
    last = typed;
    wait = pause;
    localStorage.removeItem(key);
    say('saved', answer.saved);
    if (content(form) !== last) later(pause);
  }

  function stop(state: string, text: string): void {
    stopped = true;
    say(state, textOf(form, text));
  }

  function retry(): void {
    keep(key, form);
    say('offline', textOf(form, 'Offline'));
    wait = Math.min(wait * 2, longest);
    later(wait);
  }

  form.addEventListener('input', () => later(pause));
  form.addEventListener('change', () => later(pause));
  form.addEventListener('submit', (event) => {
    stopped = navigator.onLine;
    clearTimeout(timer);
    keep(key, form);
    if (!busy) return;
    // A save is on its way and will raise the version: sending the old one now would conflict with ourselves.
    event.preventDefault();
    const { submitter } = event;
    void sending?.then(() => form.requestSubmit(submitter));
  });
  addEventListener('online', () => void flush());
  addEventListener('offline', () => {
    keep(key, form);
    say('offline', textOf(form, 'Offline'));
  });
  addEventListener('pageshow', () => (stopped = false));
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') void flush();
  });
  keepForPreferences(flush);

  dropOld();
  if (restore(key, form)) {
    say('saved', textOf(form, 'Restored'));
    later(0);
  }
}

/** Changing the language or the look must not lose what was typed: it is saved before the page goes. */
function keepForPreferences(flush: () => Promise<void>): void {
  document.querySelector('.kz-preferences')?.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (link === null) return;
    event.preventDefault();
    void flush().finally(() => location.assign(link.href));
  });
}

/** What a person can change: not the form's token or version. */
function content(form: HTMLFormElement): string {
  return JSON.stringify(userValues(form));
}

function userValues(form: HTMLFormElement): [string, string][] {
  const secret = [...form.querySelectorAll<HTMLInputElement>('[type=password], [type=hidden]')];
  const left = new Set(secret.map((input) => input.name));
  return [...typedValues(form)].filter(([name]) => !left.has(name));
}

function versionInput(form: HTMLFormElement): HTMLInputElement | null {
  return form.querySelector<HTMLInputElement>('input[name=version]');
}

function keep(key: string, form: HTMLFormElement): void {
  const kept: Kept = { at: Date.now(), version: versionInput(form)?.value ?? '', values: userValues(form) };
  try {
    localStorage.setItem(key, JSON.stringify(kept));
  } catch {
    // Storage full or forbidden: the page itself still holds what was typed.
  }
}

function read(key: string): Kept | undefined {
  try {
    return JSON.parse(localStorage.getItem(key) ?? '') as Kept;
  } catch {
    return undefined;
  }
}

/** Nothing personal stays on a device for longer than a day. */
function dropOld(): void {
  for (const key of Object.keys(localStorage).filter((name) => name.startsWith('kz:'))) {
    if ((read(key)?.at ?? 0) < Date.now() - day) localStorage.removeItem(key);
  }
}

/** Puts back what was kept. True when the page did not hold it already. */
function restore(key: string, form: HTMLFormElement): boolean {
  const kept = read(key);
  localStorage.removeItem(key);
  const version = versionInput(form)?.value;
  if (kept === undefined || version === undefined || kept.version !== version) return false;
  const before = content(form);
  const values = new URLSearchParams(kept.values);
  for (const input of form.elements) {
    if (input instanceof HTMLInputElement && (input.type === 'radio' || input.type === 'checkbox')) {
      input.checked = values.getAll(input.name).includes(input.value);
    } else if (isTyped(input)) {
      input.value = values.get(input.name) ?? input.value;
    }
  }
  return content(form) !== before;
}

function isTyped(element: Element): element is HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement {
  return element.matches(
    'textarea, select, input:not([type=hidden], [type=file], [type=password], [type=submit])',
  );
}
