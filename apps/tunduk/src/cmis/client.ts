import { multipart, type FilePart } from './multipart.ts';
import { readObject, readRow, readRows } from './read.ts';
import { CmisFault, type Cmis, type CmisObject, type CmisSend, type NewDocument } from './types.ts';

/** Opens one repository. `send` carries requests, for example over X-Road. */
export function openCmis(repositoryId: string, send: CmisSend): Cmis {
  const repository = `/${encodeURIComponent(repositoryId)}`;
  const at = (path: string, query: Readonly<Record<string, string>>): string =>
    `${repository}${path}?${new URLSearchParams(query).toString()}`;
  const object = (id: string, selector: string): string =>
    at('/root', { objectId: id, cmisselector: selector, succinct: 'true' });

  async function act(
    id: string,
    action: string,
    texts: Readonly<Record<string, string>>,
    file?: FilePart,
  ): Promise<Response> {
    const { contentType, body } = multipart({ cmisaction: action, succinct: 'true', ...texts }, file);
    const path = at('/root', { objectId: id });
    const response = await send({ method: 'POST', path, contentType, body });
    if (response === undefined) throw new CmisFault('objectNotFound', 404, 'The object is not there');
    return response;
  }

  const objectOf = async (response: Response): Promise<CmisObject> => readObject(await response.json());

  return {
    async byPath(path) {
      const encoded = path.split('/').map(encodeURIComponent).join('/');
      const query = { cmisselector: 'object', succinct: 'true' };
      const response = await send({ method: 'GET', path: at(`/root${encoded}`, query) });
      return response && objectOf(response);
    },
    async createFolder(parentId, name) {
      return objectOf(await act(parentId, 'createFolder', named('cmis:folder', name)));
    },
    async createDocument(parentId, document) {
      const texts = { ...named('cmis:document', document.name), versioningState: 'none' };
      return objectOf(await act(parentId, 'createDocument', texts, document));
    },
    async setContent(id, document: NewDocument) {
      return objectOf(await act(id, 'setContent', { overwriteFlag: 'true' }, document));
    },
    async remove(id) {
      try {
        const response = await act(id, 'delete', { allVersions: 'true' });
        await response.body?.cancel();
      } catch (error) {
        if (!(error instanceof CmisFault && error.exception === 'objectNotFound')) throw error;
      }
    },
    async content(id) {
      const response = await send({ method: 'GET', path: object(id, 'content') });
      return response && new Uint8Array(await response.arrayBuffer());
    },
    async parentsOf(id) {
      const response = await send({ method: 'GET', path: object(id, 'parents') });
      return response === undefined ? [] : readRows(await response.json()).rows.map(readRow);
    },
    async query(statement, { skip, max }) {
      const path = at('', {
        cmisselector: 'query',
        q: statement,
        skipCount: String(skip),
        maxItems: String(max),
        succinct: 'true',
      });
      const response = await send({ method: 'GET', path });
      if (response === undefined) return { objects: [], more: false };
      const { rows, more } = readRows(await response.json());
      return { objects: rows.map(readRow), more };
    },
  };
}

function named(type: string, name: string): Record<string, string> {
  return {
    'propertyId[0]': 'cmis:objectTypeId',
    'propertyValue[0]': type,
    'propertyId[1]': 'cmis:name',
    'propertyValue[1]': name,
  };
}

/** A text in a statement of the query language. */
export function quotedText(text: string): string {
  return `'${text.replaceAll(/['\\]/gu, '\\$&')}'`;
}
