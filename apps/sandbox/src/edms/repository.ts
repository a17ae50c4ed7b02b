import { randomUUID } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import type { Store } from '@kyzmat/store';
import { mongo } from 'mongoose';

/** A folder or a document of the stand-in's repository. */
export interface EdmsObject {
  readonly _id: string;
  readonly kind: 'cmis:folder' | 'cmis:document';
  readonly name: string;
  /** Null for the root. */
  readonly parentId: string | null;
  /** Of folders. */
  readonly path: string | null;
  readonly type: string | null;
  readonly size: number;
  /** The bytes, in GridFS. */
  readonly contentId: mongo.ObjectId | null;
  readonly createdAt: Date;
  readonly modifiedAt: Date;
  /** Counts changes. */
  readonly changes: number;
}

export interface Content {
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** What CMIS calls an exception. */
export class EdmsFault extends Error {
  readonly status: number;
  readonly exception: string;

  constructor(status: number, exception: string, message: string) {
    super(message);
    this.status = status;
    this.exception = exception;
  }
}

export interface Repository {
  prepare(): Promise<void>;
  /** Throws EdmsFault `objectNotFound`. */
  get(id: string): Promise<EdmsObject>;
  /** Below the root: `/kyzmat/…`; the root itself is empty. */
  atPath(path: string): Promise<EdmsObject>;
  childrenOf(id: string): Promise<readonly EdmsObject[]>;
  createFolder(parentId: string, name: string): Promise<EdmsObject>;
  createDocument(parentId: string, name: string, content: Content): Promise<EdmsObject>;
  setContent(id: string, content: Content): Promise<EdmsObject>;
  remove(id: string): Promise<void>;
  bytesOf(object: EdmsObject): Promise<Buffer>;
  /** Documents changed at or after a moment, oldest change first. */
  changedSince(
    since: Date,
    names: readonly string[] | undefined,
    page: { skip: number; max: number },
  ): Promise<{ readonly found: readonly EdmsObject[]; readonly total: number }>;
}

export const rootId = 'root';

export function openRepository(store: Store): Repository {
  const objects = store.collection<EdmsObject>('edms_objects');
  const files = new mongo.GridFSBucket(store.client.db(store.connection.name), { bucketName: 'edms_files' });

  async function get(id: string): Promise<EdmsObject> {
    const found = await objects.findOne({ _id: id });
    if (found === null) throw notThere();
    return found;
  }

  async function keep({ bytes }: Content): Promise<mongo.ObjectId> {
    const upload = files.openUploadStream('content');
    await new Promise<void>((resolve, reject) => {
      upload.once('error', reject).once('finish', () => resolve());
      upload.end(bytes);
    });
    return upload.id;
  }

  async function add(parentId: string, name: string, rest: Partial<EdmsObject>): Promise<EdmsObject> {
    const parent = await get(parentId);
    if (parent.kind !== 'cmis:folder') throw new EdmsFault(409, 'constraint', 'The parent is no folder');
    if (!/^[^/\\]{1,200}$/u.test(name)) throw new EdmsFault(409, 'nameConstraintViolation', 'Not a name');
    const now = new Date();
    const object: EdmsObject = {
      _id: randomUUID(),
      kind: 'cmis:document',
      name,
      parentId,
      path: null,
      type: null,
      size: 0,
      contentId: null,
      createdAt: now,
      modifiedAt: now,
      changes: 1,
      ...rest,
    };
    try {
      await objects.insertOne(object);
    } catch (error) {
      if (!(error instanceof mongo.MongoServerError) || error.code !== 11000) throw error;
      throw new EdmsFault(409, 'nameConstraintViolation', 'Something of this name is there already');
    }
    return object;
  }

  return {
    get,
    async prepare() {
      await objects.createIndex({ parentId: 1, name: 1 }, { unique: true }, {});
      await objects.createIndex({ modifiedAt: 1 }, {}, {});
      await objects.createIndex({ path: 1 }, {}, {});
      const now = new Date();
      const root: Omit<EdmsObject, '_id'> = {
        kind: 'cmis:folder',
        name: '',
        parentId: null,
        path: '/',
        type: null,
        size: 0,
        contentId: null,
        createdAt: now,
        modifiedAt: now,
        changes: 1,
      };
      await objects.updateOne({ _id: rootId }, { $setOnInsert: root }, { upsert: true });
    },
    async atPath(path) {
      let object = await get(rootId);
      for (const name of path.split('/').filter((part) => part !== '')) {
        const child = await objects.findOne({ parentId: object._id, name });
        if (child === null) throw notThere();
        object = child;
      }
      return object;
    },
    childrenOf: (id) => objects.find({ parentId: id }).sort({ createdAt: 1 }).toArray(),
    async createFolder(parentId, name) {
      const { path } = await get(parentId);
      return add(parentId, name, {
        kind: 'cmis:folder',
        path: `${path === '/' ? '' : (path ?? '')}/${name}`,
      });
    },
    async createDocument(parentId, name, content) {
      const contentId = await keep(content);
      return add(parentId, name, { type: content.type, size: content.bytes.length, contentId });
    },
    async setContent(id, content) {
      const contentId = await keep(content);
      const changed = await objects.findOneAndUpdate(
        { _id: id, kind: 'cmis:document' },
        {
          $set: { contentId, type: content.type, size: content.bytes.length, modifiedAt: new Date() },
          $inc: { changes: 1 },
        },
        { returnDocument: 'after' },
      );
      if (changed === null) throw notThere();
      return changed;
    },
    async remove(id) {
      const { deletedCount } = await objects.deleteOne({ _id: id, kind: 'cmis:document' });
      if (deletedCount === 0) throw notThere();
    },
    async bytesOf({ contentId }) {
      if (contentId === null) return Buffer.alloc(0);
      return buffer(files.openDownloadStream(contentId));
    },
    async changedSince(since, names, { skip, max }) {
      const filter: mongo.Filter<EdmsObject> = {
        kind: 'cmis:document',
        modifiedAt: { $gte: since },
        ...(names === undefined ? {} : { name: { $in: [...names] } }),
      };
      const [found, total] = await Promise.all([
        objects.find(filter).sort({ modifiedAt: 1, _id: 1 }).skip(skip).limit(max).toArray(),
        objects.countDocuments(filter),
      ]);
      return { found, total };
    },
  };
}

function notThere(): EdmsFault {
  return new EdmsFault(404, 'objectNotFound', 'The object is not there');
}
