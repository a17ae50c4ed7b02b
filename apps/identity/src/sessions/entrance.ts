import { instant, type Clock } from '@kyzmat/clock';
import type { Identity } from '@kyzmat/contracts';
import type { Request, Response } from 'express';
import type { CurrentProvider } from '../oidc/provider.ts';
import { accountOf, staffAccountOf } from '../oidc/accounts.ts';
import type { Person } from '../persons/person.ts';
import type { Persons } from '../persons/store.ts';
import { finish } from '../sign-in/interaction.ts';
import type { Tell } from '../tell.ts';
import { whereaboutsOf, type Whereabouts } from './browser.ts';
import type { AccessFact, AccessFacts } from './facts.ts';
import { newBrowserNews } from './news.ts';
import type { Sessions } from './sessions.ts';

/** Who comes in, by which route. */
export interface Entering {
  readonly subject: string;
  readonly actor: string;
  readonly route: Identity['Route'];
  readonly esiToken?: string;
}
export interface Refused {
  readonly route: Identity['Route'];
  /** A stable word: `esi_refused`, `wrong_password`, `wrong_code`, `certificate`. */
  readonly reason: string;
  /** Whose account it would have been, where that is known. */
  readonly person?: string;
}

/** The one door: whoever enters or is refused is written down (P573-19d), whoever enters gets a session. */
export interface Entrance {
  enter(request: Request, response: Response, entering: Entering): Promise<void>;
  enterStaff(request: Request, response: Response, staffId: string): Promise<void>;
  refused(request: Request, refused: Refused): Promise<void>;
}

export function openEntrance(parts: {
  readonly provider: CurrentProvider;
  readonly persons: Persons;
  readonly sessions: Sessions;
  readonly facts: AccessFacts;
  readonly clock: Clock;
  readonly tell: Tell;
}): Entrance {
  const { provider, persons, sessions, facts, clock, tell } = parts;
  const warnOf = (fact: AccessFact, { contact }: Person): Promise<void> => {
    const { emessageAddress, email, language } = contact;
    return tell({ phone: emessageAddress, email: [email], language }, newBrowserNews(fact));
  };
  return {
    async enter(request, response, { subject, actor, route, esiToken }) {
      const where = { ...whereabouts(request), at: instant(clock), route };
      const acting = subject === actor ? {} : { actingFor: (await persons.get(subject)).profile.displayName };
      const session = await sessions.open({
        ...where,
        ...acting,
        subject,
        actor,
        ...(esiToken === undefined ? {} : { esiToken }),
      });
      const fact = await facts.add({ ...where, ...acting, outcome: 'entered', person: actor, session });
      // Not waited for: the person is in whether the message gets through or not.
      if (fact.newBrowser === true) void warnOf(fact, await persons.get(actor));
      await finish(provider, request, response, accountOf(subject, actor, session));
    },
    async enterStaff(request, response, staffId) {
      const where = { ...whereabouts(request), at: instant(clock), route: 'staff' } as const;
      const session = await sessions.open({ ...where, subject: staffId, actor: staffId });
      await facts.add({ ...where, outcome: 'entered', person: staffId, session });
      await finish(provider, request, response, staffAccountOf(staffId, session));
    },
    async refused(request, refused) {
      await facts.add({ ...whereabouts(request), at: instant(clock), outcome: 'refused', ...refused });
    },
  };
}

function whereabouts(request: Request): Whereabouts {
  return whereaboutsOf(request.get('User-Agent'), request.ip);
}
