import type { PersonChange } from '../changes/person-change.ts';

export type UndoDecision =
  | { readonly kind: 'possible' }
  /** `reason` is for the person who asked, with what they can do instead. */
  | { readonly kind: 'impossible'; readonly reason: string };

/** Whether what a change took away can be given back. */
export function decideUndo({ request, standing }: PersonChange, now: Date): UndoDecision {
  if (request.kind === 'onboard') {
    return impossible('Only a leaver can be undone. To take back a joiner, offboard the person.');
  }
  switch (standing.state) {
    case 'under-way':
    case 'incomplete':
    case 'undoing':
      return { kind: 'possible' };
    case 'done':
      if (standing.undoUntil && now.getTime() < standing.undoUntil.getTime()) return { kind: 'possible' };
      return impossible(
        `The undo window ${standing.undoUntil ? `ended at ${standing.undoUntil.toISOString()}` : 'is 0 days'}. Onboard the person anew.`,
      );
    case 'removed':
      return impossible(
        `The person was removed from the organisation at ${standing.at.toISOString()}, after the undo window. Onboard the person anew.`,
      );
    case 'held':
    case 'planned':
      return impossible('Nothing was taken away yet. Cancel the change instead.');
    case 'undone':
      return impossible(`It was undone already, at ${standing.at.toISOString()}.`);
    case 'cancelled':
    case 'rejected':
    case 'replaced':
      return impossible(`Nothing was taken away: the change was ${standing.state}.`);
  }
}

function impossible(reason: string): UndoDecision {
  return { kind: 'impossible', reason };
}
