import type { Caller } from '@kyzmat/auth';
import type { Clock } from '@kyzmat/clock';
import type { Identity, IdentityApi } from '@kyzmat/contracts';
import { notFound, permit, Problem } from '@kyzmat/http';
import { created, type ContractRoutes } from '@kyzmat/kit';
import { may } from '@kyzmat/policy';
import type { Person } from '../persons/person.ts';
import type { OwnRoute } from '../persons/own-route.ts';
import type { Persons } from '../persons/store.ts';
import type { Sessions } from '../sessions/sessions.ts';
import type { Throttle } from '../sign-in/throttle.ts';
import type { Tell } from '../tell.ts';
import { dayText } from '../when.ts';
import { registerOrganisation } from './organisation.ts';
import { powerView, type Power } from './power.ts';
import { mustBeSound } from './sound.ts';
import type { Powers } from './store.ts';

interface PowerParts {
  readonly persons: Persons;
  readonly own: OwnRoute;
  readonly powers: Powers;
  readonly sessions: Sessions;
  readonly throttle: Throttle;
  readonly tell: Tell;
  readonly clock: Clock;
}

const mostGrants = 10;

/** Powers of representation (P573-8h, P573-15): given in the principal's cabinet, taken on by the representative. */
export function powerRoutes(routes: ContractRoutes<IdentityApi>, parts: PowerParts): void {
  const { persons, powers, sessions, throttle, tell } = parts;
  const view = (power: Power): Identity['Power'] => powerView(power, powers.moment());

  routes.post('/organisations', async ({ caller, body }) => {
    const actor = await self(parts, caller);
    return created(view(await registerOrganisation(parts, actor, body)));
  });

  routes.get('/powers', async ({ caller }) => {
    permit(may(caller, 'powers.manage'));
    const actor = await persons.get(caller.actor);
    const [given, received] = await Promise.all([
      powers.given(caller.subject),
      caller.subject === caller.actor ? powers.received(actor) : [],
    ]);
    return { given: given.map(view), received: received.map(view) };
  });

  routes.post('/powers', async ({ caller, body }) => {
    await mustDecideFor(powers, caller);
    const [principal, actor] = await Promise.all([persons.get(caller.subject), persons.get(caller.actor)]);
    mustBeSound(body, actor, powers.moment().today);
    await throttle.count(`grant:${caller.actor}`, mostGrants);
    const power = await powers.add({
      basis: 'granted',
      principal: principal._id,
      principalName: principal.profile.displayName,
      offeredTo: { pin: body.representativePin, phone: body.representativePhone },
      scope: body.scope,
      validFrom: body.validFrom,
      validUntil: body.validUntil,
      grantedBy: caller.actor,
    });
    await tell({ phone: body.representativePhone, language: principal.contact.language }, offered(power));
    return created(view(power));
  });

  routes.post('/powers/{id}/accept', async ({ caller, params }) => {
    const actor = await self(parts, caller);
    const accepted = await powers.accept(params.id, actor);
    if (accepted === undefined) throw notFound('No such power is offered.');
    return view(accepted);
  });

  routes.post('/powers/{id}/end', async ({ caller, params }) => {
    permit(may(caller, 'powers.manage'));
    const power = await powers.find(params.id);
    if (power === undefined || !(await mayEnd(parts, caller, power))) throw notFound('No such power.');
    const ended = await powers.end(params.id, caller.actor);
    // At once: also what the representative has open in this name.
    if (power.representative !== undefined) await sessions.endActing(power.principal, power.representative);
    return view(ended ?? power);
  });

  routes.get('/powers/standing', async ({ caller, query }) => {
    permit(may(caller, 'power.ask'));
    const power = await powers.standing(query.principal, query.representative, query.serviceCode);
    return power === undefined ? { stands: false } : { stands: true, powerId: power._id };
  });
}

/** The natural person, acting for nobody else. */
async function self({ persons }: PowerParts, caller: Caller): Promise<Person> {
  permit(may(caller, 'powers.manage'));
  if (caller.subject !== caller.actor) {
    throw new Problem(403, 'own_name_only', undefined, {
      message: {
        ky: 'Муну өз атыңыздан киргенде гана жасай аласыз.',
        ru: 'Это можно сделать, только войдя от своего имени.',
        en: 'You can do this only when signed in in your own name.',
      },
    });
  }
  return persons.get(caller.actor);
}

/** Oneself, or the head of an entity: who was given a power does not pass it on. */
async function mustDecideFor(powers: Powers, caller: Caller): Promise<void> {
  permit(may(caller, 'powers.manage'));
  if (caller.subject === caller.actor) return;
  const power = await powers.standing(caller.subject, caller.actor);
  if (power === undefined || power.basis === 'granted') {
    throw new Problem(403, 'head_only', undefined, {
      message: {
        ky: 'Уюмдун атынан ишеним катты анын жетекчиси гана берет. Ишеним кат менен иш кылган адам аны башкага өткөрө албайт.',
        ru: 'От имени организации доверенность выдаёт только её руководитель. Кто сам действует по доверенности, не передаёт её дальше.',
        en: 'Only the head of an organisation gives a power in its name. Who acts by a power does not pass it on.',
      },
    });
  }
}

async function mayEnd({ persons, powers }: PowerParts, caller: Caller, power: Power): Promise<boolean> {
  if (power.principal === caller.subject) {
    await mustDecideFor(powers, caller);
    return true;
  }
  if (caller.subject !== caller.actor) return false;
  const received = await powers.received(await persons.get(caller.actor));
  return received.some(({ _id }) => _id === power._id);
}

function offered({ principalName, validUntil }: Power) {
  const until = dayText(validUntil ?? '');
  return {
    title: { ky: 'Сизге ишеним кат берилди', ru: 'Вам выдана доверенность' },
    body: {
      ky: `${principalName} сизге порталда анын атынан иш кылууга ишеним кат берди (акыркы күнү: ${until.ky}). Кабинетиңиздин «Ишеним каттар» барагынан кабыл алыңыз же баш тартыңыз.`,
      ru: `${principalName} выдаёт вам доверенность действовать от его имени на портале (последний день: ${until.ru}). Примите её или откажитесь на странице «Доверенности» в кабинете.`,
    },
  };
}
