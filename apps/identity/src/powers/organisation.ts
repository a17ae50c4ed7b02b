import { randomUUID } from 'node:crypto';
import type { Identity } from '@kyzmat/contracts';
import { instant, type Clock } from '@kyzmat/clock';
import { Problem } from '@kyzmat/http';
import type { Person } from '../persons/person.ts';
import type { OwnRoute } from '../persons/own-route.ts';
import type { Tell } from '../tell.ts';
import type { Power } from './power.ts';
import type { Powers } from './store.ts';

interface OrganisationParts {
  readonly own: OwnRoute;
  readonly powers: Powers;
  readonly tell: Tell;
  readonly clock: Clock;
}

/**
 * A person registers the legal entity they head (P573-8h): its cabinet, and the power by which the head acts for it. It
 * stays self-asserted until ESI names the entity.
 */
export async function registerOrganisation(
  { own, powers, tell, clock }: OrganisationParts,
  head: Person,
  { name, inn, address }: Identity['NewOrganisation'],
): Promise<Power> {
  const { emessageAddress, email } = head.contact;
  const id = randomUUID();
  // The power first: it opens nothing while there is no cabinet, and a cabinet never stands there without its head.
  const power = await powers.add({
    basis: 'head',
    principal: id,
    principalName: name,
    representative: head._id,
    representativeName: head.profile.displayName,
    scope: 'all',
    validFrom: powers.moment().today,
    grantedBy: head._id,
    acceptedAt: instant(clock),
  });
  const entity = await own.open(`own-inn:${inn}`, {
    id,
    profile: {
      kind: 'legal',
      displayName: name,
      assurance: 'self_asserted',
      inn,
      organisation: { name, inn, address, headName: head.profile.displayName },
      ...(emessageAddress === undefined ? {} : { phone: emessageAddress }),
      ...(email === undefined ? {} : { email }),
    },
    contact: head.contact,
  });
  if (entity !== undefined) return power;
  await powers.end(power._id, head._id);
  const holder = await own.byInn(inn);
  if (holder !== undefined && (await powers.standing(holder._id, head._id)) === undefined) {
    await tell({ phone: holder.contact.emessageAddress, language: holder.contact.language }, triedAgain);
  }
  throw taken();
}

function taken(): Problem {
  return new Problem(409, 'inn_taken', undefined, {
    field: 'inn',
    what: {
      ky: 'Бул ИНН менен уюм порталда катталган.',
      ru: 'Организация с этим ИНН уже есть на портале.',
      en: 'The organisation with this INN is on the portal already.',
    },
    mend: {
      ky: 'ИННди текшериңиз. Туура болсо, уюмдун атынан ESI аркылуу кириңиз же жетекчиден ишеним кат сураңыз.',
      ru: 'Проверьте ИНН. Если он верный, войдите от имени организации через ЕСИ или попросите доверенность у руководителя.',
      en: 'Check the INN. If it is right, sign in for the organisation with ESI, or ask its head for a power.',
    },
  });
}

const triedAgain = {
  title: { ky: 'Уюмуңузду каттоого аракет болду', ru: 'Попытка зарегистрировать вашу организацию' },
  body: {
    ky: 'Кимдир бирөө сиздин уюмдун ИННи менен порталга катталууга аракет кылды. Кабинетке эч нерсе болгон жок.',
    ru: 'Кто-то пытался зарегистрировать на портале организацию с вашим ИНН. С кабинетом ничего не случилось.',
  },
};
