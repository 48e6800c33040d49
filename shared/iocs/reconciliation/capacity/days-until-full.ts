const millisecondsPerDay = 86_400_000;

/** Fewer counts show no trend. */
const fewestCounts = 3;

/**
 * In how many days `capacity` is reached if it goes on as on the days counted: a straight line fitted to them by
 * least squares, followed from the last count. Pure.
 * @returns 0 when it is reached; `undefined` when it does not grow, or when there are too few counts to tell
 */
export function daysUntilFull(
  counts: readonly { readonly day: string; readonly entryCount: number }[],
  capacity: number,
): number | undefined {
  const last = counts.at(-1);
  if (!last) return undefined;
  if (last.entryCount >= capacity) return 0;
  if (counts.length < fewestCounts) return undefined;
  const growthPerDay = slopeOf(
    counts.map(({ day, entryCount }) => [Date.parse(day) / millisecondsPerDay, entryCount]),
  );
  return growthPerDay > 0 ? (capacity - last.entryCount) / growthPerDay : undefined;
}

/** Of the line through `points` with the least squares; 0 where all lie on one day. */
function slopeOf(points: readonly (readonly [x: number, y: number])[]): number {
  const meanX = points.reduce((sum, [x]) => sum + x, 0) / points.length;
  const meanY = points.reduce((sum, [, y]) => sum + y, 0) / points.length;
  const spread = points.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0);
  if (spread === 0) return 0;
  return points.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0) / spread;
}
