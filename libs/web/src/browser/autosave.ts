import type { AutosaveAnswer } from '../forms/types.ts';
import { keep, kept, restore } from './kept.ts';
import { post, textOf, typedValues, userValues, versionInput } from './page.ts';

const pause = 1500;
const longest = 60_000;

/**
 * Keeps a draft as it is typed. Without a connection the values stay on this device and go out when it is back, with the
 * version they were typed into: when the draft was saved elsewhere meanwhile, the server shows both and asks.
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
      } else if (response.ok) await done(response, typed);
      else retry();
    } catch {
      retry();
    }
  }

  async function done(response: Response, typed: string): Promise<void> {
    const answer: unknown = await response.json();
    if (!isSaved(answer)) throw new TypeError('Not an answer to an autosave');
    const version = versionInput(form);
    if (version !== null && answer.version !== undefined) version.value = answer.version;
    last = typed;
    wait = pause;
    kept.drop(key);
    say('saved', answer.saved);
    if (content(form) !== last) later(pause);
  }

  function stop(state: string, text: string): void {
    stopped = true;
    keep(key, form);
    say(state, textOf(form, text));
  }

  function retry(): void {
    keep(key, form);
    say('offline', textOf(form, 'Offline'));
    wait = Math.min(wait * 2, longest);
    later(wait);
  }

  const typed = () => {
    // What cannot be sent now must not wait for a pause in typing either.
    if (stopped || !navigator.onLine) keep(key, form);
    later(pause);
  };
  form.addEventListener('input', typed);
  form.addEventListener('change', typed);
  form.addEventListener('submit', (event) => {
    stopped = navigator.onLine;
    clearTimeout(timer);
    keep(key, form, true);
    if (!busy) return;
    // A save is on its way and will raise the version: sending the old one now would conflict with ourselves.
    event.preventDefault();
    const { submitter } = event;
    void sending?.then(() => form.requestSubmit(submitter));
  });
  let before: [string, string] = ['', ''];
  addEventListener('online', () => {
    if (content(form) === last && !stopped) say(...before);
    void flush();
  });
  addEventListener('offline', () => {
    before = [saved.dataset['state'] ?? '', saved.textContent];
    if (content(form) !== last) keep(key, form);
    say('offline', textOf(form, 'Offline'));
  });
  addEventListener('pageshow', () => (stopped = false));
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') void flush();
  });
  keepForPreferences(flush);

  kept.tidy(key, versionInput(form)?.value ?? '');
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

function isSaved(answer: unknown): answer is AutosaveAnswer {
  return typeof answer === 'object' && answer !== null && 'saved' in answer;
}

/** What a person can change: not the form's token or version. */
function content(form: HTMLFormElement): string {
  return JSON.stringify(userValues(form));
}
