import { pipeline } from 'node:stream/promises';
import type { Readable } from 'node:stream';
import { instant, systemClock } from '@kyzmat/clock';
import type { Applications } from '@kyzmat/contracts';
import type { FileValue } from '@kyzmat/forms';
import type { Kit } from '@kyzmat/kit';
import mongoose from 'mongoose';
import type { mongo } from 'mongoose';
import { inspector, type Allowed } from './inspect.ts';

/** `waiting`: the scanner will say soon. `unavailable`: it is away. The others are final: content never changes. */
type Scanned = NonNullable<Applications['StoredFile']['scan']>;

export function isFinal(scan: Scanned): boolean {
  return scan === 'clean' || scan === 'infected';
}

export type StoredFile = FileValue & { readonly scan: Scanned };

/** The files uploaded to a draft; kept beside it, so that an upload does not make the open page stale. */
export type FilesOf = (draftId: string) => Promise<readonly StoredFile[]>;

/**
 * What is known of a file. It is there before the first byte is and until the last one is gone, so that no content is
 * ever without a record, whenever the process ends.
 */
export interface Attachment {
  /** Of its content in GridFS too. */
  readonly _id: string;
  /** The draft, and the application that comes of it: they share their id. */
  readonly draftId: string;
  readonly state: 'arriving' | 'stored' | 'removed';
  readonly name: string;
  readonly size: number;
  readonly sha256: string;
  readonly type: string;
  readonly scan: Scanned;
  /** When the sweeper looks whether anything still needs it; absent once an application does. */
  readonly lookAt?: string;
}

export interface Attachments {
  /** Stores a file while it streams in. Throws Problem when it is too large or of a wrong type; then nothing stays. */
  receive(draftId: string, name: string, content: Readable, allowed: Allowed): Promise<Attachment>;
  /** The files a draft may name. */
  ofDraft(draftId: string): Promise<readonly StoredFile[]>;
  byId(fileId: string): Promise<Attachment | undefined>;
  /** What the scanner said; a final verdict stays. */
  scanned(fileId: string, scan: Scanned): Promise<void>;
  /** Files of which the scanner has not said the last word, oldest first. */
  unscanned(limit: number): Promise<readonly Attachment[]>;
  find(draftId: string, fileId: string): Promise<Attachment | undefined>;
  content(fileId: string): Readable;
  /** The draft may name it no more; its content goes when nothing refers to it. */
  remove(fileId: string): Promise<void>;
  /** For the sweeper: files to look at now, oldest first. */
  due(limit: number): Promise<readonly Attachment[]>;
  /** Look again later; never when left out. */
  look(fileId: string, at: string | undefined): Promise<void>;
  /** Content and record go for good. */
  erase(fileId: string): Promise<void>;
  start(): Promise<void>;
}

const minute = 60_000;
/** No upload takes longer; then what has arrived is garbage. */
const arrivesWithinMs = 60 * minute;
export const lookAgainMs = 24 * 60 * minute;

/** Files in GridFS, each with a record. Times here are about uploads and not about law, so they are real ones. */
export function openAttachments(kit: Kit, toScan: (fileId: string) => void = () => undefined): Attachments {
  const { store } = kit;
  const records = store.collection<Attachment>('attachments');
  const bucketName = 'attachments';
  const chunks = store.collection<{ files_id: mongo.ObjectId }>(`${bucketName}.chunks`);
  const heads = store.collection<{ _id: mongo.ObjectId }>(`${bucketName}.files`);
  const database = store.client.db(store.connection.name);
  const bucket = new mongoose.mongo.GridFSBucket(database, { bucketName });
  const key = (id: string): mongo.ObjectId => new mongoose.mongo.ObjectId(id);

  async function eraseContent(id: string): Promise<void> {
    await heads.deleteOne({ _id: key(id) });
    await chunks.deleteMany({ files_id: key(id) });
  }

  async function set(id: string, change: Partial<Attachment>): Promise<void> {
    await records.updateOne({ _id: id }, { $set: change });
  }

  return {
    async receive(draftId, name, content, allowed) {
      const _id = new mongoose.mongo.ObjectId().toHexString();
      const nothingYet = { size: 0, sha256: '', type: '', scan: 'waiting' } as const;
      await records.insertOne({
        ...{ _id, draftId, name, ...nothingYet },
        state: 'arriving',
        lookAt: realTime(arrivesWithinMs),
      });
      const inspection = inspector(allowed);
      try {
        await pipeline(content, inspection.pass, bucket.openUploadStreamWithId(key(_id), _id));
        const stored = {
          ...inspection.found(),
          state: 'stored',
          scan: 'waiting',
          lookAt: realTime(lookAgainMs),
        } as const;
        await set(_id, stored);
        toScan(_id);
        return { _id, draftId, name, ...stored };
      } catch (error) {
        // A last piece may still be on its way to the database: the sweeper erases once more, and then the record.
        await set(_id, { state: 'removed', lookAt: realTime(minute) });
        await eraseContent(_id);
        throw error;
      }
    },
    async ofDraft(draftId) {
      const found = await records.find({ draftId, state: 'stored' }).toArray();
      return found.map(fileOf);
    },
    byId: async (fileId) => (await records.findOne({ _id: fileId })) ?? undefined,
    async scanned(fileId, scan) {
      await records.updateOne({ _id: fileId, scan: { $nin: ['clean', 'infected'] } }, { $set: { scan } });
    },
    unscanned: (limit) =>
      records
        .find({ state: 'stored', scan: { $in: ['waiting', 'unavailable'] } })
        .sort({ _id: 1 })
        .limit(limit)
        .toArray(),
    find: async (draftId, fileId) => (await records.findOne({ _id: fileId, draftId })) ?? undefined,
    content: (fileId) => bucket.openDownloadStream(key(fileId)),
    remove: (fileId) => set(fileId, { state: 'removed', lookAt: realTime(0) }),
    due: (limit) =>
      records
        .find({ lookAt: { $lte: realTime(0) } })
        .sort({ lookAt: 1 })
        .limit(limit)
        .toArray(),
    async look(fileId, lookAt) {
      await records.updateOne(
        { _id: fileId },
        lookAt === undefined ? { $unset: { lookAt: '' } } : { $set: { lookAt } },
      );
    },
    async erase(fileId) {
      await eraseContent(fileId);
      await records.deleteOne({ _id: fileId });
    },
    async start() {
      await records.createIndexes([
        { key: { draftId: 1 } },
        { key: { lookAt: 1 } },
        { key: { scan: 1, _id: 1 } },
      ]);
    },
  };
}

export function realTime(inMs: number): string {
  return instant({ now: () => new Date(systemClock.now().getTime() + inMs) });
}

/** As the form's answers name it, with what the scanner said. */
export function fileOf({ _id, name, size, sha256, type, scan }: Attachment): StoredFile {
  return { fileId: _id, name, size, sha256, type, scan };
}
