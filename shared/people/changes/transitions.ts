import { GiveUp } from '../../errors/give-up.ts';
import type { ChangeState, PersonChange } from './person-change.ts';

/** Where a change may go from each state; the picture stands at {@link ChangeStanding}. */
const nextStates: Readonly<Record<ChangeState, readonly ChangeState[]>> = {
  held: ['planned', 'rejected', 'cancelled', 'replaced'],
  /** Again: when others who leave come in between. */
  planned: ['planned', 'under-way', 'cancelled', 'replaced'],
  /** Again: after a crash. */
  'under-way': ['under-way', 'done', 'incomplete', 'undoing'],
  incomplete: ['under-way', 'undoing', 'replaced'],
  done: ['removed', 'undoing'],
  undoing: ['undoing', 'undone'],
  removed: [],
  undone: [],
  cancelled: [],
  rejected: [],
  replaced: [],
};

/** Whether a change may go from one state to another. */
export function mayMove(from: ChangeState, to: ChangeState): boolean {
  return nextStates[from].includes(to);
}

/** @throws GiveUp when a change may not go there: whoever asks for it is mistaken about how it stands */
export function checkMove({ changeId, standing: { state } }: PersonChange, to: ChangeState): void {
  if (mayMove(state, to)) return;
  throw new GiveUp(
    `The change ${changeId} is ${state} and cannot become ${to}; it can become ${nextStates[state].join(' or ') || 'nothing else'}. Read how it stands and decide anew.`,
  );
}
