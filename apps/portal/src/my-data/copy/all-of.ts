/** All rows of a list that comes in pages. */
export async function allOf<R>(
  page: (cursor: string | undefined) => Promise<{ rows: readonly R[]; next: string | undefined }>,
): Promise<R[]> {
  const all: R[] = [];
  for (let cursor: string | undefined; ;) {
    const { rows, next } = await page(cursor);
    all.push(...rows);
    if (next === undefined || rows.length === 0) return all;
    cursor = next;
  }
}
