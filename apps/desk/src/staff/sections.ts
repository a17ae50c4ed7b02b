import type { Staff } from './staff.ts';

interface Section {
  /** Key of its text. */
  readonly text: string;
  readonly href: string;
}

const breaches: Section = { text: 'section.breaches', href: '/breaches' };
const changes: Section = { text: 'changes.title', href: '/changes' };
const deadlines: Section = { text: 'section.deadlines', href: '/deadlines' };
const suggestions: Section = { text: 'suggestions.title', href: '/suggestions' };

const ofOperator: readonly Section[] = [
  deadlines,
  breaches,
  { text: 'section.failures', href: '/failures' },
  suggestions,
  { text: 'section.providers', href: '/providers' },
  changes,
  { text: 'section.calendar', href: '/calendar' },
  { text: 'refunds.title', href: '/refunds' },
  { text: 'retention.title', href: '/retention' },
  { text: 'works.title', href: '/works' },
  { text: 'incidents.title', href: '/incidents' },
  { text: 'support.title', href: '/support' },
];
/** P573-17c, P573-20: the owner agrees to changes, and sees how the portal keeps its limits. */
const ofOwner: readonly Section[] = [changes, deadlines];
const ofProvider: readonly Section[] = [
  { text: 'section.inbox', href: '/inbox' },
  breaches,
  { text: 'section.outages', href: '/outages' },
  suggestions,
  changes,
];

/** What stands in the navigation of this member of staff; the first one is where they begin. */
export function sectionsOf({ provider, principal }: Staff): readonly Section[] {
  if (provider !== undefined) return ofProvider;
  return principal.role === 'owner' ? ofOwner : ofOperator;
}
