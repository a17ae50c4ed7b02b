import type { Express } from 'express';
import type { Pages, Text } from '@kyzmat/web';
import type { CurrentProvider } from '../oidc/provider.ts';
import { refusedAt, type Mend } from '../codes/mends.ts';
import type { Consents } from '../consents/consents.ts';
import type { Persons } from '../persons/store.ts';
import type { Power } from '../powers/power.ts';
import type { Powers } from '../powers/store.ts';
import { dayText } from '../when.ts';
import type { Entering } from '../sessions/entrance.ts';
import { interactionOf, posted } from './interaction.ts';
import type { Steps } from './steps.ts';

export interface OnwardParts {
  readonly provider: CurrentProvider;
  readonly pages: Pages;
  readonly persons: Persons;
  readonly powers: Powers;
  readonly consents: Consents;
  readonly steps: Steps;
}
/** Where somebody goes who has proved who they are. */
export type Onward = (interaction: string, entering: Entering) => Promise<string>;

/** Who may act for others chooses in whose name they come (P573-8h, P573-15); then the consents are asked. */
export function onwardOf({ powers, steps }: Pick<OnwardParts, 'powers' | 'steps'>): Onward {
  return async (interaction, entering) => {
    const others = await othersFor(powers, entering);
    await steps.put(interaction, { kind: others.length === 0 ? 'consents' : 'names', ...entering });
    return `/interaction/${interaction}/${others.length === 0 ? 'consents' : 'in-whose-name'}`;
  };
}

export function namePages(web: Express, parts: OnwardParts): void {
  const { provider, pages, persons, powers, consents, steps } = parts;
  const address = '/interaction/:uid/in-whose-name';

  async function choices(entering: Entering): Promise<{ value: string; label: string; until?: Text }[]> {
    const [subject, actor, others] = await Promise.all([
      persons.get(entering.subject),
      persons.get(entering.actor),
      othersFor(powers, entering),
    ]);
    const own = subject._id === actor._id ? [actor] : [subject, actor];
    return [
      ...own.map(({ _id, profile }) => ({ value: _id, label: profile.displayName })),
      ...others.map(({ principal, principalName, validUntil }) => ({
        value: principal,
        label: principalName,
        ...(validUntil === undefined ? {} : { until: dayText(validUntil) }),
      })),
    ];
  }

  web.get(address, async (request, response) => {
    const { id } = await interactionOf(provider, request, response);
    const step = await steps.get(id, 'names');
    if (step === undefined) response.redirect(303, `/interaction/${id}`);
    else
      pages.render(response, 'sign-in/names.njk', {
        uid: id,
        choices: await choices(step),
        actor: step.actor,
      });
  });

  web.post(address, async (request, response) => {
    const { id } = await interactionOf(provider, request, response);
    const step = await steps.get(id, 'names');
    if (step === undefined) {
      response.redirect(303, `/interaction/${id}`);
      return;
    }
    const { kind: _, ...entering } = step;
    const offered = await choices(entering);
    const chosen = posted(request, 'name');
    const error = offered.some(({ value }) => value === chosen)
      ? await notReady(chosen, step.actor)
      : mends.none;
    if (error === undefined) {
      await steps.put(id, { kind: 'consents', ...entering, subject: chosen });
      response.redirect(303, `/interaction/${id}/consents`);
      return;
    }
    const view = { uid: id, choices: offered, actor: step.actor, chosen, ...refusedAt('name', error) };
    pages.render(response, 'sign-in/names.njk', view, 422);
  });

  /** What another natural person has to agree to, nobody agrees to in their stead. */
  async function notReady(subject: string, actor: string): Promise<Mend | undefined> {
    if (subject === actor || (await persons.get(subject)).profile.kind === 'legal') return undefined;
    const missing = await consents.missing(subject, actor);
    return missing.some(({ person }) => person === subject) ? mends.noConsents : undefined;
  }
}

async function othersFor(powers: Powers, { subject, actor }: Entering): Promise<readonly Power[]> {
  const all = await powers.inForceFor(actor);
  const first = new Map(all.map((power) => [power.principal, power]));
  return [...first.values()].filter(({ principal }) => principal !== subject);
}

const mends = {
  none: {
    what: {
      ky: 'Кимдин атынан киргениңиз тандалган жок.',
      ru: 'Не выбрано, от чьего имени вы входите.',
      en: 'You have not chosen in whose name you come.',
    },
    mend: {
      ky: 'Тизмеден бирөөнү белгилеңиз.',
      ru: 'Отметьте одно имя в списке.',
      en: 'Choose one name of the list.',
    },
  },
  noConsents: {
    what: {
      ky: 'Бул адам порталдын шарттарына азырынча макул боло элек.',
      ru: 'Этот человек ещё не дал согласий, нужных порталу.',
      en: 'This person has not yet given the consents the portal needs.',
    },
    mend: {
      ky: 'Ал өз кабинетине кирип макулдук берсин, же башка атты тандаңыз.',
      ru: 'Пусть войдёт в свой кабинет и даст их, или выберите другое имя.',
      en: 'Let them sign in and give them, or choose another name.',
    },
  },
} satisfies Record<string, Mend>;
