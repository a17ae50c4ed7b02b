import { randomUUID } from 'node:crypto';
import type { Store } from '@kyzmat/store';

/** A charge as the stand-in of the e-payment system knows it. */
interface EPaymentCharge {
  readonly _id: string;
  readonly payerId: string;
  /** In tyiyn. */
  readonly amountTyiyn: number;
  readonly description: { readonly ky: string; readonly ru: string };
  readonly returnUrl: string;
  readonly callbackUrl: string;
  /** The payer's account takes no money: a refund is refused. */
  readonly accountClosed?: boolean;
  /** What was last decided; undefined while the payer has not. */
  readonly message?: EPaymentNews;
  /** News the charge's owner has not taken yet, with the tries so far. */
  readonly undelivered: readonly {
    readonly news: EPaymentNews;
    readonly tries: number;
    readonly nextAt: Date;
  }[];
}
export interface EPaymentNews {
  readonly messageId: string;
  readonly chargeId: string;
  readonly state: 'paid' | 'failed' | 'refunded';
  readonly amountTyiyn: number;
  readonly at: string;
  readonly confirmationId?: string;
}

export interface EPaymentCharges {
  ensureIndexes(): Promise<void>;
  get(id: string): Promise<EPaymentCharge | undefined>;
  register(charge: Omit<EPaymentCharge, 'message' | 'undelivered' | 'accountClosed'>): Promise<void>;
  /** Decides, once in each direction; the owner is told until it listens. */
  decide(id: string, state: EPaymentNews['state'], at: string): Promise<EPaymentNews | undefined>;
  turnAccount(id: string, closed: boolean): Promise<void>;
  due(now: Date): Promise<readonly EPaymentCharge[]>;
  delivered(id: string, messageId: string): Promise<void>;
  tryLater(id: string, messageId: string, tries: number, nextAt: Date): Promise<void>;
}

/** From which states a decision may follow: money is taken once and given back once. */
const before: Readonly<Record<EPaymentNews['state'], readonly (string | undefined)[]>> = {
  paid: [undefined, 'failed'],
  failed: [undefined, 'failed'],
  refunded: ['paid'],
};

export function openEPaymentCharges(store: Store): EPaymentCharges {
  const collection = store.collection<EPaymentCharge>('e_payment_charges');
  return {
    async ensureIndexes() {
      await collection.createIndex({ 'undelivered.nextAt': 1 });
    },
    get: async (id) => (await collection.findOne({ _id: id })) ?? undefined,
    async register({ _id, ...charge }) {
      await collection.updateOne({ _id }, { $setOnInsert: { ...charge, undelivered: [] } }, { upsert: true });
    },
    async decide(id, state, at) {
      const charge = await collection.findOne({ _id: id });
      if (charge === null || !before[state].includes(charge.message?.state)) return undefined;
      const news: EPaymentNews = {
        messageId: randomUUID(),
        chargeId: id,
        state,
        amountTyiyn: charge.amountTyiyn,
        at,
        ...(state === 'failed' ? {} : { confirmationId: `EP-${randomUUID().slice(0, 8).toUpperCase()}` }),
      };
      const was = charge.message?.messageId;
      const { modifiedCount } = await collection.updateOne(
        { _id: id, ...(was === undefined ? { message: { $exists: false } } : { 'message.messageId': was }) },
        { $set: { message: news }, $push: { undelivered: { news, tries: 0, nextAt: new Date() } } },
      );
      return modifiedCount === 1 ? news : undefined;
    },
    async turnAccount(id, accountClosed) {
      await collection.updateOne({ _id: id }, { $set: { accountClosed } });
    },
    due: (now) => collection.find({ 'undelivered.nextAt': { $lte: now } }).toArray(),
    async delivered(id, messageId) {
      const others = {
        $filter: { input: '$undelivered', cond: { $ne: ['$$this.news.messageId', messageId] } },
      };
      await collection.updateOne({ _id: id }, [{ $set: { undelivered: others } }]);
    },
    async tryLater(id, messageId, tries, nextAt) {
      await collection.updateOne(
        { _id: id, 'undelivered.news.messageId': messageId },
        { $set: { 'undelivered.$.tries': tries, 'undelivered.$.nextAt': nextAt } },
      );
    },
  };
}
