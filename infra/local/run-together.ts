/** Something that takes time and stops early when its signal aborts. */
export type Task<T> = (signal: AbortSignal) => Promise<T>;

/**
 * Runs two tasks at once and answers with both results.
 * When one fails, the other is told to stop and waited for, so that nothing goes on unseen; then the first
 * failure is thrown.
 */
export async function runTogether<A, B>(
  signal: AbortSignal,
  first: Task<A>,
  second: Task<B>,
): Promise<[A, B]> {
  const failure = new AbortController();
  const either = AbortSignal.any([signal, failure.signal]);
  const orStopTheOther = <T>(task: Task<T>) =>
    task(either).catch((error: unknown) => {
      failure.abort(error);
      throw error;
    });
  const running = [orStopTheOther(first), orStopTheOther(second)] as const;
  await Promise.allSettled(running);
  if (failure.signal.aborted) throw failure.signal.reason;
  return Promise.all(running);
}
