import type { Caller, ProcessName } from '@kyzmat/auth';
import type { Identity, IdentityApi } from '@kyzmat/contracts';
import { notFound } from '@kyzmat/http';
import type { ContractRoutes } from '@kyzmat/kit';
import type { Person } from './person.ts';
import type { Persons } from './store.ts';

/** Profiles go to the person and to the processes that need them for their work, and to nobody else (P573-8e). */
export function personRoutes(routes: ContractRoutes<IdentityApi>, persons: Persons): void {
  const own = async (caller: Caller, id: string, processes: readonly ProcessName[]): Promise<Person> => {
    const self = caller.role === 'user' && (caller.subject === id || caller.actor === id);
    const work = caller.role === 'system' && processes.includes(caller.process);
    // Another person's id is answered as if it did not exist.
    if (!self && !work) throw notFound('No such person.');
    return persons.get(id);
  };

  routes.get('/persons/{id}/profile', async ({ caller, params }) =>
    profileOf(await own(caller, params.id, ['applications', 'payments'])),
  );
  routes.get(
    '/persons/{id}/contact',
    async ({ caller, params }) => (await own(caller, params.id, ['notifications'])).contact,
  );
  routes.put('/persons/{id}/contact', async ({ caller, params, body }) => {
    await own(caller, params.id, []);
    // Named one by one: where codes go is not in the person's hands, nor in those of who took over the browser.
    const { language, email, phone, channels } = body;
    const change = { language, email, phone, channels };
    return (await persons.changeContact(params.id, change)).contact;
  });
  routes.get('/persons/{id}/consents', async ({ caller, params }) => ({
    consents: [...(await own(caller, params.id, [])).consents],
  }));
}

function profileOf({ _id, profile }: Person): Identity['Profile'] {
  return { id: _id, ...profile };
}
