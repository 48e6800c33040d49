const minutes = 60_000;
const hours = 60 * minutes;

/** Waits after the first attempt, the second, …; after the last of them nothing more happens by itself. */
const waitsMilliseconds = [15 * minutes, 1 * hours, 4 * hours, 24 * hours, 24 * hours, 24 * hours] as const;

/** Attempts in all, over three days. */
export const mostAttempts = waitsMilliseconds.length + 1;

/**
 * When what is open is tried again by itself; nothing when a person must act.
 * @param attempts made so far, the one that just ended included
 */
export function nextAttemptAt(attempts: number, now: Date): Date | undefined {
  const wait = waitsMilliseconds[attempts - 1];
  return wait === undefined ? undefined : new Date(now.getTime() + wait);
}
