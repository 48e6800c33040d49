import { batchIdOf } from '../changes/batch-id.ts';
import type { ChangeStanding, PersonChange } from '../changes/person-change.ts';
import type { EmailAddress } from '../email-address.ts';
import type { FuseDecision, FuseReport } from '../fuses/check-fuses.ts';
import type { CurrentPeople } from './current-people.ts';
import { lastEnd, type MovedTurn, planTurns, type TurnPace } from './plan-turns.ts';
import type { SortedBatch } from './sort-batch.ts';

/** A change that begins to count, and what it replaces. */
export interface BeginningChange {
  readonly change: PersonChange;
  readonly instead: PersonChange | undefined;
}

/** What is to be recorded of a batch. */
export interface BatchPlan {
  readonly beginning: readonly BeginningChange[];
  readonly moved: readonly MovedTurn[];
  /** When the last of the batch is done; where some of it is held, if a person agreed now. */
  readonly doneBy: Date | undefined;
}

/** Gives each word that counts its place: held, or planned. */
export function planBatch(
  { counting, repeated }: SortedBatch,
  { decisions }: FuseReport,
  context: { people: CurrentPeople; pace: TurnPace; now: Date },
): BatchPlan {
  const deciding = new Map<EmailAddress, FuseDecision>(
    decisions.map((decision) => [decision.request.email, decision]),
  );
  const requests = counting.map(({ word }) => word.request);
  const isHeld = ({ email }: { email: EmailAddress }) => deciding.get(email)?.kind === 'held';
  const { turns, moved } = planTurns(
    requests.filter((request) => !isHeld(request)),
    context,
  );
  const heldBefore = repeated.flatMap(({ request, standing }) =>
    standing.state === 'held' ? [request] : [],
  );
  const ifApproved = [...requests, ...heldBefore];
  const withHeld = ifApproved.some(isHeld) ? planTurns(ifApproved, context).turns : turns;
  const standingOf = (word: SortedBatch['counting'][number]['word']): ChangeStanding | undefined => {
    const decision = deciding.get(word.request.email);
    if (decision?.kind !== 'held') return turns.get(word.request.email);
    return {
      state: 'held',
      since: context.now,
      batchId: batchIdOf(word.requestId),
      trips: decision.trips,
    };
  };
  const batchSize = counting.length + repeated.length;
  const beginning = counting.flatMap(({ word, instead }): BeginningChange[] => {
    const standing = standingOf(word);
    return standing ? [{ change: { ...word, batchSize, revision: 0, standing }, instead }] : [];
  });
  const before = repeated.flatMap(({ standing }) => (standing.state === 'planned' ? [standing] : []));
  return { beginning, moved, doneBy: lastEnd([...withHeld.values(), ...before]) };
}
