import { autosave } from './autosave.ts';
import { checkFields } from './check.ts';
import { keepLive } from './live.ts';
import { dropOnSignOut, kept } from './kept.ts';
import { focusSummary } from './page.ts';
import { sendOnce } from './send.ts';

focusSummary();
dropOnSignOut();
for (const draft of document.querySelectorAll<HTMLElement>('[data-draft]')) {
  kept.tidy(`kz:${draft.dataset['draft'] ?? ''}`, draft.dataset['draftVersion'] ?? '');
}
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-form]')) {
  checkFields(form);
  autosave(form);
  sendOnce(form);
}
for (const region of document.querySelectorAll<HTMLElement>('[data-live-url]')) keepLive(region);
