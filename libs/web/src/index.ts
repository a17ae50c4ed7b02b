export type { Lang, Plural, Text, TextBook, TextEntry, TextParams, Translate } from './texts/texts.ts';
export { languages } from './texts/texts.ts';
export { mergeTexts, pickText, translator } from './texts/translate.ts';
export { checkTexts } from './texts/check.ts';
export type { TextFaults } from './texts/check.ts';
export type { Format, Frame, Link, Pages, PagesOptions, View } from './pages/types.ts';
export { createPages } from './pages/pages.ts';
export { frameOf, setFrame } from './pages/frame.ts';
export { cookieOf } from './pages/cookie.ts';
export { escapeHtml } from './forms/escape.ts';
export type {
  FieldError,
  FieldOption,
  FieldType,
  FieldView,
  GivenFile,
} from './forms/types.ts';
export { errorList, fieldId } from './forms/errors.ts';
export type { AddressLabels } from './forms/address.ts';
export { fieldViews } from './forms/views.ts';
export type { FieldDefinition, FieldViewsOptions } from './forms/views.ts';
export type { ErrorPagesOptions, WebAppOptions } from './app/types.ts';
export { errorPages } from './app/error-pages.ts';
export { webApp } from './app/web-app.ts';
export { smallUpload, UploadTooLarge, type SmallUpload } from './app/small-upload.ts';
export { asked, one, postedFields, several, typedOnly, type Fields } from './app/posted.ts';
