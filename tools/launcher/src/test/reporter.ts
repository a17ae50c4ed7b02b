import { relative } from 'node:path';
import type { TestEvent } from 'node:test/reporters';
import { inspect } from 'node:util';
import { root } from '@kyzmat/engines';
import { writeResults, type Result } from './result.ts';

/**
 * A reporter of node:test: prints what failed, and writes what became of each test to the file KYZMAT_RESULTS. A test
 * that is skipped or to be written counts as failed: nothing is left out silently.
 */
export default async function* reporter(events: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  const results: Result[] = [];
  for await (const event of events) {
    if (event.type !== 'test:pass' && event.type !== 'test:fail') continue;
    const { name, file = '', line = 0, details, skip, todo } = event.data;
    const error = event.type === 'test:fail' ? event.data.details.error : undefined;
    // A suite is no test; but its hooks can fail when none of its tests does.
    if (details.type === 'suite' && (error === undefined || failureType(error) === 'subtestsFailed'))
      continue;
    const left = skip !== undefined || todo !== undefined;
    const passed = error === undefined && !left;
    const place = relative(root, file);
    results.push({ name, file: place, passed, durationMs: Math.round(details.duration_ms) });
    if (!passed)
      yield `✖ ${name}\n  ${place}:${line}\n${indent(left ? 'was skipped or is to be written' : reasonOf(error))}\n`;
  }
  const target = process.env['KYZMAT_RESULTS'];
  if (target !== undefined) writeResults(target, results);
}

const failureType = (error: Error): unknown => ('failureType' in error ? error.failureType : undefined);

function reasonOf(error: Error | undefined): string {
  const cause = error?.cause ?? error;
  return cause instanceof Error ? (cause.stack ?? cause.message) : inspect(cause);
}

const indent = (text: string): string => text.replaceAll(/^/gm, '  ');
