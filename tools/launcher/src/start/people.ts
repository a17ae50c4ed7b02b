import demoPeople from '../../demo-people.json' with { type: 'json' };

/** Somebody who can sign in on the demo platform. */
export interface DemoPerson {
  readonly name: string;
  /** What they are: citizen, executor of a provider, operator … */
  readonly as: string;
  /** The process at whose door they sign in. */
  readonly at: string;
  /** How: login, password, test PIN … */
  readonly how: string;
}

const people: readonly DemoPerson[] = demoPeople;

/** The last words of a start: where to go, and as whom. */
export function welcome(urls: Readonly<Record<string, string>>): string {
  const doors = [
    ['portal', 'for citizens'],
    ['desk', 'for providers and the operator'],
    ['sandbox', 'the outside world: mail, payments, the clock'],
  ] as const;
  return [
    ...doors.flatMap(([name, what]) =>
      urls[name] === undefined ? [] : [`  ${urls[name].padEnd(24)} ${what}`],
    ),
    '',
    ...people.map(({ name, as, at, how }) => `  ${name} (${as}), at the ${at}: ${how}`),
    ...(people.length > 0 ? [''] : []),
    'Ctrl-C stops everything.',
  ].join('\n');
}
