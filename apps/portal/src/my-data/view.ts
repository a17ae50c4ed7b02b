import type { Text, Translate } from '@kyzmat/web';
import type { Line } from './lines.ts';

/** What one user of the data did, as a page shows it. */
interface Group {
  readonly name: string | Text;
  readonly isPortal: boolean;
  readonly uses: readonly Use[];
}
export interface Use {
  readonly at: string;
  readonly act: string;
  readonly data: string;
  /** Fields of the form that went out, where they are known one by one. */
  readonly fields?: string;
  readonly who: string;
  readonly application?: string;
  readonly reference?: string;
  readonly refused: boolean;
  /** Why the operator looked for technical support (C22-3a). */
  readonly why?: string;
}

interface Wording {
  readonly t: Translate;
  /** Names of providers by id. */
  readonly names: ReadonlyMap<string, Text>;
  /** Labels of fields by `application field`. */
  readonly labels: ReadonlyMap<string, string>;
}

/** Per provider, who used the data last first; the portal's own uses are shown as well, after the others (P573-13c). */
export function groupsOf(lines: readonly Line[], wording: Wording): readonly Group[] {
  const { t, names } = wording;
  const byProvider = Map.groupBy(lines, ({ provider }) => provider ?? '');
  const groups = [...byProvider].map(([provider, uses]): Group => ({
    name: provider === '' ? t('my-data.portal') : (names.get(provider) ?? provider),
    isPortal: provider === '',
    uses: uses.map((line) => useOf(line, wording)),
  }));
  return groups.toSorted((a, b) => Number(a.isPortal) - Number(b.isPortal));
}

function useOf(line: Line, { t, labels }: Wording): Use {
  const { at, act, data, outcome, application, reference } = line;
  const fields = (line.fields ?? []).flatMap((id) => labels.get(`${application ?? ''} ${id}`) ?? []);
  return {
    at,
    act: t(`my-data.act.${act}`),
    data: data.map((each) => t(`my-data.data.${each}`)).join(', '),
    who: whoOf(line, t),
    refused: outcome === 'refused',
    ...(fields.length === 0 ? {} : { fields: [...new Set(fields)].join(', ') }),
    ...(line.support === undefined
      ? {}
      : { why: t(`my-data.support.${line.support.ground}`, { request: line.support.request }) }),
    ...(application === undefined ? {} : { application }),
    ...(reference === undefined ? {} : { reference }),
  };
}

function whoOf({ role, outcome, actorName }: Line, t: Translate): string {
  if (role === 'user') return t(outcome === 'given' ? 'my-data.who.you' : 'my-data.who.stranger');
  const post = t(`my-data.who.${role}`);
  return actorName === undefined ? post : `${actorName}, ${post}`;
}
