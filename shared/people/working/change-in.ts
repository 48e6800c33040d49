import type { ChangeStanding, ChangeState, PersonChange } from '../changes/person-change.ts';

/** A change that stands in one of these states. */
export type ChangeIn<State extends ChangeState> = PersonChange<Extract<ChangeStanding, { state: State }>>;
