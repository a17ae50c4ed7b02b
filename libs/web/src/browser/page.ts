/** Says something to screen readers without moving the focus. */
export function announce(text: string): void {
  liveRegion().textContent = text;
}

function liveRegion(): HTMLElement {
  const there = document.getElementById('kz-said');
  if (there !== null) return there;
  const region = document.createElement('p');
  region.id = 'kz-said';
  region.className = 'kz-hidden';
  region.setAttribute('role', 'status');
  document.body.append(region);
  return region;
}

/** The typed values of a form, files aside, ready to post. */
export function typedValues(form: HTMLFormElement): URLSearchParams {
  const values = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') values.append(name, value);
  return values;
}

/** What a person typed, without what the page itself put into the form. */
export function userValues(form: HTMLFormElement): [string, string][] {
  const secret = [...form.querySelectorAll<HTMLInputElement>('[type=password], [type=hidden]')];
  const left = new Set(secret.map((input) => input.name));
  return [...typedValues(form)].filter(([name]) => !left.has(name));
}

/** The version of the draft that the form was made from. */
export function versionInput(form: HTMLFormElement): HTMLInputElement | null {
  return form.querySelector<HTMLInputElement>('input[name=version]');
}

/** Browsers let a request outlive its page only up to 64 kB. */
const mayOutlive = 60_000;

/** Posts as a form would; the answer is for this script. Rejects when there is no connection. */
export function post(url: string, body: URLSearchParams): Promise<Response> {
  const keepalive = body.toString().length < mayOutlive;
  const headers = { accept: 'application/json' };
  return fetch(url, { method: 'POST', body, headers, keepalive, redirect: 'manual' });
}

/** A text of the form's own language, from its `data-text-…`. */
export function textOf(form: HTMLFormElement, name: string): string {
  return form.dataset[`text${name}`] ?? '';
}

/** After an error the summary is what to read first. */
export function focusSummary(): void {
  document.querySelector<HTMLElement>('[data-focus]')?.focus();
}
