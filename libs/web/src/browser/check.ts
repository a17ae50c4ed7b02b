import type { CheckAnswer } from '../forms/types.ts';
import { announce, post, textOf, typedValues } from './page.ts';

type Problem = CheckAnswer['errors'][number];

const controls =
  '.govuk-input__wrapper, .govuk-input, .govuk-textarea, .govuk-select, .govuk-file-upload, .govuk-radios, .govuk-checkboxes, .govuk-date-input, .kz-set__parts, .kz-rows';
const boxes = '.govuk-input, .govuk-textarea, .govuk-select';

/** After each field the server's own check is asked, and its answer stands at the field (P573-26a, P573-26b). */
export function checkFields(form: HTMLFormElement): void {
  const url = form.dataset['checkUrl'];
  if (url === undefined) return;
  let touched: HTMLElement | undefined;

  form.addEventListener('change', (event) => {
    if (!(event.target instanceof HTMLElement)) return;
    touched = fieldAround(event.target);
    if (touched !== undefined && event.target.matches('select, [type=radio], [type=checkbox]')) leave();
  });
  form.addEventListener('focusout', (event) => {
    const staysInside =
      event.relatedTarget instanceof Node && touched?.contains(event.relatedTarget) === true;
    if (!staysInside) leave();
  });

  function leave(): void {
    if (touched === undefined) return;
    const field = touched;
    touched = undefined;
    const others = [...form.querySelectorAll<HTMLElement>('.govuk-form-group--error')];
    for (const each of new Set([field, ...others])) void check(form, url ?? '', each, each === field);
  }
}

function fieldAround(element: HTMLElement): HTMLElement | undefined {
  const field = element.closest<HTMLElement>('[data-field]');
  return field === null || element.matches('[type=file], [type=password]') ? undefined : field;
}

let checks = 0;

async function check(form: HTMLFormElement, url: string, field: HTMLElement, aloud: boolean): Promise<void> {
  const mine = ++checks;
  const name = field.dataset['field'] ?? '';
  const values = typedValues(form);
  const asked = valuesOf(values, name);
  values.set('_field', name);
  try {
    const response = await post(url, values);
    if (!response.ok) return;
    const answer: unknown = await response.json();
    if (!isAnswer(answer)) return;
    // Answers may overtake each other: what is asked now, only the check begun last knows.
    if (mine === checks) showConditional(form, answer.visible ?? {});
    // Typed on in this field: the answer is about what no longer stands there. Other fields don't matter.
    if (valuesOf(typedValues(form), name) !== asked) return;
    const errors = answer.errors.filter((error) => error.field === name);
    showErrors(form, field, name, errors);
    if (aloud && errors.length > 0) announce(errors.map(({ what, mend }) => `${what} ${mend}`).join(' '));
  } catch {
    // No connection: the form's own send checks again.
  }
}

function isAnswer(answer: unknown): answer is CheckAnswer {
  return typeof answer === 'object' && answer !== null && 'errors' in answer;
}

/** What stands in one field, with its parts and rows. */
function valuesOf(values: URLSearchParams, field: string): string {
  const own = [...values].filter(
    ([name]) => name === field || (/^[.[]/.test(name.slice(field.length)) && name.startsWith(field)),
  );
  return JSON.stringify(own);
}

function showErrors(
  form: HTMLFormElement,
  field: HTMLElement,
  name: string,
  errors: readonly Problem[],
): void {
  const id = `f-${name.replaceAll(/[[\].]+/g, '-').replace(/-$/, '')}-error`;
  const wrong = errors.length > 0;
  const inputs = [...field.querySelectorAll<HTMLElement>(boxes)];
  const described = field.matches('fieldset')
    ? field
    : (field.querySelector<HTMLElement>('fieldset') ?? inputs[0]);
  document.getElementById(id)?.remove();
  field.classList.toggle('govuk-form-group--error', wrong);
  for (const input of field.matches('fieldset') ? [] : inputs) {
    input.classList.toggle(`${input.classList[0] ?? ''}--error`, wrong);
    if (wrong) input.setAttribute('aria-invalid', 'true');
    else input.removeAttribute('aria-invalid');
  }
  describe(described, id, wrong);
  if (wrong) field.querySelector(controls)?.before(messageOf(id, textOf(form, 'Error'), errors));
}

function describe(element: HTMLElement | undefined, id: string, wrong: boolean): void {
  const before = (element?.getAttribute('aria-describedby') ?? '').split(' ');
  const ids = before.filter((each) => each !== '' && each !== id);
  if (wrong) ids.push(id);
  if (ids.length > 0) element?.setAttribute('aria-describedby', ids.join(' '));
  else element?.removeAttribute('aria-describedby');
}

function messageOf(id: string, prefix: string, errors: readonly Problem[]): HTMLElement {
  const message = document.createElement('p');
  message.id = id;
  message.className = 'govuk-error-message kz-changed';
  message.append(part('kz-hidden', `${prefix}: `));
  for (const { what, mend } of errors)
    message.append(part('kz-error__what', what), ' ', part('kz-error__mend', mend));
  return message;
}

function part(className: string, text: string): HTMLElement {
  const span = document.createElement('span');
  span.className = className;
  span.textContent = text;
  return span;
}

function showConditional(form: HTMLFormElement, visible: NonNullable<CheckAnswer['visible']>): void {
  for (const field of form.querySelectorAll<HTMLElement>('[data-field]')) {
    const shown = visible[field.dataset['field'] ?? ''];
    if (shown !== undefined) field.hidden = !shown;
  }
}
