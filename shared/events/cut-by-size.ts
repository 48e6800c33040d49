import type { NonEmptyArray } from '../non-empty.ts';

/**
 * Cuts values into runs whose JSON takes at most `mostBytes` together, in order; the same ones are always cut alike.
 * A value that is larger by itself has a run of its own.
 */
export function cutBySize<T>(values: readonly T[], mostBytes: number): NonEmptyArray<T>[] {
  const runs: [T, ...T[]][] = [];
  let roomBytes = 0;
  for (const value of values) {
    const bytes = Buffer.byteLength(JSON.stringify(value)) + ','.length;
    const current = runs.at(-1);
    if (current && bytes <= roomBytes) {
      current.push(value);
      roomBytes -= bytes;
    } else {
      runs.push([value]);
      roomBytes = mostBytes - bytes;
    }
  }
  return runs;
}
