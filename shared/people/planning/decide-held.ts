import { RefusedInput } from '../../errors/refused-input.ts';
import type { HeldPeopleDecided } from '../../events/people-commands.ts';
import { chunksOf } from '../../non-empty.ts';
import { requestIdOf } from '../changes/batch-id.ts';
import type { PersonChange } from '../changes/person-change.ts';
import type { RecordedBatch } from '../changes/recorded-batch.ts';
import type { ChangeIn } from '../working/change-in.ts';
import { moveOn } from '../working/move-on.ts';
import { type CurrentPeople, changesIn, readCurrentPeople } from './current-people.ts';
import { keepApprovedRoster } from './keep-approved-roster.ts';
import { planTurns } from './plan-turns.ts';
import { nothing, type PlannerOutcome } from './planner-outcome.ts';
import type { PlannerPorts } from './planner-ports.ts';
import { moveTurns, peopleAtATime, scheduleAgain } from './record-plan.ts';

type Decision = NonNullable<RecordedBatch['decision']>;

/**
 * Carries out what a person has decided about those who are held. The first decision about a whole batch stands;
 * repeating it completes what a crash has left undone.
 *
 * @throws RefusedInput when there is no such batch
 */
export async function decideHeld(command: HeldPeopleDecided, ports: PlannerPorts): Promise<PlannerOutcome> {
  const { batchId, verdict, emails } = command;
  const decision: Decision = { verdict, by: command.decidedBy, at: new Date(command.decidedAt) };
  const batch = await ports.batches.find(batchId);
  if (batch === undefined) {
    throw new RefusedInput(
      `There is no batch ${batchId}. Take the batchId from the event PeopleHeld, or from a person's change.`,
    );
  }
  if (!(await counts(decision, batch, emails === undefined, ports))) {
    return nothing('somebody has decided about the batch before');
  }
  const people = await readCurrentPeople(ports.changes);
  const isMeant = ({ requestId, request }: PersonChange) =>
    requestId === requestIdOf(batchId) && (emails === undefined || emails.includes(request.email));
  const held = changesIn(people, 'held').filter(isMeant);
  if (verdict === 'rejected') {
    await reject(held, decision, ports);
  } else {
    await approve(held, { people, decision }, ports);
    // Recorded as planned by an earlier try, which may have ended before they were scheduled.
    await scheduleAgain(changesIn(people, 'planned').filter(isMeant), ports);
    if (emails === undefined) await keepApprovedRoster(batch, ports);
  }
  return { kind: 'decided', batchId, verdict, peopleCount: held.length };
}

/** Whether a decision counts: one about the whole batch is recorded with it, once. */
async function counts(
  decision: Decision,
  { batchId, decision: before }: RecordedBatch,
  isAboutAll: boolean,
  { batches }: PlannerPorts,
): Promise<boolean> {
  if (before) {
    return before.verdict === decision.verdict && before.at.getTime() === decision.at.getTime();
  }
  return !isAboutAll || (await batches.decide(batchId, decision)) === 'recorded';
}

async function reject(
  held: readonly ChangeIn<'held'>[],
  { by, at }: Decision,
  { changes }: PlannerPorts,
): Promise<void> {
  for (const chunk of chunksOf(held, peopleAtATime)) {
    await Promise.all(chunk.map((change) => moveOn(changes, change, { state: 'rejected', at, by })));
  }
}

async function approve(
  held: readonly ChangeIn<'held'>[],
  { people, decision: { by, at } }: { people: CurrentPeople; decision: Decision },
  ports: PlannerPorts,
): Promise<void> {
  const requests = held.map(({ request }) => request);
  const { turns, moved } = planTurns(requests, { people, pace: ports.pace, now: ports.clock.now() });
  for (const chunk of chunksOf(held, peopleAtATime)) {
    const planned = await Promise.all(
      chunk.flatMap((change) => {
        const turn = turns.get(change.request.email);
        return turn ? [moveOn(ports.changes, change, turn, { by, at })] : [];
      }),
    );
    await scheduleAgain(planned, ports);
  }
  await moveTurns(moved, ports);
}
