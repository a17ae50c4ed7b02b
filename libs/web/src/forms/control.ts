import { pickMarked } from '../texts/fallback.ts';
import type { Lang, Text, Translate } from '../texts/texts.ts';
import { fieldId } from './errors.ts';
import { escapeHtml } from './escape.ts';
import type { FieldError, FieldView } from './types.ts';

/** A field as a template gives it: hand-written ones leave out what does not apply. */
type Given = Partial<FieldView> & {
  readonly name: string;
  /** The label is the page's heading: for pages with one question. */
  readonly heading?: boolean;
  readonly attributes?: Readonly<Record<string, unknown>>;
};

type Kind = {
  readonly type?: string;
  readonly inputmode?: string;
  readonly autocomplete?: string;
  readonly classes?: string;
  /** Not words: no spelling check. */
  readonly plain?: boolean;
};

/** What a phone's keyboard and the browser's memory need to know about each type of input. */
const kinds: Partial<Record<string, Kind>> = {
  number: { inputmode: 'numeric', classes: 'govuk-input--width-10', plain: true },
  money: { inputmode: 'decimal', classes: 'govuk-input--width-10', plain: true },
  pin: { inputmode: 'numeric', classes: 'govuk-input--width-20 govuk-input--digits', plain: true },
  inn: { inputmode: 'numeric', classes: 'govuk-input--width-20 govuk-input--digits', plain: true },
  phone: { type: 'tel', autocomplete: 'tel', classes: 'govuk-input--width-20', plain: true },
  email: { type: 'email', autocomplete: 'email', plain: true },
};

/** What the component macros need to know about a field, in the shape they take. */
export function control(field: Given, lang: Lang, t: Translate) {
  const say = (text: Text | string) => escapeHtml(pickMarked(text, lang));
  const optional = field.required === false ? ` <span class="kz-optional">(${t('web.optional')})</span>` : '';
  const html = say(field.label ?? '') + optional;
  const size = field.heading === true ? 'l' : '';
  const errors = field.errors ?? [];
  const hint = [
    ...(field.hint === undefined ? [] : [say(field.hint)]),
    ...(field.source === undefined ? [] : [`<span class="kz-source">${say(field.source)}</span>`]),
  ];
  return {
    id: fieldId(field.name),
    kind: kinds[field.type ?? ''] ?? {},
    label: { html, isPageHeading: field.heading, classes: size && `govuk-label--${size}` },
    fieldset: {
      legend: { html, isPageHeading: field.heading, classes: size && `govuk-fieldset__legend--${size}` },
    },
    hint: hint.length === 0 ? undefined : { html: hint.join(' ') },
    error:
      errors.length === 0 ? undefined : { html: errorHtml(errors, say), visuallyHiddenText: t('web.error') },
    group: {
      attributes: { 'data-field': field.name, hidden: { value: field.hidden === true, optional: true } },
      classes: field.half === true ? 'kz-half' : '',
    },
    attributes: {
      ...(errors.length > 0 && { 'aria-invalid': 'true' }),
      ...(field.accept && { accept: field.accept.join(',') }),
      ...field.attributes,
    },
  };
}

function errorHtml(errors: readonly FieldError[], say: (text: Text | string) => string): string {
  const parts = errors.map(
    ({ what, mend }) =>
      `<span class="kz-error__what">${say(what)}</span> <span class="kz-error__mend">${say(mend)}</span>`,
  );
  return parts.join(' ');
}
