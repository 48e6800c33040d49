import { isNonEmpty } from '../../non-empty.ts';
import type { Inspection } from '../blocking/block-destination.ts';
import { lookAtList } from '../blocking/inspect-list.ts';
import { type AllowedDestinations, overridingEntry } from './allow-list-override.ts';
import { type DailyCount, withDailyCount } from './capacity/daily-counts.ts';
import { listCapacity } from './capacity/list-capacity.ts';
import { confirmRemoved } from './confirm-removed.ts';
import { driftOf, valuesOf } from './drift.ts';
import { entryEnforcement } from './entry-enforcement.ts';
import { judgeSuspects } from './judge-suspects.ts';
import { ListComparison, type Suspect } from './list-comparison.ts';
import { putRight } from './put-right.ts';
import { readListAndLedger } from './read-list.ts';
import { driftEvents, enforcementEvents, fillingEvents } from './reconciliation-events.ts';
import type { ComparableList, ComparableOrganisation, ReconciliationPorts } from './reconciliation-ports.ts';
import type { ComparedList } from './reconciliation-report.ts';
import { underLock } from './under-lock.ts';

/** What is known of the list's organisation before its lists are read. */
export interface OrganisationFindings extends Pick<ComparableOrganisation, 'edition'> {
  /** Entries on all its lists, ours and others. */
  readonly entryCount: number;
  readonly allowed: AllowedDestinations;
}

/**
 * Compares a list with the ledger and puts the ledger right. Nothing is ever written to the list.
 *  1. Read both sides, slowly and without the writer's lock.
 *  2. Look at the rules, and again for what was not seen.
 *  3. Tell what was found. This comes first, so that a crash repeats the message rather than loses it.
 *  4. Put right, under the lock, what is still so.
 *  5. Remember what the next comparison needs, and what the next writer needs.
 * @throws RetryLater and ConfigurationProblem as the destination does, and when the lock is not to be had
 */
export async function reconcileList(
  list: ComparableList,
  organisation: OrganisationFindings,
  ports: ReconciliationPorts,
): Promise<ComparedList> {
  const { clock, ledger, records } = ports;
  const before = await records.find(list.organisation, list.name);
  const readBeganAt = clock.now();
  const comparison = new ListComparison();
  const isReadToItsEnd = await readListAndLedger(list, comparison, ports);

  const inspection = await list.destination.inspect();
  const { enforcement } = inspection;
  const isWholeList = isReadToItsEnd && isCredible(comparison, inspection);
  const enforcementOf = entryEnforcement(enforcement, (indicator) =>
    overridingEntry(indicator, organisation.allowed),
  );
  const evidence = { list: list.name, enforcementOf, readBeganAt };
  const suspects = await confirmRemoved(comparison.suspects({ ...evidence, isWholeList }), list);

  const drifted = judgeSuspects(
    suspects.filter(isDrift),
    await ledger.blocksOn(
      list.name,
      suspects.filter(isDrift).map(({ indicator }) => indicator),
    ),
    evidence,
    clock.now(),
  );
  const drift = driftOf(drifted, comparison.notOurs.count);
  const latest: DailyCount = {
    day: clock.now().toISOString().slice(0, 'yyyy-mm-dd'.length),
    entryCount: inspection.entryCount ?? comparison.entriesRead,
    organisationEntryCount: organisation.entryCount,
  };
  const dailyCounts = withDailyCount(before?.dailyCounts ?? [], latest);
  const capacity = listCapacity(dailyCounts, latest, { ...list, ...organisation });
  const context = { before, now: clock.now() };
  const events = [
    ...driftEvents(list, drift, { ...context, values: valuesOf(drifted, comparison.notOurs.examples) }),
    ...enforcementEvents(list, enforcement, { ...context, blocks: comparison.knownBlocks }),
    ...fillingEvents(list, capacity, clock.now()),
  ];
  if (isNonEmpty(events)) await ports.events.publish(events);

  const { rowsPutRight, left } = await putRight(list, suspects, evidence, ports);
  await records.save(list.organisation, list.name, {
    reconciledAt: clock.now().toISOString(),
    enforcement: enforcement.kind,
    notOurs: isWholeList ? drift.notOurs : Math.max(drift.notOurs, before?.notOurs ?? 0),
    dailyCounts,
  });
  // Under the lock, so that the count is the one from which the next post begins.
  await underLock(list, ports, (store) => lookAtList(list, store, clock));

  const explanation = whatIsLeft({ isReadToItsEnd, isWholeList, left, comparison, inspection });
  return {
    organisation: list.organisation,
    destinationList: list.name,
    outcome: explanation === undefined ? 'complete' : 'partial',
    ...(explanation === undefined ? {} : { explanation }),
    entriesRead: comparison.entriesRead,
    drift,
    rowsPutRight,
    enforcement: enforcement.kind,
    ...(enforcement.kind === 'enforced' ? {} : { enforcementReason: enforcement.reason }),
    blocksEnforced: comparison.enforcedBlocks({ enforcementOf, isWholeList }),
    capacity,
  };
}

function isDrift({ seems }: Suspect): boolean {
  return seems !== 'outdated';
}

/** Entries come and go while a list is read; a tenth of them does not. */
const smallestCredibleShare = 0.9;

/** Whether what was read can be the whole list. A read that ends too early would declare thousands of blocks gone. */
function isCredible({ entriesRead }: ListComparison, { entryCount }: Inspection): boolean {
  return entryCount === undefined || entriesRead >= entryCount * smallestCredibleShare;
}

function whatIsLeft(found: {
  isReadToItsEnd: boolean;
  isWholeList: boolean;
  left: number;
  comparison: ListComparison;
  inspection: Inspection;
}): string | undefined {
  const { entriesRead } = found.comparison;
  if (!found.isReadToItsEnd) {
    return `The time was over after ${entriesRead} entries; what was not seen by then is not taken for gone.`;
  }
  if (!found.isWholeList) {
    return `The list counts ${found.inspection.entryCount} entries, but gave only ${entriesRead} to read; what was not seen is not taken for gone.`;
  }
  return found.left === 0 ? undefined : `The time was over with ${found.left} rows still to be put right.`;
}
