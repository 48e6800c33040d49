import type { PersonChange } from '../changes/person-change.ts';

export type CancelDecision =
  | { readonly kind: 'possible' }
  /** `reason` is for the person who asked, with what they can do instead. */
  | { readonly kind: 'impossible'; readonly reason: string };

/** Whether what is planned for a person can be forgotten: only what has not begun. */
export function decideCancel({ request, standing }: PersonChange): CancelDecision {
  switch (standing.state) {
    case 'held':
    case 'planned':
      return { kind: 'possible' };
    case 'under-way':
    case 'incomplete':
      return impossible(`It began at ${standing.since.toISOString()} and goes on. ${takeBack(request.kind)}`);
    case 'done':
    case 'removed':
      return impossible(`It was done at ${standing.at.toISOString()}. ${takeBack(request.kind)}`);
    case 'undoing':
      return impossible(
        `What was taken away is being given back since ${standing.since.toISOString()}: there is nothing left to cancel.`,
      );
    case 'undone':
      return impossible(`It was undone at ${standing.at.toISOString()}: there is nothing left to cancel.`);
    case 'cancelled':
    case 'rejected':
      return impossible(
        `It was ${standing.state} at ${standing.at.toISOString()}, by ${standing.by}: nothing is planned.`,
      );
    case 'replaced':
      return impossible('A later word counts instead. Ask again.');
  }
}

function takeBack(kind: PersonChange['request']['kind']): string {
  return kind === 'offboard'
    ? 'To give back what was taken away: POST /people/{email}/undo.'
    : 'To take it back, offboard the person.';
}

function impossible(reason: string): CancelDecision {
  return { kind: 'impossible', reason };
}
