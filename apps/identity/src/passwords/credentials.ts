import type { Store } from '@kyzmat/store';

/** The means of a simple signature (P573-14b): what a person knows, the phone they proved, an authenticator if they chose one. */
export interface Credential {
  /** The person's id. */
  readonly _id: string;
  /** Proved by a code; where codes go. */
  readonly phone: string;
  /** Where a recovery link goes. */
  readonly email?: string;
  readonly passwordHash: string;
  /** Sealed secret and the last step that was used: a code works once (RFC 6238, 5.2). */
  readonly totp?: { readonly sealed: string; readonly lastStep: number };
  /** A secret shown but not yet confirmed. */
  readonly totpOffered?: { readonly sealed: string; readonly at: Date };
  /** Hashes; each works once. */
  readonly recoveryCodes: readonly string[];
}

export interface Credentials {
  ensureIndexes(): Promise<void>;
  find(person: string): Promise<Credential | undefined>;
  /** Of the one person with this phone; undefined when several share it: they sign in with the PIN. */
  byPhone(phone: string): Promise<Credential | undefined>;
  add(credential: Credential): Promise<void>;
  setPassword(person: string, passwordHash: string): Promise<void>;
  /** For a person who has none: the own route opens for a cabinet that ESI made. */
  open(person: string, credential: Omit<Credential, '_id' | 'recoveryCodes'>): Promise<void>;
  /** ESI vouches for another number now: codes of the own route go there too. */
  movePhone(person: string, phone: string): Promise<void>;
  /**
   * Another phone, or another e-mail for recovery, asked for when the password was this one. False when the password has
   * changed since: whoever asked may not be who owns the account now.
   */
  move(
    person: string,
    passwordHash: string,
    to: Partial<Pick<Credential, 'phone' | 'email'>>,
  ): Promise<boolean>;
  /** After a recovery: a new password, and nothing of what may be lost or in other hands. */
  renew(person: string, passwordHash: string): Promise<void>;
  offerTotp(person: string, sealed: string, at: Date): Promise<void>;
  /** Takes the offered secret into use. False when it is another one by now. */
  confirmTotp(
    person: string,
    sealed: string,
    step: number,
    recoveryCodes: readonly string[],
  ): Promise<boolean>;
  dropTotp(person: string): Promise<void>;
  /** Takes the step for used. False when it, or a later one, was used before. */
  useStep(person: string, step: number): Promise<boolean>;
  setRecoveryCodes(person: string, hashes: readonly string[]): Promise<void>;
  /** Takes the code for used. False when there is no such code any more. */
  useRecoveryCode(person: string, hash: string): Promise<boolean>;
  /** The own route ends for this person. */
  remove(person: string): Promise<void>;
}

export function openCredentials(store: Store): Credentials {
  const collection = store.collection<Credential>('credentials');
  return {
    async ensureIndexes() {
      await collection.createIndex({ phone: 1 });
    },
    find: async (person) => (await collection.findOne({ _id: person })) ?? undefined,
    async byPhone(phone) {
      const [first, second] = await collection.find({ phone }).limit(2).toArray();
      return second === undefined ? first : undefined;
    },
    async add(credential) {
      await collection.insertOne(credential);
    },
    async setPassword(person, passwordHash) {
      await collection.updateOne({ _id: person }, { $set: { passwordHash } });
    },
    async open(person, { phone, email, passwordHash }) {
      const $set = { phone, passwordHash, ...(email === undefined ? {} : { email }) };
      await collection.updateOne(
        { _id: person },
        { $set, $setOnInsert: { recoveryCodes: [] } },
        { upsert: true },
      );
    },
    async movePhone(person, phone) {
      await collection.updateOne({ _id: person }, { $set: { phone } });
    },
    async move(person, passwordHash, to) {
      const { matchedCount } = await collection.updateOne({ _id: person, passwordHash }, { $set: to });
      return matchedCount === 1;
    },
    async renew(person, passwordHash) {
      await collection.updateOne(
        { _id: person },
        { $set: { passwordHash, recoveryCodes: [] }, $unset: { totp: '', totpOffered: '' } },
      );
    },
    async offerTotp(person, sealed, at) {
      await collection.updateOne({ _id: person }, { $set: { totpOffered: { sealed, at } } });
    },
    async confirmTotp(person, sealed, step, recoveryCodes) {
      const { modifiedCount } = await collection.updateOne(
        { _id: person, 'totpOffered.sealed': sealed },
        {
          $set: { totp: { sealed, lastStep: step }, recoveryCodes: [...recoveryCodes] },
          $unset: { totpOffered: '' },
        },
      );
      return modifiedCount === 1;
    },
    async dropTotp(person) {
      await collection.updateOne({ _id: person }, { $unset: { totp: '', totpOffered: '' } });
    },
    async useStep(person, step) {
      const { modifiedCount } = await collection.updateOne(
        { _id: person, 'totp.lastStep': { $lt: step } },
        { $set: { 'totp.lastStep': step } },
      );
      return modifiedCount === 1;
    },
    async setRecoveryCodes(person, hashes) {
      await collection.updateOne({ _id: person }, { $set: { recoveryCodes: [...hashes] } });
    },
    async useRecoveryCode(person, hash) {
      const { modifiedCount } = await collection.updateOne(
        { _id: person, recoveryCodes: hash },
        { $pull: { recoveryCodes: hash } },
      );
      return modifiedCount === 1;
    },
    async remove(person) {
      await collection.deleteOne({ _id: person });
    },
  };
}
