import type { Admin, ITopicConfig, Kafka } from 'kafkajs';
import type { Topic } from './types.ts';

async function withAdmin<T>(kafka: Kafka, work: (admin: Admin) => Promise<T>): Promise<T> {
  const admin = kafka.admin();
  try {
    await admin.connect();
    return await work(admin);
  } finally {
    await admin.disconnect().catch(() => undefined);
  }
}

/** Makes the topics that are missing; others stay as they are (more partitions would break the order of keys). */
export async function createMissing(kafka: Kafka, topics: readonly Topic[]): Promise<void> {
  await withAdmin(kafka, async (admin) => {
    const present = new Set(await admin.listTopics());
    const missing = topics.filter((topic) => !present.has(topic.name));
    if (missing.length === 0) return;
    await admin.createTopics({ topics: missing.map(configOf), waitForLeaders: true });
  });
}

function configOf(topic: Topic): ITopicConfig {
  const configEntries = [
    { name: 'cleanup.policy', value: topic.compacted === true ? 'compact' : 'delete' },
    ...(topic.retentionMs === undefined ? [] : [{ name: 'retention.ms', value: String(topic.retentionMs) }]),
  ];
  return {
    topic: topic.name,
    numPartitions: topic.partitions,
    replicationFactor: topic.replicas ?? -1,
    configEntries,
  };
}

/** How many messages the group has not committed yet. Throws when Kafka does not answer. */
export function lagOf(kafka: Kafka, groupId: string, topics: readonly string[]): Promise<bigint> {
  return withAdmin(kafka, async (admin) => {
    let lag = 0n;
    for (const { topic, partitions } of await admin.fetchOffsets({ groupId, topics: [...topics] })) {
      const committed = new Map(partitions.map((each) => [each.partition, BigInt(each.offset)]));
      for (const { partition, low, high } of await admin.fetchTopicOffsets(topic)) {
        const done = committed.get(partition) ?? -1n;
        lag += BigInt(high) - (done < 0n ? BigInt(low) : done);
      }
    }
    return lag;
  });
}
