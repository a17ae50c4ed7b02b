import { EdmsFault, type EdmsObject, type Repository } from './repository.ts';

/** Employees of the demo provider that works here, as the portal knows them. */
export const clerks = ['ermek', 'asel'] as const;
export const signers = ['asel'] as const;

/** An application as it lies in the clerk's folder. */
export interface Case {
  readonly reference: string;
  readonly request: unknown;
  readonly registration: unknown;
  readonly refusal: unknown;
  readonly answer: unknown;
  readonly error: unknown;
  /** What the portal told since, in order. */
  readonly news: readonly unknown[];
  readonly documents: readonly EdmsObject[];
  readonly arrivedAt: Date;
}

/** What clerks do with the repository: they read what arrived and write their answers beside it. */
export interface Clerk {
  inbox(): Promise<readonly Case[]>;
  open(reference: string): Promise<Case>;
  document(reference: string, name: string): Promise<{ readonly type: string; readonly bytes: Buffer }>;
  write(reference: string, name: string, value: object): Promise<void>;
}

const folderPath = '/kyzmat';
const shown = 100;

export function openClerk(repository: Repository): Clerk {
  async function folders(): Promise<readonly EdmsObject[]> {
    try {
      const children = await repository.childrenOf((await repository.atPath(folderPath))._id);
      return children.toReversed().slice(0, shown);
    } catch (error) {
      if (error instanceof EdmsFault) return [];
      throw error;
    }
  }

  async function caseOf(folder: EdmsObject): Promise<Case> {
    const documents = await repository.childrenOf(folder._id);
    const named = async (name: string): Promise<unknown> => {
      const document = documents.find((each) => each.name === name);
      return document && json(await repository.bytesOf(document));
    };
    const news = documents
      .filter(({ name }) => name.startsWith('status-'))
      .map(async (document) => json(await repository.bytesOf(document)));
    const [request, registration, refusal, answer, error] = await Promise.all(
      ['request', 'registration', 'refusal', 'answer', 'error'].map((name) => named(`${name}.json`)),
    );
    return {
      reference: folder.name,
      request,
      registration,
      refusal,
      answer,
      error,
      news: await Promise.all(news),
      documents,
      arrivedAt: folder.createdAt,
    };
  }

  const folderOf = (reference: string): Promise<EdmsObject> =>
    repository.atPath(`${folderPath}/${reference}`);

  return {
    // The request comes last: without it the application is still on its way.
    inbox: async () =>
      (await Promise.all((await folders()).map(caseOf))).filter(({ request }) => request !== undefined),
    open: async (reference) => caseOf(await folderOf(reference)),
    async document(reference, name) {
      const object = await repository.atPath(`${folderPath}/${reference}/${name}`);
      return { type: object.type ?? 'application/octet-stream', bytes: await repository.bytesOf(object) };
    },
    async write(reference, name, value) {
      const folder = await folderOf(reference);
      const bytes = Buffer.from(`${JSON.stringify(value, undefined, 2)}\n`);
      const content = { type: 'application/json', bytes };
      const there = (await repository.childrenOf(folder._id)).find((each) => each.name === name);
      if (there === undefined) await repository.createDocument(folder._id, name, content);
      else await repository.setContent(there._id, content);
    },
  };
}

function json(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
}
