import { AutomationError } from '../../errors/automation-error.ts';
import { RetryLater } from '../../errors/retry-later.ts';
import { checkFuses, type FuseReport } from '../fuses/check-fuses.ts';
import type { KnownPeople, LifecycleBatch } from '../fuses/fuse-facts.ts';
import { type CurrentPeople, pendingLeavers, recentLeavers } from './current-people.ts';
import type { IncomingBatch } from './incoming-batch.ts';
import { type PeopleFacts, unknownFacts } from './people-facts.ts';
import type { PlannerPorts } from './planner-ports.ts';
import type { SortedBatch } from './sort-batch.ts';

export interface BatchCheck {
  readonly report: FuseReport;
  /** Why the organisations could not be asked; what depends on it is held. */
  readonly factsProblem?: AutomationError | undefined;
}

/**
 * Has the fuses look at what came at once.
 * @param mayWait whether it may be tried again later where the organisations cannot be asked
 * @throws RetryLater when they cannot be asked now, and it may
 */
export async function checkBatch(
  batch: IncomingBatch,
  sorted: SortedBatch,
  { people, mayWait, ports }: { people: CurrentPeople; mayWait: boolean; ports: PlannerPorts },
): Promise<BatchCheck> {
  const now = ports.clock.now();
  const requests = [...sorted.counting.map(({ word }) => word), ...sorted.repeated].map(
    ({ request }) => request,
  );
  const newLeavers = requests.filter(({ kind }) => kind === 'offboard').map(({ email }) => email);
  const pending = pendingLeavers(people);
  const { facts, problem } =
    newLeavers.length > 0
      ? await readFacts(ports.facts, new Set([...newLeavers, ...pending]), mayWait)
      : { facts: unknownFacts, problem: undefined };
  const known: KnownPeople = {
    ...facts,
    recentLeavers: recentLeavers(people, batch.source, now),
    pendingLeavers: pending,
  };
  const file = await fileFacts(batch, sorted, ports);
  const report = checkFuses({ requests, file }, { known, settings: ports.settings, now });
  return { report, factsProblem: problem };
}

async function fileFacts(
  batch: IncomingBatch,
  { refused }: SortedBatch,
  { batches }: PlannerPorts,
): Promise<LifecycleBatch['file']> {
  if (batch.kind !== 'file') return undefined;
  const { content, rows, endsInsideRow, source } = batch;
  const before = content === 'roster' ? await batches.rosterOf(source) : undefined;
  return {
    content,
    endsInsideRow,
    rowCount: rows.length,
    refusedRowCount: refused.length,
    previousRowCount: before?.rowCount,
  };
}

async function readFacts(facts: PeopleFacts, leaving: Parameters<PeopleFacts['read']>[0], mayWait: boolean) {
  try {
    return { facts: await facts.read(leaving), problem: undefined };
  } catch (error) {
    if (!(error instanceof AutomationError) || (error instanceof RetryLater && mayWait)) throw error;
    return { facts: unknownFacts, problem: error };
  }
}
