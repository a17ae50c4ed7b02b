import { CmisFault, type Cmis, type CmisObject, type NewDocument } from './types.ts';

/** The folder at a path; what of it is missing is made. Two who do it at once get the same. */
export async function folderAt(cmis: Cmis, path: string): Promise<CmisObject> {
  const found = await cmis.byPath(path);
  if (found !== undefined) return found;
  const cut = path.lastIndexOf('/');
  if (cut < 0) throw new CmisFault('objectNotFound', 404, 'The repository has no root folder');
  const parent = await folderAt(cmis, path.slice(0, cut));
  return unlessThere(cmis, path, () => cmis.createFolder(parent.id, path.slice(cut + 1)));
}

/** Puts a document into a folder once: what is there already is judged by the caller. */
export async function putOnce(
  cmis: Cmis,
  folder: CmisObject,
  path: string,
  document: Omit<NewDocument, 'bytes'> & { readonly bytes: () => Promise<NewDocument['bytes']> },
): Promise<{ readonly object: CmisObject; readonly existed: boolean }> {
  const documentPath = `${path}/${document.name}`;
  const found = await cmis.byPath(documentPath);
  if (found !== undefined) return { object: found, existed: true };
  const bytes = await document.bytes();
  let made = false;
  const object = await unlessThere(cmis, documentPath, async () => {
    const created = await cmis.createDocument(folder.id, { ...document, bytes });
    made = true;
    return created;
  });
  return { object, existed: !made };
}

/** Writes a document whatever was there under its name. */
export async function putLast(
  cmis: Cmis,
  folder: CmisObject,
  path: string,
  document: NewDocument,
): Promise<void> {
  const found = await cmis.byPath(`${path}/${document.name}`);
  if (found === undefined) await cmis.createDocument(folder.id, document);
  else await cmis.setContent(found.id, document);
}

/** Somebody may have been faster, or an answer of ours was lost: then what is there is what we want. */
async function unlessThere(cmis: Cmis, path: string, make: () => Promise<CmisObject>): Promise<CmisObject> {
  try {
    return await make();
  } catch (error) {
    const found = error instanceof CmisFault ? await cmis.byPath(path) : undefined;
    if (found === undefined) throw error;
    return found;
  }
}
