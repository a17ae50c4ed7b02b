import type { Result } from '../test/result.ts';
import { idsIn, type Rule } from './rules.ts';

/** What the page says of a test. */
type TestResult = Pick<Result, 'name' | 'file' | 'passed'>;

type Status = 'tested' | 'failing' | 'waiting';

const reasons: Readonly<Record<Rule['kind'], string>> = {
  system: 'no executed test names it yet',
  process: 'binds people; the software can only support it',
  context: 'a meaning or a legal effect: nothing to execute',
};

/** Built so far only as far as the portal needs it: the rest of these binds what a provider's own system does. */
const providersSide: ReadonlySet<string> = new Set(['P573-47', 'P573-51', 'C22-9']);

/** The page, from the rules and what became of the tests. */
export function compliancePage(rules: readonly Rule[], results: readonly TestResult[]): string {
  const testsOf = new Map<string, TestResult[]>();
  for (const result of results) {
    for (const id of idsIn(result.name)) testsOf.set(id, [...(testsOf.get(id) ?? []), result]);
  }
  const of = ({ id }: Rule): readonly TestResult[] => testsOf.get(id) ?? [];
  const known = new Set(rules.map(({ id }) => id));
  const strange = [...testsOf.keys()].filter((id) => !known.has(id)).toSorted();
  const chapters = [...Map.groupBy(rules, ({ chapter }) => chapter)];
  return [
    '# Rules of law and their tests',
    '',
    'Generated from executed tests at the end of `npm test`; the rules are those of [law/portal.md](law/portal.md).',
    '',
    ...counts(rules, (rule) => statusOf(of(rule))),
    ...chapters.flatMap(([chapter, own]) => [
      '',
      `## ${chapter}`,
      '',
      '| Rule | What | Tests | Status |',
      '|---|---|---|---|',
      ...own.map((rule) => row(rule, of(rule))),
    ]),
    ...(strange.length === 0
      ? []
      : [
          '',
          '## Named by tests, but no rule',
          '',
          `A paragraph without its letter, or a slip: ${strange.join(', ')}.`,
        ]),
    '',
  ].join('\n');
}

function counts(rules: readonly Rule[], status: (rule: Rule) => Status): string[] {
  const kinds = ['system', 'process', 'context'] as const;
  return [
    '| Kind | Rules | Tested | Failing | Waiting |',
    '|---|---|---|---|---|',
    ...kinds.map((kind) => {
      const own = rules.filter((rule) => rule.kind === kind).map(status);
      const count = (wanted: Status): number => own.filter((each) => each === wanted).length;
      return `| ${kind} | ${own.length} | ${count('tested')} | ${count('failing')} | ${count('waiting')} |`;
    }),
  ];
}

/** One failing test is enough to doubt the rule. */
function statusOf(tests: readonly TestResult[]): Status {
  if (tests.length === 0) return 'waiting';
  return tests.every(({ passed }) => passed) ? 'tested' : 'failing';
}

function row(rule: Rule, tests: readonly TestResult[]): string {
  const status = statusOf(tests);
  const reason = providersSide.has(rule.id) ? 'for the provider’s side of it' : reasons[rule.kind];
  const said = status === 'waiting' ? `waiting: ${reason}` : status;
  return `| ${rule.id} (${rule.kind}) | ${cell(rule.what)} | ${tests.map(test).join('<br>')} | ${said} |`;
}

function test({ name, file, passed }: TestResult): string {
  const short = file.split('/').at(-1) ?? file;
  const said = name.slice(name.indexOf(':') + 1).trim();
  return `${passed ? '' : '✖ '}[${short}](../${file}): ${cell(said)}`;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}
