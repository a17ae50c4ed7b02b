/** A process for crash.spec.ts: relays or consumes, and kills itself at a named point when told to. */
import { bulk } from './bulk.ts';
import { connect } from './connect.ts';
import { consumeIntoStore } from './inbox.ts';
import { startRelay } from './relay.ts';
import { allShards, clock, newBus, quiet } from './spec-support.ts';
import type { Aggregate } from './types.ts';

const [role, database = '', prefix = '', point] = process.argv.slice(2);

const faults = {
  at(name: string): Promise<void> {
    if (name === point) process.kill(process.pid, 'SIGKILL');
    return Promise.resolve();
  },
};

const store = await connect(process.env['MONGODB_URI'] ?? '', database);
const bus = newBus(prefix);

if (role === 'relay') {
  startRelay({
    collection: store.collection<Aggregate<unknown>>('things'),
    bus,
    source: '/kyzmat/test',
    topicOf: () => 'things',
    leases: allShards,
    clock,
    log: quiet,
    faults,
  });
} else {
  const logs = store.collection<{ _id: string; seen: string[] }>('logs');
  await consumeIntoStore({
    bus,
    store,
    group: 'logs',
    topics: ['things'],
    fold: (keys) => {
      const operations = keys.map(({ key, events }) => ({
        updateOne: {
          filter: { _id: key },
          update: { $push: { seen: { $each: events.map((event) => event.id) } } },
          upsert: true,
        },
      }));
      return Promise.resolve([bulk(logs, operations)]);
    },
    clock,
    log: quiet,
    faults,
  });
}
