import type { Applications, ApplicationsApi, ProvidersApi } from '@kyzmat/contracts';
import { dataOf } from '@kyzmat/http';
import type { World } from '@kyzmat/world';
import { clientOf } from './clients.ts';

type View = Applications['ApplicationView'];
type CommandBody = Applications['CommandRequest']['command'];

/** A member of a provider's staff at the desk. */
export interface Clerk {
  readonly id: string;
  look(applicationId: string): Promise<View>;
  /** Gives a command upon the version as it stands now. */
  act(applicationId: string, command: CommandBody): Promise<View>;
}

export function clerkOf(world: World, id: string, provider: string): Clerk {
  const principal = { subject: id, actor: id, role: 'executor', provider } as const;
  const applications = clientOf<ApplicationsApi>(world, 'desk', 'applications', principal);
  const look = async (applicationId: string): Promise<View> => {
    const params = { path: { id: applicationId }, query: { language: 'ru' as const } };
    return dataOf(await applications.GET('/applications/{id}', { params }));
  };
  return {
    id,
    look,
    async act(applicationId, command) {
      const { version } = await look(applicationId);
      const params = { path: { id: applicationId } };
      return dataOf(
        await applications.POST('/applications/{id}/commands', { params, body: { version, command } }),
      );
    },
  };
}

/** The operator at the desk, before the register of providers. */
export function operatorOf(world: World): ReturnType<typeof clientOf<ProvidersApi>> {
  return clientOf<ProvidersApi>(world, 'desk', 'providers', { subject: 'operator', role: 'operator' });
}
