import type { Common } from '@kyzmat/contracts';
import type { Kit } from '@kyzmat/kit';
import mongoose from 'mongoose';
import type { mongo } from 'mongoose';

/** What the register of issued results says of one: written once, never changed; only the file itself may go. */
interface Issued {
  /** The application's id: one result an application, however often the work is begun again. */
  readonly _id: string;
  /** What people type to check it. */
  readonly code: string;
  /** Of the whole file, lower-case hex. */
  readonly sha256: string;
  readonly issuedAt: string;
  readonly reference: string;
  readonly serviceTitle: Common['Text'];
  readonly providerName: Common['Text'];
}

/** A document signed by an authorised person (P573-33a). */
export interface IssuedPdf extends Issued {
  readonly signer: { readonly id: string; readonly name: string };
  readonly pdf: mongo.Binary;
}

/** Information from an information system (P573-33b), as the very text that was hashed. */
export interface IssuedInformation extends Issued {
  readonly source: Common['Text'];
  readonly information: string;
}
/** Its person let the file go (P573-49). That it was issued stays: others hold it and must be able to check it (P573-D4). */
export type LetGo = (Omit<IssuedPdf, 'pdf'> | Omit<IssuedInformation, 'information'>) & {
  readonly letGoAt: string;
};
export type IssuedDocument = IssuedPdf | IssuedInformation | LetGo;

/** The register: a document in it counts as given out once its application is completed with it. */
export interface IssuedDocuments {
  /** Stores it; when there is one of this application already, that one stays and is given back. */
  keep(document: IssuedDocument): Promise<IssuedDocument>;
  ofApplication(id: string): Promise<IssuedDocument | undefined>;
  byCode(code: string): Promise<IssuedDocument | undefined>;
  byHash(sha256: string): Promise<IssuedDocument | undefined>;
  /** The file goes; of one that was never given out (its code is not `given`) everything. */
  letGo(id: string, given: string | undefined, at: string): Promise<void>;
  start(): Promise<void>;
}

export function openIssued(kit: Kit): IssuedDocuments {
  const collection = kit.store.collection<IssuedDocument>('results');
  const find = async (filter: mongo.Filter<IssuedDocument>): Promise<IssuedDocument | undefined> =>
    (await collection.findOne(filter, { readConcern: 'majority' })) ?? undefined;
  return {
    async keep(document) {
      try {
        await collection.insertOne(document);
        return document;
      } catch (error) {
        const earlier = isDuplicate(error) ? await find({ _id: document._id }) : undefined;
        if (earlier === undefined) throw error;
        return earlier;
      }
    },
    ofApplication: (id) => find({ _id: id }),
    byCode: (code) => find({ code }),
    byHash: (sha256) => find({ sha256 }),
    async letGo(_id, given, letGoAt) {
      if (given === undefined) await collection.deleteOne({ _id });
      else {
        await collection.deleteOne({ _id, code: { $ne: given } });
        await collection.updateOne({ _id }, { $set: { letGoAt }, $unset: { pdf: '', information: '' } });
      }
    },
    async start() {
      await collection.createIndexes([
        { key: { code: 1 }, unique: true },
        { key: { sha256: 1 }, unique: true },
      ]);
    },
  };
}

function isDuplicate(error: unknown): boolean {
  return error instanceof mongoose.mongo.MongoServerError && error.code === 11_000;
}
