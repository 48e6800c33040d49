import { isDeepStrictEqual } from 'node:util';
import { type Refusal, refusal } from '../lifecycle/change-reading.ts';
import type { LifecycleRequest } from '../lifecycle/lifecycle-request.ts';
import type { PersonChange } from './person-change.ts';

/** What is newly said about a person: a change that is not begun. */
export type Word = Omit<PersonChange, 'standing' | 'revision' | 'approval' | 'batchSize'>;

/** What a word about a person comes to, beside what is planned or done for them. */
export type WordConsequence =
  /** It counts from now on, in place of what was current. */
  | { readonly kind: 'counts'; readonly instead: PersonChange | undefined }
  /** It is the current change itself, heard again. */
  | { readonly kind: 'repeated'; readonly change: PersonChange }
  /** It says nothing new, or something that a later word has overtaken. */
  | { readonly kind: 'idle' }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  /** The person is being worked on: it can be told in some minutes. */
  | { readonly kind: 'busy' };

const idle = { kind: 'idle' } as const;

/**
 * Whether a word about a person counts. A later one replaces what has not begun; what has begun goes on, and is never
 * undone by a word about the same. Somebody who is not out everywhere yet is not let in again.
 *
 * @param heardFrom a file names people again and again, so that what a person has cancelled stays so
 */
export function considerWord(
  word: Word,
  current: PersonChange | undefined,
  heardFrom: 'file' | 'command',
): WordConsequence {
  if (current === undefined) return { kind: 'counts', instead: undefined };
  if (current.changeId === word.changeId) return { kind: 'repeated', change: current };
  if (word.acceptedAt < current.acceptedAt) return idle;
  const counts: WordConsequence = { kind: 'counts', instead: current };
  switch (current.standing.state) {
    case 'held':
    case 'planned':
    case 'removed':
      return saysTheSame(word, current) ? idle : counts;
    case 'cancelled':
      return heardFrom === 'file' && saysTheSame(word, current) ? idle : counts;
    case 'rejected':
    case 'undone':
    case 'replaced':
      return counts;
    case 'under-way':
      return word.request.kind === current.request.kind ? idle : { kind: 'busy' };
    case 'undoing':
      return { kind: 'busy' };
    case 'incomplete':
      return besideIncomplete(word, current, current.standing.nextAttemptAt !== undefined);
    case 'done':
      return isOutAlready(word, current) || saysTheSame(word, current) ? idle : counts;
  }
}

function besideIncomplete(word: Word, current: PersonChange, isTriedAgain: boolean): WordConsequence {
  if (word.request.kind === current.request.kind) {
    return isTriedAgain ? idle : { kind: 'counts', instead: current };
  }
  if (word.request.kind === 'offboard') return { kind: 'counts', instead: current };
  return {
    kind: 'refused',
    refusal: refusal(
      'leaving-unfinished',
      'The person is still being offboarded, and not out everywhere. Send it again when that is done, or undo the offboarding.',
    ),
  };
}

/** A hostile leaver is looked after once more: somebody may have let them in by hand. */
function isOutAlready({ request }: Word, current: PersonChange): boolean {
  return (
    current.request.kind === 'offboard' &&
    request.kind === 'offboard' &&
    request.effective.kind === 'scheduled'
  );
}

function saysTheSame(word: Word, current: PersonChange): boolean {
  return word.source === current.source && isDeepStrictEqual(meaning(word.request), meaning(current.request));
}

/** What it comes to for the person: who asks does not matter, nor when somebody became urgent. */
function meaning(request: LifecycleRequest): object {
  const { effective } = request;
  return {
    ...request,
    requester: undefined,
    name: undefined,
    effective: effective.kind === 'immediate' ? effective.kind : effective.at,
  };
}
