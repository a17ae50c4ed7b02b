import type { Caller } from '@kyzmat/auth';
import type { Identity, IdentityApi } from '@kyzmat/contracts';
import { notFound, Problem } from '@kyzmat/http';
import type { Act, Journal } from '@kyzmat/journal';
import type { ContractRoutes } from '@kyzmat/kit';
import { may, type Action } from '@kyzmat/policy';
import type { Person } from './person.ts';
import type { Persons } from './store.ts';

/**
 * Profiles go to the person and to the processes that need them for their work, and to nobody else (P573-8e); the journal
 * knows of it before (P573-19d).
 */
export function personRoutes(
  routes: ContractRoutes<IdentityApi>,
  persons: Persons,
  journal: Pick<Journal, 'gives' | 'refuses'>,
): void {
  const own = async (caller: Caller, id: string, act: Act, toProcesses?: Action): Promise<Person> => {
    const self = caller.role === 'user' && (caller.subject === id || caller.actor === id);
    const work = toProcesses !== undefined && may(caller, toProcesses).allowed;
    const person = await persons.get(id);
    if (self || work) {
      await journal.gives(caller, { subject: id, act });
      return person;
    }
    await journal.refuses(caller, { subject: id, act });
    // Another person's id is answered as if it did not exist.
    throw notFound('No such person.');
  };

  routes.get('/persons/{id}/profile', async ({ caller, params }) =>
    profileOf(await own(caller, params.id, 'profile.read', 'profile.give')),
  );
  routes.get(
    '/persons/{id}/contact',
    async ({ caller, params }) => (await own(caller, params.id, 'contact.read', 'contact.give')).contact,
  );
  routes.put('/persons/{id}/contact', async ({ caller, params, body }) => {
    const { contact } = await own(caller, params.id, 'contact.read');
    // Named one by one: addresses change only with a code that proves them.
    const { language, channels } = body;
    if (channels?.includes('email') === true && contact.email === undefined) {
      throw new Problem(422, 'no_email', undefined, { message: noEmail });
    }
    return (await persons.changeContact(params.id, { language, channels })).contact;
  });
}

function profileOf({ _id, profile }: Person): Identity['Profile'] {
  return { id: _id, ...profile };
}

const noEmail = {
  ky: 'Кат жибере турган электрондук дарегиңиз жок. Адегенде дарегиңизди кошуңуз.',
  ru: 'Нет адреса, на который слать письма. Сначала добавьте адрес.',
  en: 'There is no address to send e-mail to. Add one first.',
};
