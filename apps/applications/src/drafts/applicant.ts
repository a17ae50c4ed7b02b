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

/**
 * P573-8b: where the law demands it, the identity of who applies is vouched for by more than their own word. Who that is
 * now counts, not who it was when the draft was begun.
 */
export function mustBeProved({ assurance }: Pick<Applicant, 'assurance'>, { definition }: Service): void {
  const { identityFrom } = definition.service;
  if (identityFrom === undefined || identityFrom.some((proof) => proof === assurance)) return;
  throw new Problem(403, 'identity_not_proved', undefined, {
    ruleId: 'P573-8b',
    message: identityFrom.includes('esi') ? throughEsi : byCertificate,
  });
}

const throughEsi = {
  ky: 'Бул кызмат үчүн ким экениңиз ырасталышы керек. Чыгып, ESI аркылуу кириңиз; жазганыңыз сакталып турат.',
  ru: 'Для этой услуги ваша личность должна быть подтверждена. Выйдите и войдите через ЕСИ; введённое сохранено.',
  en: 'For this service your identity has to be proved. Sign out and sign in through ESI; what you typed is kept.',
};
const byCertificate = {
  ky: 'Бул кызмат үчүн ким экениңизди квалификациялуу сертификат ырасташы керек. Сертификатыңыз менен кириңиз; жазганыңыз сакталып турат.',
  ru: 'Для этой услуги вашу личность должен подтвердить квалифицированный сертификат. Войдите по сертификату; введённое сохранено.',
  en: 'For this service a qualified certificate has to prove your identity. Sign in with your certificate; what you typed is kept.',
};

/** As it is passed on. */
export function assuranceOf({ assurance }: Applicant): {
  applicantAssurance?: NonNullable<Applicant['assurance']>;
} {
  return assurance === undefined ? {} : { applicantAssurance: assurance };
}
