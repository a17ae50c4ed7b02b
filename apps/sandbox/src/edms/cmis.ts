import { timingSafeEqual } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import busboy from 'busboy';
import { Router, type ErrorRequestHandler, type Request, type RequestHandler, type Response } from 'express';
import { queryText } from '../input.ts';
import { readQuery } from './query.ts';
import { EdmsFault, rootId, type Content, type EdmsObject, type Repository } from './repository.ts';

export const repositoryId = 'kyzmat';
const usualPage = 100;

/** The part of CMIS 1.1's browser binding that exchanging documents needs, always in the succinct form. */
export function cmisRouter(repository: Repository, account: () => string, baseUrl: string): Router {
  const router = Router();
  router.use(basic(account));
  router.get('/', (_request, response) => void response.json({ [repositoryId]: infoOf(baseUrl) }));
  router.get(`/${repositoryId}`, (request, response) =>
    repositoryInformation(repository, baseUrl, request, response),
  );
  router.get(`/${repositoryId}/root{/*path}`, (request, response) => read(repository, request, response));
  router.post(`/${repositoryId}/root{/*path}`, (request, response) => act(repository, request, response));
  router.use(() => {
    throw new EdmsFault(404, 'objectNotFound', 'No such address');
  });
  router.use(faults);
  return router;
}

async function repositoryInformation(
  repository: Repository,
  baseUrl: string,
  request: Request,
  response: Response,
): Promise<void> {
  const selector = queryText(request.query['cmisselector']) ?? 'repositoryInfo';
  if (selector === 'repositoryInfo') {
    response.json({ [repositoryId]: infoOf(baseUrl) });
    return;
  }
  if (selector !== 'query') throw notSupported(selector);
  const { since, names } = readQuery(queryText(request.query['q']) ?? '');
  const skip = Number(queryText(request.query['skipCount']) ?? 0);
  const max = Number(queryText(request.query['maxItems']) ?? usualPage);
  const { found, total } = await repository.changedSince(since, names, { skip, max });
  response.json({ results: found.map(succinct), hasMoreItems: skip + found.length < total, numItems: total });
}

async function read(repository: Repository, request: Request, response: Response): Promise<void> {
  const object = await addressed(repository, request);
  const selector = queryText(request.query['cmisselector']) ?? 'object';
  switch (selector) {
    case 'object':
      response.json(succinct(object));
      return;
    case 'properties':
      response.json(succinct(object).succinctProperties);
      return;
    case 'children': {
      const children = await repository.childrenOf(object._id);
      response.json({ objects: children.map((child) => ({ object: succinct(child) })), hasMoreItems: false });
      return;
    }
    case 'parents':
      response.json(
        object.parentId === null ? [] : [{ object: succinct(await repository.get(object.parentId)) }],
      );
      return;
    case 'content':
      response.type(object.type ?? 'application/octet-stream').send(await repository.bytesOf(object));
      return;
    default:
      throw notSupported(selector);
  }
}

async function act(repository: Repository, request: Request, response: Response): Promise<void> {
  const { text, content } = await formOf(request);
  const object = await addressed(repository, request, text('objectId'));
  const action = text('cmisaction') ?? '';
  switch (action) {
    case 'createFolder':
      response.status(201).json(succinct(await repository.createFolder(object._id, nameIn(text))));
      return;
    case 'createDocument': {
      const document = await repository.createDocument(object._id, nameIn(text), content());
      response.status(201).json(succinct(document));
      return;
    }
    case 'setContent':
      response.status(201).json(succinct(await repository.setContent(object._id, content())));
      return;
    case 'delete':
      await repository.remove(object._id);
      response.status(200).end();
      return;
    default:
      throw notSupported(action);
  }
}

interface Form {
  readonly text: (name: string) => string | undefined;
  readonly content: () => Content;
}

async function formOf(request: Request): Promise<Form> {
  const texts = new Map<string, string>();
  let given: Promise<Content> | undefined;
  try {
    const form = busboy({ headers: request.headers, defParamCharset: 'utf8' });
    form.on('field', (name, value) => texts.set(name, value));
    form.on('file', (_name, stream, { mimeType }) => {
      given = buffer(stream).then((bytes) => ({ type: mimeType, bytes }));
    });
    await pipeline(request, form);
  } catch {
    throw new EdmsFault(400, 'invalidArgument', 'The body is no form');
  }
  const content = await given;
  return {
    text: (name) => texts.get(name),
    content() {
      if (content === undefined) throw new EdmsFault(400, 'invalidArgument', 'There is no content');
      return content;
    },
  };
}

/** The name among properties that are numbered in any order. */
function nameIn(text: Form['text']): string {
  for (let place = 0; ; place++) {
    const id = text(`propertyId[${place}]`);
    if (id === undefined) throw new EdmsFault(400, 'invalidArgument', 'There is no cmis:name');
    if (id === 'cmis:name') return text(`propertyValue[${place}]`) ?? '';
  }
}

function addressed(repository: Repository, request: Request, posted?: string): Promise<EdmsObject> {
  const id = queryText(request.query['objectId']) ?? posted;
  if (id !== undefined) return repository.get(id);
  const path: unknown = request.params['path'];
  return repository.atPath(Array.isArray(path) ? path.join('/') : '');
}

function succinct(object: EdmsObject): { readonly succinctProperties: Readonly<Record<string, unknown>> } {
  const { _id, kind, name, parentId, path, type, size, createdAt, modifiedAt, changes } = object;
  return {
    succinctProperties: {
      'cmis:objectId': _id,
      'cmis:baseTypeId': kind,
      'cmis:objectTypeId': kind,
      'cmis:name': name,
      'cmis:creationDate': createdAt.getTime(),
      'cmis:lastModificationDate': modifiedAt.getTime(),
      'cmis:changeToken': String(changes),
      ...(kind === 'cmis:folder'
        ? { 'cmis:path': path, 'cmis:parentId': parentId }
        : { 'cmis:contentStreamLength': size, 'cmis:contentStreamMimeType': type }),
    },
  };
}

function infoOf(baseUrl: string): object {
  return {
    repositoryId,
    repositoryName: 'Демо',
    cmisVersionSupported: '1.1',
    rootFolderId: rootId,
    repositoryUrl: `${baseUrl}/edms/cmis/browser/${repositoryId}`,
    rootFolderUrl: `${baseUrl}/edms/cmis/browser/${repositoryId}/root`,
  };
}

function basic(account: () => string): RequestHandler {
  return (request, response, next) => {
    const given = Buffer.from(request.get('Authorization') ?? '');
    const wanted = Buffer.from(`Basic ${Buffer.from(account()).toString('base64')}`);
    if (given.length === wanted.length && timingSafeEqual(given, wanted)) {
      next();
      return;
    }
    response.set('WWW-Authenticate', 'Basic realm="EDMS"');
    response.status(401).json({ exception: 'permissionDenied', message: 'Who are you?' });
  };
}

const faults: ErrorRequestHandler = (error: unknown, _request, response, next) => {
  if (!(error instanceof EdmsFault)) {
    next(error);
    return;
  }
  response.status(error.status).json({ exception: error.exception, message: error.message });
};

function notSupported(what: string): EdmsFault {
  return new EdmsFault(405, 'notSupported', `This stand-in does not know "${what}"`);
}
