import { RetryLater } from '../../errors/retry-later.ts';
import { deriveChangeId } from '../changes/change-id.ts';
import { isWaiting } from './current-people.ts';
import type { IncomingBatch } from './incoming-batch.ts';
import type { PlannerPorts } from './planner-ports.ts';
import { unscheduleChange } from './schedule-change.ts';

/**
 * A ticket that now names somebody else was wrong before: what it asked for about the first person no longer happens,
 * unless it has begun. Before the new change is recorded: afterwards the ticket no longer leads to the first person.
 *
 * @throws RetryLater when the first person is begun with at this very moment
 */
export async function replaceWrongPerson(batch: IncomingBatch, ports: PlannerPorts): Promise<void> {
  if (batch.kind !== 'single' || batch.reading.kind !== 'accepted') return;
  const { request } = batch.reading;
  if (request.ticket === undefined) return;
  const before = await ports.changes.ofTicket(batch.source, request.ticket);
  if (
    before === undefined ||
    before.request.email === request.email ||
    batch.heardAt < before.acceptedAt ||
    !isWaiting(before)
  ) {
    return;
  }
  const by = deriveChangeId(batch.requestId, request.email);
  const replaced = await ports.changes.move(before, { state: 'replaced', at: batch.heardAt, by });
  if (replaced === 'contested') {
    throw new RetryLater(`The change ${before.changeId} was moved on meanwhile.`, { retryAfterSeconds: 5 });
  }
  await unscheduleChange(before, ports);
}
