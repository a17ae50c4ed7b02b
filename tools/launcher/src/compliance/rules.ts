export interface Rule {
  readonly id: string;
  /** `system`: the software keeps it; `process`: people do; `context`: a meaning or a legal effect. */
  readonly kind: 'system' | 'process' | 'context';
  /** The first sentence. */
  readonly what: string;
  readonly chapter: string;
}

const line = /^- \*\*(?<id>(?:P573|C22)-\w+)\*\* \((?<kind>system|process|context)\): (?<text>.*)$/u;
const heading = /^#{2,3} (?<title>.*)$/u;

/** The rules in the order of the law. */
export function readRules(markdown: string): Rule[] {
  const rules: Rule[] = [];
  let chapter = '';
  for (const each of markdown.split('\n')) {
    chapter = heading.exec(each)?.groups?.['title'] ?? chapter;
    const { id, kind, text } = line.exec(each)?.groups ?? {};
    if (id === undefined || text === undefined || !isKind(kind)) continue;
    rules.push({ id, kind, what: firstSentence(text), chapter });
  }
  return rules;
}

function isKind(kind: string | undefined): kind is Rule['kind'] {
  return kind === 'system' || kind === 'process' || kind === 'context';
}

function firstSentence(text: string): string {
  return /^.*?[.;](?=\s+[A-Z(]|$)/u.exec(text)?.[0] ?? text;
}

/** The rules a test names before its colon: `P573-27a, 27b: …` names two. */
export function idsIn(name: string): string[] {
  const [before, ...after] = name.split(':');
  if (before === undefined || after.length === 0 || !/^(?:P573|C22)-/u.test(before)) return [];
  let act = '';
  return before.split(',').flatMap((part) => {
    const [, prefix, number] = /^\s*(?:(P573|C22)-)?(D?\d+[a-z]?)\s*$/u.exec(part) ?? [];
    act = prefix ?? act;
    return number === undefined ? [] : [`${act}-${number}`];
  });
}
