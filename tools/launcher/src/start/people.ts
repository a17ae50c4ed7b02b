import { addressesOf, type Place } from '@kyzmat/world';
import demoPeople from '../../demo-people.json' with { type: 'json' };

/** Somebody who can sign in on the demo platform. */
interface DemoPerson {
  readonly name: string;
  /** What they are: citizen, executor of a provider, operator … */
  readonly as: string;
  /** The process at whose door they sign in. */
  readonly at: string;
  /** How: login, password, test PIN …; `{NAME}` stands for the secret of that name. */
  readonly how: string;
}

const people: readonly DemoPerson[] = demoPeople;

/** The last words of a start: where to go, and as whom. */
export function welcome({ ports, secrets }: Place): string {
  const urls = addressesOf(ports);
  const fill = (text: string): string =>
    text.replaceAll(/\{(\w+)\}/g, (_, name: string) => secrets.values[name] ?? name);
  const doors = [
    ['portal', 'for citizens'],
    ['desk', 'for providers and the operator'],
    ['sandbox', 'the outside world: mail, payments, the clock'],
  ] as const;
  return [
    ...doors.map(([name, what]) => `  ${urls[name].padEnd(24)} ${what}`),
    '',
    ...people.map(({ name, as, at, how }) => `  ${name} (${as}), at the ${at}: ${fill(how)}`),
    ...(people.length > 0 ? [''] : []),
    'Ctrl-C stops everything.',
  ].join('\n');
}
