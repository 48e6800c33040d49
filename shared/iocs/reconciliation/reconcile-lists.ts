import type { StageName } from '../../config/names.ts';
import { type FailedComparison, reconcileOrganisation } from './reconcile-organisation.ts';
import type { ComparableOrganisation, ReconciliationPorts } from './reconciliation-ports.ts';
import type { ReconciliationReport } from './reconciliation-report.ts';

/** Compares the lists of all organisations, side by side: what holds one up does not touch the others. */
export async function reconcileLists(
  organisations: readonly ComparableOrganisation[],
  stage: StageName,
  ports: ReconciliationPorts,
  onFailure: (failure: FailedComparison) => void,
): Promise<ReconciliationReport> {
  const beganAt = ports.clock.now().toISOString();
  const lists = await Promise.all(
    organisations.map((organisation) => reconcileOrganisation(organisation, ports, onFailure)),
  );
  return { version: 1, stage, beganAt, endedAt: ports.clock.now().toISOString(), lists: lists.flat() };
}
