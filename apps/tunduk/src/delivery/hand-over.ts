import { systemCaller, type Act, type Journal } from '@kyzmat/journal';
import type { Kit } from '@kyzmat/kit';

/** Whose data go to which provider, for which application. */
interface Handed {
  readonly applicationId: string;
  readonly providerId: string;
  readonly ownerId?: string;
  readonly reference: string;
}

/**
 * P573-13c: that a document with somebody's data goes to a document system is written down before its first byte does. A
 * document system takes part in no transaction of ours; so the entry comes first, and stands once however often the same
 * document is tried again.
 */
export type HandOver = (
  handed: Handed,
  act: Act,
  document: string,
  fields?: readonly string[],
) => Promise<void>;

export function openHandOver({ name }: Pick<Kit, 'name'>, journal: Pick<Journal, 'gives'>): HandOver {
  return async ({ applicationId, providerId, ownerId, reference }, act, document, fields) => {
    // Its person has let it go; nothing of it is on its way any more.
    if (ownerId === undefined) throw new Error('Whose data they are is not known any more');
    await journal.gives(systemCaller(name), {
      subject: ownerId,
      act,
      provider: providerId,
      application: applicationId,
      reference,
      once: `${applicationId}:${document}`,
      ...(fields === undefined ? {} : { fields }),
    });
  };
}
