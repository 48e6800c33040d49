import type { PersonChangeWithdrawn } from '../../events/people-commands.ts';
import type { PersonChange } from '../changes/person-change.ts';
import { moveOn } from '../working/move-on.ts';
import { isWaiting } from './current-people.ts';
import { nothing, type PlannerOutcome } from './planner-outcome.ts';
import type { PlannerPorts } from './planner-ports.ts';
import { unscheduleChange } from './schedule-change.ts';

/**
 * Takes back what a ticket asked for, or what is planned for a person. What has begun goes on, and so does what was
 * asked for after the withdrawal.
 */
export async function withdrawChange(
  { withdrawn, requestedBy }: PersonChangeWithdrawn,
  heardAt: Date,
  ports: PlannerPorts,
): Promise<PlannerOutcome> {
  const change = await changeMeant(withdrawn, ports);
  if (change === undefined) return nothing('nothing is known of what was withdrawn');
  if (change.acceptedAt > heardAt) return nothing('it was asked for again after it was withdrawn');
  if (!isWaiting(change)) return nothing(`the change ${change.changeId} is ${change.standing.state}`);
  await moveOn(ports.changes, change, { state: 'cancelled', at: heardAt, by: requestedBy });
  await unscheduleChange(change, ports);
  return { kind: 'withdrawn', changeId: change.changeId };
}

function changeMeant(
  withdrawn: PersonChangeWithdrawn['withdrawn'],
  { changes }: PlannerPorts,
): Promise<PersonChange | undefined> {
  return withdrawn.by === 'ticket'
    ? changes.ofTicket(withdrawn.source, withdrawn.ticket)
    : changes.find(withdrawn.email);
}
