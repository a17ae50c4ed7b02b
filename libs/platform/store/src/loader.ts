/** Longest list of ids in one query. */
const maxIds = 200;

/** Reads asked for in one turn of the event loop go to the database as one query. */
export function createLoader<T>(
  readMany: (ids: readonly string[]) => Promise<ReadonlyMap<string, T>>,
): (id: string) => Promise<T | undefined> {
  let group: { ids: Set<string>; result: Promise<ReadonlyMap<string, T>> } | undefined;

  function newGroup(): { ids: Set<string>; result: Promise<ReadonlyMap<string, T>> } {
    const ids = new Set<string>();
    const result = new Promise<void>((resolve) => setImmediate(resolve)).then(() => {
      if (group?.ids === ids) group = undefined;
      return readMany([...ids]);
    });
    return { ids, result };
  }

  return async (id) => {
    if (group === undefined || group.ids.size >= maxIds) group = newGroup();
    const { ids, result } = group;
    ids.add(id);
    return (await result).get(id);
  };
}
