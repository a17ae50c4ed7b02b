import type { Store } from '@kyzmat/store';
import { simpleParser, type AddressObject } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/** A letter the stand-in has taken. */
export interface Letter {
  readonly _id: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly at: Date;
}

export interface Mail {
  start(port: number, host: string): Promise<void>;
  stop(): Promise<void>;
  /** Newest first; to one address, or to all. */
  list(to?: string): Promise<readonly Letter[]>;
}

const shown = 50;
const largest = 1_000_000;

/** Stand-in for every mail server there is: takes letters and delivers none. */
export function openMail(store: Store): Mail {
  const collection = store.collection<Letter>('letters');
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    size: largest,
    logger: false,
    onData(stream, _session, done) {
      simpleParser(stream)
        .then(({ messageId, to, subject = '', text = '', date }) =>
          collection.updateOne(
            { _id: messageId ?? `${subject} ${date?.toISOString() ?? ''}` },
            { $setOnInsert: { to: addressesOf(to), subject, text, at: new Date() } },
            { upsert: true },
          ),
        )
        .then(
          () => done(),
          (error: unknown) => done(error instanceof Error ? error : new Error('The letter cannot be read')),
        );
    },
  });
  return {
    async start(port, host) {
      await collection.createIndex({ to: 1, at: -1 });
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, host, resolve);
      });
      server.on('error', () => undefined);
    },
    stop: () => new Promise((resolve) => server.close(() => resolve())),
    list: (to) =>
      collection
        .find(to === undefined ? {} : { to })
        .sort({ at: -1 })
        .limit(shown)
        .toArray(),
  };
}

function addressesOf(to: AddressObject | AddressObject[] | undefined): string[] {
  const objects = to === undefined ? [] : Array.isArray(to) ? to : [to];
  return objects.flatMap(({ value }) => value.flatMap(({ address }) => address ?? []));
}
