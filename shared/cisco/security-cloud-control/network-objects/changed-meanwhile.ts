import { RetryLater } from '../../../errors/retry-later.ts';
import type { ObjectsRefusal } from './objects-client.ts';

/** A group is gone, or a name is taken, that was otherwise a moment ago. */
export function changedMeanwhile(
  name: string,
  { status, text }: Pick<ObjectsRefusal, 'status' | 'text'>,
): RetryLater {
  return new RetryLater(
    `The groups of ${name} are not what they were when they were read (${status}: ${text}); it is tried again with another look.`,
    { retryAfterSeconds: 30 },
  );
}
