import type { Identity } from '@kyzmat/contracts';
import { Problem } from '@kyzmat/http';
import type { Service } from '../catalogue/catalogue.ts';
import type { Applicant } from '../state/application.ts';

/** Who applies, as identity knows them. */
export function applicantOf(profile: Identity['Profile']): Applicant {
  const { kind, displayName, pin, inn, organisation, assurance } = profile;
  const identifier = kind === 'legal' ? (inn ?? organisation?.inn) : pin;
  return {
    kind,
    name: displayName,
    identifier: identifier ?? '',
    ...(assurance === undefined ? {} : { assurance }),
  };
}

/** A service for people only, or for organisations only, takes nobody else's application. */
export function mustFit({ kind }: Applicant, { definition }: Service): void {
  const { applicantKinds } = definition.service;
  if (applicantKinds.includes(kind)) return;
  const message = applicantKinds.includes('natural')
    ? {
        ky: 'Бул кызмат жеке адамдар үчүн гана. Аны өз атыңыздан кирип алыңыз.',
        ru: 'Эта услуга только для физических лиц. Войдите от своего имени, чтобы её получить.',
      }
    : {
        ky: 'Бул кызмат юридикалык жактар үчүн гана. Уюмдун атынан кириңиз.',
        ru: 'Эта услуга только для юридических лиц. Войдите от имени организации.',
      };
  throw new Problem(422, 'applicant_kind', undefined, { message });
}

/** As it is passed on. */
export function assuranceOf({ assurance }: Applicant): {
  applicantAssurance?: NonNullable<Applicant['assurance']>;
} {
  return assurance === undefined ? {} : { applicantAssurance: assurance };
}
