import type { Message } from './send.ts';

/** A letter in both languages, as plain text and as simple HTML that says which language is which. */
export function letter({ title, body, language }: Pick<Message, 'title' | 'body' | 'language'>): {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
} {
  const languages = language === 'ky' ? (['ky', 'ru'] as const) : (['ru', 'ky'] as const);
  const texts = languages.map((each) => `${title[each]}\n\n${body[each]}`);
  const sections = languages.map((each) => section(each, title[each], body[each]));
  return {
    subject: title[language],
    text: texts.join('\n\n—\n\n'),
    html: [
      `<!doctype html><html lang="${language}"><head><meta charset="utf-8">`,
      `<title>${escaped(title[language])}</title></head>`,
      `<body>${sections.join('<hr>')}</body></html>`,
    ].join('\n'),
  };
}

function section(language: string, title: string, body: string): string {
  const lines = body.split('\n').map((line) => `<p>${escaped(line)}</p>`);
  return `<section lang="${language}"><h1>${escaped(title)}</h1>${lines.join('')}</section>`;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  return text.replaceAll(/[&<>"]/g, (sign) => entities[sign] ?? sign);
}
