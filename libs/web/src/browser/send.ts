import { textOf } from './page.ts';

const patience = 10_000;

/** One press of the button sends once; the button says that it is being sent. Without a connection nothing is sent. */
export function sendOnce(form: HTMLFormElement): void {
  let sent = false;
  const saved = form.querySelector<HTMLElement>('[data-saved]');

  form.addEventListener('submit', (event) => {
    // Held back to wait for a save: it comes again by itself.
    if (event.defaultPrevented) return;
    const button = event.submitter;
    if (sent || (!navigator.onLine && saved !== null)) {
      event.preventDefault();
      return;
    }
    sent = true;
    const again = mark(button, textOf(form, 'Sending'));
    const free = () => {
      sent = false;
      again();
    };
    addEventListener('pageshow', free, { once: true });
    setTimeout(free, patience);
  });
}

/** Shows that the button was pressed; gives back how to undo it. */
function mark(button: HTMLElement | null, text: string): () => void {
  if (button === null || text === '' || button.classList.contains('kz-button--quiet')) return () => undefined;
  const before = [...button.childNodes];
  button.setAttribute('aria-disabled', 'true');
  button.replaceChildren(text);
  return () => {
    button.removeAttribute('aria-disabled');
    button.replaceChildren(...before);
  };
}
