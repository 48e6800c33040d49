import type { AutomationError } from '../../errors/automation-error.ts';
import { isNonEmpty } from '../../non-empty.ts';
import { type BatchId, batchIdOf } from '../changes/batch-id.ts';
import { mostRefusedRowsKept, type RecordedBatch } from '../changes/recorded-batch.ts';
import type { FuseReport } from '../fuses/check-fuses.ts';
import { checkBatch } from './check-batch.ts';
import { readCurrentPeople } from './current-people.ts';
import type { IncomingBatch } from './incoming-batch.ts';
import { planBatch } from './plan-batch.ts';
import type { PlannerPorts } from './planner-ports.ts';
import { heldEvent, refusedEvent } from './planning-events.ts';
import { recordPlan, scheduleAgain } from './record-plan.ts';
import { replaceWrongPerson } from './replace-wrong-person.ts';
import { type SortedBatch, sortBatch } from './sort-batch.ts';

/** What became of a batch. */
export type BatchOutcome =
  | {
      readonly kind: 'accepted';
      readonly batchId: BatchId;
      readonly counts: RecordedBatch['counts'];
      /** Why the organisations could not be asked; leavers are held for it. */
      readonly factsProblem?: AutomationError | undefined;
    }
  | { readonly kind: 'repeat'; readonly batchId: BatchId };

/**
 * Accepts what came at once: each person is planned, held, or refused with the reason. The batch itself is recorded
 * last, so that whatever a crash has left undone is done at the next try, and then never again.
 *
 * @param mayWait whether it may be tried again later where the organisations cannot be asked; else leavers are held
 * @throws RetryLater when it has to be tried again
 */
export async function acceptBatch(
  batch: IncomingBatch,
  ports: PlannerPorts,
  { mayWait }: { mayWait: boolean },
): Promise<BatchOutcome> {
  const batchId = batchIdOf(batch.requestId);
  if (await ports.batches.find(batchId)) return { kind: 'repeat', batchId };
  await replaceWrongPerson(batch, ports);
  const people = await readCurrentPeople(ports.changes);
  const sorted = sortBatch(batch, people);
  const { report, factsProblem } = await checkBatch(batch, sorted, { people, mayWait, ports });
  const now = ports.clock.now();
  const plan = planBatch(sorted, report, { people, pace: ports.pace, now });

  await recordPlan(plan, ports);
  await scheduleAgain(sorted.repeated, ports);
  await publishFindings(batch, { sorted, report, doneBy: plan.doneBy, now }, ports);
  const isHeldWhole = report.batchTrips.length > 0;
  if (batch.kind === 'file' && batch.content === 'roster' && !isHeldWhole) {
    await ports.batches.keepRoster(batch.source, { rowCount: batch.rows.length, at: batch.heardAt });
  }
  const counts = countsOf(sorted, report);
  await ports.batches.record({
    batchId,
    source: batch.source,
    origin: batch.origin,
    receivedAt: batch.heardAt,
    counts,
    refused: sorted.refused.slice(0, mostRefusedRowsKept),
    trips: report.batchTrips,
    doneBy: plan.doneBy,
  });
  return { kind: 'accepted', batchId, counts, factsProblem };
}

async function publishFindings(
  batch: IncomingBatch,
  found: { sorted: SortedBatch; report: FuseReport; doneBy: Date | undefined; now: Date },
  { events }: PlannerPorts,
): Promise<void> {
  const { sorted, report, now } = found;
  const isHeld = report.batchTrips.length > 0 || report.decisions.some(({ kind }) => kind === 'held');
  const findings = [
    ...(isHeld ? [heldEvent(batch, report, found)] : []),
    ...(sorted.refused.length > 0 ? [refusedEvent(batch, sorted.refused, now)] : []),
  ];
  if (isNonEmpty(findings)) await events.publish(findings);
}

function countsOf({ idleCount, refused }: SortedBatch, { decisions }: FuseReport): RecordedBatch['counts'] {
  const held = decisions.filter(({ kind }) => kind === 'held').length;
  return { accepted: decisions.length - held, held, idle: idleCount, refused: refused.length };
}
