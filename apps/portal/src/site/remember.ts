/**
 * Remembers what `load` gives for a while; callers in between share one call. When it cannot be loaded anew, the last
 * value goes on being used: the catalogue stays open while its owner restarts.
 */
export function remember<T>(load: () => Promise<T>, forMs: number, staleMs = 10 * 60_000): () => Promise<T> {
  let value: { readonly is: T; readonly at: number } | undefined;
  let loading: Promise<T> | undefined;
  const renew = async (): Promise<T> => {
    try {
      const is = await load();
      value = { is, at: performance.now() };
      return is;
    } catch (error) {
      if (value !== undefined && performance.now() - value.at < staleMs) return value.is;
      throw error;
    } finally {
      loading = undefined;
    }
  };
  return () => {
    if (value !== undefined && performance.now() - value.at < forMs) return Promise.resolve(value.is);
    return (loading ??= renew());
  };
}
