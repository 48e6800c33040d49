import type { PersonChange } from './person-change.ts';
import { mayMove } from './transitions.ts';

/**
 * How a change stands once a later one of the same person counts. What is done, or ended in another way, stays as it
 * is: it remains what happened.
 */
export function replacedChange(change: PersonChange, by: PersonChange): PersonChange {
  if (!mayMove(change.standing.state, 'replaced')) return change;
  return {
    ...change,
    revision: change.revision + 1,
    standing: { state: 'replaced', at: by.acceptedAt, by: by.changeId },
  };
}
