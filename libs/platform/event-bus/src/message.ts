import type { IHeaders, KafkaMessage, Message } from 'kafkajs';
import type { CloudEvent, Received } from './types.ts';

/** Structured mode of the CloudEvents Kafka binding: the whole event is the value. */
export function encode(event: CloudEvent): Message & { value: string } {
  return {
    key: event.subject,
    value: JSON.stringify(event),
    headers: { 'content-type': 'application/cloudevents+json; charset=UTF-8' },
  };
}

export function decode(topic: string, partition: number, message: KafkaMessage): Received {
  const value = message.value?.toString('utf8') ?? '';
  const event = parse(value);
  const key = message.key?.toString('utf8') ?? event?.subject ?? '';
  const origin = { topic, partition, offset: message.offset, key, headers: texts(message.headers) };
  return event === undefined ? { origin, value } : { origin, value, event };
}

/** Reads a CloudEvent; undefined when the text is none. */
export function parse(value: string): CloudEvent | undefined {
  try {
    const read: unknown = JSON.parse(value);
    return isCloudEvent(read) ? read : undefined;
  } catch {
    return undefined;
  }
}

const required = ['id', 'source', 'type', 'subject', 'time'] as const;

function isCloudEvent(value: unknown): value is CloudEvent {
  if (typeof value !== 'object' || value === null) return false;
  const fields = new Map<string, unknown>(Object.entries(value));
  const correlation = fields.get('correlationid');
  return (
    fields.get('specversion') === '1.0' &&
    required.every((name) => isText(fields.get(name))) &&
    (correlation === undefined || isText(correlation)) &&
    fields.has('data')
  );
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value !== '';
}

function texts(headers: IHeaders = {}): Record<string, string> {
  const pairs = Object.entries(headers).map(([name, value]) => {
    const first = Array.isArray(value) ? value[0] : value;
    return [name, first?.toString() ?? ''] as const;
  });
  return Object.fromEntries(pairs);
}

/** Cuts a list into runs of at most `count` items and about `bytes` bytes; an item too large stands alone. */
export function runs<T extends { value: string }>(items: readonly T[], count: number, bytes: number): T[][] {
  const cut: T[][] = [];
  let run: T[] = [];
  let size = 0;
  for (const item of items) {
    const length = Buffer.byteLength(item.value) + 200;
    if (run.length > 0 && (run.length === count || size + length > bytes)) {
      cut.push(run);
      run = [];
      size = 0;
    }
    run.push(item);
    size += length;
  }
  if (run.length > 0) cut.push(run);
  return cut;
}
