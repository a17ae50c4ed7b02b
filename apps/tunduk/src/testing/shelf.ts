import type { Bytes } from '../cmis/multipart.ts';
import type { Cmis, CmisObject, NewDocument } from '../cmis/types.ts';

/** A document system in memory, as far as a delivery needs one. */
export interface Shelf {
  readonly cmis: Cmis;
  /** What was written, in order: paths, those written again among them. */
  readonly written: string[];
  /** Undefined when nothing is there. */
  read(path: string): string | undefined;
}

interface Kept {
  readonly object: CmisObject;
  readonly bytes?: Uint8Array<ArrayBuffer>;
}

export function openShelf(): Shelf {
  const kept = new Map<string, Kept>([['', { object: objectAt('', 'cmis:folder') }]]);
  const written: string[] = [];
  const none = (): never => {
    throw new Error('A delivery does not ask for this');
  };
  async function keep(path: string, { bytes }: NewDocument): Promise<CmisObject> {
    const object = objectAt(path, 'cmis:document');
    kept.set(path, { object, bytes: await allOf(bytes) });
    written.push(path);
    return object;
  }
  const cmis: Cmis = {
    byPath: (path) => Promise.resolve(kept.get(path)?.object),
    createFolder(parentId, name) {
      const object = objectAt(`${parentId}/${name}`, 'cmis:folder');
      kept.set(object.id, { object });
      return Promise.resolve(object);
    },
    createDocument: (parentId, document) => keep(`${parentId}/${document.name}`, document),
    setContent: keep,
    content: (id) => Promise.resolve(kept.get(id)?.bytes),
    remove: none,
    parentsOf: none,
    query: none,
  };
  return {
    cmis,
    written,
    read(path) {
      const bytes = kept.get(path)?.bytes;
      return bytes && new TextDecoder().decode(bytes);
    },
  };
}

/** Ids are paths here. */
function objectAt(path: string, baseType: string): CmisObject {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return { id: path, name, baseType, path, changeToken: '1', modifiedAt: '2026-03-12T04:00:00.000Z' };
}

async function allOf(bytes: Bytes): Promise<Uint8Array<ArrayBuffer>> {
  if (bytes instanceof Uint8Array) return bytes;
  const parts: Uint8Array[] = [];
  for await (const part of bytes) parts.push(part);
  return new Uint8Array(Buffer.concat(parts));
}
