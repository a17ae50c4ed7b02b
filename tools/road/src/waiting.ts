import type { Applications, Notifications } from '@kyzmat/contracts';
import { dataOf } from '@kyzmat/http';
import { eventually } from '@kyzmat/testing/eventually';
import type { Citizen } from './citizen.ts';

/** Waits until something holds, with its name in the message when it never does. */
export async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  await eventually(holds, { what });
}

/** Waits until the application stands at a stage, as its user sees it. */
export async function stageOf(
  { applications }: Citizen,
  id: string,
  stage: Applications['ApplicationView']['stage'],
): Promise<void> {
  await until(`stage ${stage}`, async () => {
    const view = dataOf(await applications.GET('/applications/{id}', { params: { path: { id } } }));
    return view.stage === stage;
  });
}

/** Waits until the cabinet has notices of these kinds, and gives all of the application; no kind is there twice. */
export async function noticesOf(
  { notifications }: Citizen,
  applicationId: string,
  kinds: readonly string[],
): Promise<readonly Notifications['Notice'][]> {
  return eventually(
    async () => {
      const params = { query: { applicationId, limit: 100 } };
      const { notices } = dataOf(await notifications.GET('/notices', { params }));
      const found = notices.map(({ kind }) => kind);
      if (new Set(found).size !== found.length)
        throw new Error(`A notice is there twice: ${found.join(', ')}`);
      if (!kinds.every((kind) => found.includes(kind))) throw new Error(`Only ${found.join(', ')}`);
      return notices;
    },
    { what: `notices ${kinds.join(', ')}` },
  );
}
