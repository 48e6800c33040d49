import { RetryLater } from '../../errors/retry-later.ts';

/** Whether a call was given up because its own time was over; not so when the server answered that it is busy. */
export function isTimedOut(error: unknown): boolean {
  return error instanceof RetryLater && error.cause instanceof Error && error.cause.name === 'TimeoutError';
}
