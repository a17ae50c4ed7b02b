import type { Store } from '@kyzmat/store';
import type { Adapter, AdapterFactory, AdapterPayload } from 'oidc-provider';

interface StoredModel {
  readonly _id: string;
  readonly payload: AdapterPayload;
  readonly expiresAt: Date | null;
}

/** Where the OpenID provider keeps its sessions, codes and grants. */
export interface OidcStore {
  readonly adapter: AdapterFactory;
  ensureIndexes(): Promise<void>;
  /** Ends every session, code and token of the accounts whose names begin so, at once. */
  endAllOf(start: string): Promise<void>;
}

export function openOidcStore(store: Store): OidcStore {
  const collection = store.collection<StoredModel>('oidc');
  const payloadOf = (found: StoredModel | null): AdapterPayload | undefined => found?.payload;

  const adapter = (model: string): Adapter => {
    const key = (id: string): string => `${model}:${id}`;
    return {
      async upsert(id, payload, expiresIn) {
        // Some models never expire: they come without a number.
        const expiresAt = expiresIn === undefined ? null : new Date(Date.now() + expiresIn * 1000);
        await collection.updateOne({ _id: key(id) }, { $set: { payload, expiresAt } }, { upsert: true });
      },
      find: async (id) => payloadOf(await collection.findOne({ _id: key(id) })),
      findByUid: async (uid) => payloadOf(await collection.findOne({ 'payload.uid': uid })),
      findByUserCode: async (userCode) =>
        payloadOf(await collection.findOne({ 'payload.userCode': userCode })),
      async consume(id) {
        await collection.updateOne(
          { _id: key(id) },
          { $set: { 'payload.consumed': Math.floor(Date.now() / 1000) } },
        );
      },
      async destroy(id) {
        await collection.deleteOne({ _id: key(id) });
      },
      async revokeByGrantId(grantId) {
        await collection.deleteMany({ 'payload.grantId': grantId });
      },
    };
  };

  return {
    adapter,
    async ensureIndexes() {
      await collection.createIndex({ expiresAt: 1 }, { expireAfterSeconds: 0 });
      await collection.createIndex({ 'payload.uid': 1 }, { sparse: true });
      await collection.createIndex({ 'payload.grantId': 1 }, { sparse: true });
      await collection.createIndex({ 'payload.accountId': 1 }, { sparse: true });
    },
    async endAllOf(start) {
      // A range and no pattern: a name may hold any sign.
      await collection.deleteMany({ 'payload.accountId': { $gte: start, $lt: `${start}\uffff` } });
    },
  };
}
