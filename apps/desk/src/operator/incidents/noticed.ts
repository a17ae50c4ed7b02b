import type { Common, Providers } from '@kyzmat/contracts';
import { dataOf } from '@kyzmat/http';
import type { Site } from '../../site/site.ts';
import type { Staff } from '../../staff/staff.ts';

export interface Noticed {
  readonly sightings: readonly Common['Sighting'][];
  /** Somebody who keeps watch did not answer: that nothing is shown does not mean nothing is there. */
  readonly away: boolean;
}

/** P573-19e: what the processes saw and nobody has opened an incident of, or went on after that. */
export async function noticed(
  { clients }: Pick<Site, 'clients'>,
  { principal }: Staff,
  incidents: readonly Providers['Incident'][],
): Promise<Noticed> {
  const answers = await Promise.allSettled([
    clients.identity(principal).GET('/sightings').then(dataOf),
    clients.applications(principal).GET('/sightings').then(dataOf),
  ]);
  const openedAt = new Map(
    incidents.map(({ sighting = '', entries }) => [sighting, entries[0]?.at ?? ''] as const).toReversed(),
  );
  const seen = answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value.sightings : []));
  return {
    sightings: seen
      .filter(({ key, lastAt }) => lastAt > (openedAt.get(key) ?? ''))
      .toSorted((a, b) => b.lastAt.localeCompare(a.lastAt)),
    away: answers.some(({ status }) => status === 'rejected'),
  };
}
