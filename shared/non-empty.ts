/** A list that has at least one element: the type of every target of a destructive or writing call. */
export type NonEmptyArray<T> = readonly [T, ...T[]];

/** Narrows to {@link NonEmptyArray}; the only place where emptiness is decided. */
export function isNonEmpty<T>(values: readonly T[]): values is NonEmptyArray<T> {
  return values.length > 0;
}

/** Cuts `values` into runs of at most `size`, in order; no run is empty. */
export function chunksOf<T>(values: readonly T[], size: number): NonEmptyArray<T>[] {
  const chunks: NonEmptyArray<T>[] = [];
  for (let start = 0; start < values.length; start += size) {
    const chunk = values.slice(start, start + size);
    if (isNonEmpty(chunk)) chunks.push(chunk);
  }
  return chunks;
}
