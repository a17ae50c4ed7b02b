import type { Caller } from '@kyzmat/auth';
import type { Identity, IdentityApi } from '@kyzmat/contracts';
import { dataOf, Problem } from '@kyzmat/http';
import type { Kit } from '@kyzmat/kit';
import type { CommandOf } from '@kyzmat/lifecycle';
import { shared } from '../catalogue/standing.ts';
import type { Applicant } from '../state/application.ts';

type Contacts = CommandOf<'correct_contacts'>['contacts'];

/** What identity knows of people. */
export interface People {
  /** Throws Unavailable when identity is away. */
  profile(personId: string): Promise<Identity['Profile']>;
  /**
   * P573-14c: throws Problem consent_missing when a consent is missing at this moment, Unavailable when nobody can tell.
   * Gives with it who vouches for the person now.
   */
  mustHaveAgreed(caller: Pick<Caller, 'subject' | 'actor'>): Promise<Pick<Applicant, 'assurance'>>;
  /**
   * P573-15: who acts for another does so by a power that stands at this moment and covers the service. Throws Problem
   * power_ended, Unavailable when nobody can tell.
   */
  mustStandFor(caller: Pick<Caller, 'subject' | 'actor'>, serviceCode: string): Promise<void>;
  /** P573-14e: throws Problem contact_not_proved for a telephone or post box that no code has proved to be the person's. */
  mustHaveProved(personId: string, contacts: Contacts): Promise<void>;
  /** A member of staff now; undefined when there is none of this id. */
  staff(id: string): Promise<Identity['StaffMember'] | undefined>;
  /** A name for a page: some minutes old at most, undefined when nobody can tell. */
  nameOfStaff(id: string): Promise<string | undefined>;
}

const namesForMs = 5 * 60_000;
const mostNames = 5_000;

export function openPeople(kit: Kit): People {
  const identity = kit.to<IdentityApi>('identity')(kit.self);
  const names = new Map<string, { readonly name: string; readonly until: number }>();

  // Asked at every call; calls that come while a question is under way share the next one, as with providers' standing.
  const agreed = shared(async (pair) => {
    const [id = '', actor = id] = pair.split('~');
    const params = { path: { id }, query: { actor } };
    return dataOf(await identity.GET('/persons/{id}/consents/missing', { params }));
  });

  async function staff(id: string): Promise<Identity['StaffMember'] | undefined> {
    try {
      return dataOf(await identity.GET('/staff/{id}', { params: { path: { id } } }));
    } catch (error) {
      if (error instanceof Problem && error.status === 404) return undefined;
      throw error;
    }
  }

  return {
    async profile(id) {
      return dataOf(await identity.GET('/persons/{id}/profile', { params: { path: { id } } }));
    },
    async mustHaveAgreed({ subject, actor }) {
      const { missing, assurance } = await agreed(`${subject}~${actor}`);
      if (missing.length > 0) throw consentMissing();
      return assurance === undefined ? {} : { assurance };
    },
    async mustStandFor({ subject, actor }, serviceCode) {
      if (subject === actor) return;
      const query = { principal: subject, representative: actor, serviceCode };
      const { stands } = dataOf(await identity.GET('/powers/standing', { params: { query } }));
      if (!stands) throw powerEnded();
    },
    async mustHaveProved(id, contacts) {
      const {
        phone,
        email,
        emessageAddress,
        proved = [],
      } = dataOf(await identity.GET('/persons/{id}/contact', { params: { path: { id } } }));
      const known = new Set([phone, emessageAddress, email, ...proved]);
      const field = (['phone', 'email'] as const).find((way) => contacts[way] && !known.has(contacts[way]));
      if (field !== undefined) throw contactNotProved(field);
    },
    staff,
    async nameOfStaff(id) {
      const known = names.get(id);
      if (known !== undefined && performance.now() < known.until) return known.name;
      const found = await staff(id).catch(() => undefined);
      if (found === undefined) return known?.name;
      if (names.size >= mostNames) names.clear();
      names.set(id, { name: found.name, until: performance.now() + namesForMs });
      return found.name;
    },
  };
}

function consentMissing(): Problem {
  const message = {
    ky: 'Кызматтар эки макулдук берилгенде ачылат. «Жөндөөлөр» барагынан макулдугуңузду бериңиз: жазганыңыз ордунда турат.',
    ru: 'Услуги открыты, когда даны оба согласия. Дайте согласие на странице «Настройки»: введённое сохранено.',
    en: 'Services open when both consents are given. Give yours on the page “Settings”: what you typed is kept.',
  };
  return new Problem(403, 'consent_missing', undefined, { ruleId: 'P573-14c', message });
}

/** Notices carry personal data: they go only where the person has shown to be reached. */
function contactNotProved(field: 'phone' | 'email'): Problem {
  return new Problem(422, 'contact_not_proved', 'A code has to prove this address first.', {
    ruleId: 'P573-14e',
    field,
    message: {
      ky: 'Бул дарек сиздики экени ырастала элек. Ага келген кодду жазыңыз.',
      ru: 'Ещё не подтверждено, что этот адрес ваш. Введите код, который на него придёт.',
      en: 'That this address is yours is not confirmed yet. Type the code that comes there.',
    },
  });
}

function powerEnded(): Problem {
  return new Problem(403, 'power_ended', 'No power of representation covers this service now.', {
    ruleId: 'P573-15',
    message: {
      ky: 'Бул кызматты алуу үчүн анын атынан иш кылууга ыйгарым укугуңуз жок же бүткөн. Ишеним катты сураңыз; арызыңыз сакталып турат.',
      ru: 'У вас нет полномочия получать эту услугу от его имени, или оно закончилось. Попросите доверенность; заявление сохранено.',
      en: 'You have no power to use this service in this name, or it has ended. Ask for one; your application is saved.',
    },
  });
}
