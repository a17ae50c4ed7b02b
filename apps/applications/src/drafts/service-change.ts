import type { Applications } from '@kyzmat/contracts';
import { formChanges, type FormChange } from '@kyzmat/forms';
import type { Catalogue, Service } from '../catalogue/catalogue.ts';
import type { DraftState } from './store.ts';

type Change = Applications['ServiceChange'];

/** What a newer version of the service means for an open draft; undefined when there is none. */
export async function serviceChange(
  catalogue: Catalogue,
  { serviceCode, serviceVersion, movedFrom }: DraftState,
): Promise<Change | undefined> {
  const own = await catalogue.version(serviceCode, serviceVersion);
  // Where the version in force cannot be had, the draft stays with its own for now.
  const current = await catalogue.current(serviceCode).catch(() => own);
  const moved = current.version === serviceVersion;
  if (moved && movedFrom === undefined) return undefined;
  const from = movedFrom ?? serviceVersion;
  const before = await catalogue.version(serviceCode, from);
  return { from, to: current.version, moved, changes: changesBetween(before, current) };
}

export function changesBetween(before: Service, after: Service): Change['changes'] {
  return [...terms(before, after), ...formChanges(before.form.definition, after.form.definition)];
}

function terms(
  { definition: { service: old } }: Service,
  { definition: { service } }: Service,
): Change['changes'] {
  const told = [
    [old.price, service.price, { ky: 'Акысы', ru: 'Стоимость' }],
    [old.term, service.term, { ky: 'Көрсөтүү мөөнөтү', ru: 'Срок оказания' }],
    [old.identityFrom, service.identityFrom, { ky: 'Ким экенин ырастоо', ru: 'Подтверждение личности' }],
    [old.signatureLevel, service.signatureLevel, { ky: 'Кол коюу жолу', ru: 'Вид подписи' }],
  ] as const;
  return told
    .filter(([was, is]) => JSON.stringify(was) !== JSON.stringify(is))
    .map(([, , about]) => ({ kind: 'terms', about }));
}

/** The draft in another version of its service: answers stay, changed pages are to be looked over again. */
export function movedTo(state: DraftState, before: Service, after: Service): DraftState {
  if (before.version === after.version) return state;
  const changes: readonly FormChange[] = formChanges(before.form.definition, after.form.definition);
  const changed = new Set(changes.map(({ page }) => page));
  const pages = new Set(after.form.definition.pages.map(({ id }) => id));
  return {
    ...state,
    serviceVersion: after.version,
    movedFrom: state.movedFrom ?? before.version,
    completedPages: state.completedPages.filter((id) => pages.has(id) && !changed.has(id)),
  };
}
