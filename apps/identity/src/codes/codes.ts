import { createHash, randomInt, randomUUID, timingSafeEqual } from 'node:crypto';
import { Problem } from '@kyzmat/http';
import type { Store } from '@kyzmat/store';
import type { Text } from '@kyzmat/web';
import type { SendMessage } from '../e-message.ts';

/** A one-time code that went out, bound to a person and to what it confirms. */
export interface Codes {
  ensureIndexes(): Promise<void>;
  /** Sends a fresh code. `purpose` says what it is for: nothing else can be confirmed with it. */
  send(request: CodeRequest, by?: SendMessage): Promise<{ id: string; sentTo: string; expiresAt: Date }>;
  /** Redeems the code once. @throws Problem wrong_code, code_expired, code_used */
  redeem(id: string, person: string, code: string): Promise<{ purpose: string }>;
}
interface CodeRequest {
  readonly person: string;
  readonly to: string;
  readonly purpose: string;
  /** The text of the message; the code stands where `{code}` is. */
  readonly text: string;
}

interface StoredCode {
  readonly _id: string;
  readonly person: string;
  readonly purpose: string;
  readonly hash: string;
  readonly expiresAt: Date;
  readonly tries: number;
  readonly usedAt: Date | null;
}

const livesMs = 5 * 60_000;
const triesAllowed = 5;
/** Kept for a while after it expired, so that a late try is told "expired" and not "unknown". */
const keptSeconds = 3600;

export function openCodes(store: Store, sendMessage: SendMessage): Codes {
  const collection = store.collection<StoredCode>('codes');
  return {
    async ensureIndexes() {
      await collection.createIndex({ expiresAt: 1 }, { expireAfterSeconds: keptSeconds });
    },
    async send({ person, to, purpose, text }, by = sendMessage) {
      const id = randomUUID();
      const code = randomInt(1_000_000).toString().padStart(6, '0');
      // Codes live in real time: moving the legal clock must not expire them.
      const expiresAt = new Date(Date.now() + livesMs);
      await collection.insertOne({
        _id: id,
        person,
        purpose,
        hash: hashOf(id, code),
        expiresAt,
        tries: 0,
        usedAt: null,
      });
      await by({ id, to, text: text.replace('{code}', code) });
      return { id, sentTo: masked(to), expiresAt };
    },
    async redeem(id, person, code) {
      const tried = await collection.findOneAndUpdate(
        { _id: id, person, usedAt: null, tries: { $lt: triesAllowed } },
        { $inc: { tries: 1 } },
        { returnDocument: 'after' },
      );
      if (tried === null) throw problem('code_used', texts.used);
      if (tried.expiresAt.getTime() < Date.now()) throw problem('code_expired', texts.expired);
      if (!timingSafeEqual(Buffer.from(hashOf(id, code)), Buffer.from(tried.hash))) {
        throw problem('wrong_code', texts.wrong, { triesLeft: triesAllowed - tried.tries });
      }
      const { modifiedCount } = await collection.updateOne(
        { _id: id, usedAt: null },
        { $set: { usedAt: new Date() } },
      );
      if (modifiedCount === 0) throw problem('code_used', texts.used);
      return { purpose: tried.purpose };
    },
  };
}

const texts = {
  wrong: {
    ky: 'Код туура эмес. Билдирүүдөгү алты санды дагы бир жолу терип көрүңүз.',
    ru: 'Код не подходит. Наберите ещё раз шесть цифр из сообщения.',
    en: 'The code is not right. Type the six digits of the message again.',
  },
  expired: {
    ky: 'Коддун мөөнөтү бүттү. Жаңы код сураңыз.',
    ru: 'Срок действия кода истёк. Запросите новый код.',
    en: 'The code is too old. Ask for a new one.',
  },
  used: {
    ky: 'Бул код мындан ары жарабайт. Жаңы код сураңыз.',
    ru: 'Этот код больше не действует. Запросите новый код.',
    en: 'This code no longer works. Ask for a new one.',
  },
} satisfies Record<string, Text>;

function problem(code: string, message: Text, extra: object = {}): Problem {
  return new Problem(422, code, undefined, { message, ...extra });
}

function hashOf(id: string, code: string): string {
  return createHash('sha256').update(`${id}:${code}`).digest('hex');
}

/** Enough to recognise one's own number or post box: `+996 *** *** 01`, `a***@example.kg`. */
export function masked(address: string): string {
  if (address.includes('@')) return address.replace(/^(.).*(?=@)/u, '$1***');
  return address.length < 6 ? '***' : `${address.slice(0, 4)} *** *** ${address.slice(-2)}`;
}
