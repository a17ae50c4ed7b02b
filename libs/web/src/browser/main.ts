import { autosave } from './autosave.ts';
import { checkFields } from './check.ts';
import { keepLive } from './live.ts';
import { focusSummary } from './page.ts';
import { sendOnce } from './send.ts';

focusSummary();
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-form]')) {
  checkFields(form);
  autosave(form);
  sendOnce(form);
}
for (const region of document.querySelectorAll<HTMLElement>('[data-live-url]')) keepLive(region);
