/**
 * Polls until `probe` gives a value (not undefined, not false, no throw) and returns it. Fails after `withinMs` with the
 * last error. Waiting for a condition, never for time: a slow machine only waits longer.
 */
export async function eventually<T>(
  probe: () => Promise<T | undefined | false> | T | undefined | false,
  { withinMs = 30_000, everyMs = 20, what = 'condition' } = {},
): Promise<T> {
  const deadline = performance.now() + withinMs;
  let last: unknown;
  for (;;) {
    try {
      const value = await probe();
      if (value !== undefined && value !== false) return value;
      last = undefined;
    } catch (error) {
      last = error;
    }
    if (performance.now() > deadline) {
      throw new Error(`Not met within ${withinMs} ms: ${what}`, { cause: last });
    }
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
}
