import { isNonEmpty } from '../../non-empty.ts';
import { lookAtList } from '../blocking/inspect-list.ts';
import type { AllowedDestinations } from './allow-list-override.ts';
import { type DailyCount, withDailyCount } from './capacity/daily-counts.ts';
import { listCapacity } from './capacity/list-capacity.ts';
import { compareList, type ListFindings } from './compare-list.ts';
import { driftOf, valuesOf } from './drift.ts';
import { putRight } from './put-right.ts';
import { driftEvents, enforcementEvents, fillingEvents } from './reconciliation-events.ts';
import type { ComparableList, ReconciliationPorts } from './reconciliation-ports.ts';
import type { ComparedList } from './reconciliation-report.ts';
import { underLock } from './under-lock.ts';

/** What is known of the list's organisation before its lists are read. */
export interface OrganisationFindings {
  /** Entries on all its lists, ours and others, where that is found out before each list is looked at. */
  readonly entryCount: number | undefined;
  readonly allowed: AllowedDestinations;
}

/**
 * Compares a list with the ledger and puts the ledger right. Nothing is ever written to the list.
 *  1. Compare, without the writer's lock.
 *  2. Tell what was found. This comes first, so that a crash repeats the message rather than loses it.
 *  3. Put right, under the lock, what is still so.
 *  4. Remember what the next comparison needs, and what the next writer needs.
 * @throws RetryLater and ConfigurationProblem as the destination does, and when the lock is not to be had
 */
export async function reconcileList(
  list: ComparableList,
  organisation: OrganisationFindings,
  ports: ReconciliationPorts,
): Promise<ComparedList> {
  const { clock, records } = ports;
  const before = await records.find(list.organisation, list.name);
  const lastLook = await records.lastLook(list.organisation, list.name);
  const found = await compareList(list, organisation.allowed, ports);
  const { enforcement, entriesRead, notOurs, blocksEnforced } = found;

  const now = clock.now();
  const drift = driftOf(found.drifted, notOurs.count);
  const latest: DailyCount = {
    day: now.toISOString().slice(0, 'yyyy-mm-dd'.length),
    entryCount: found.entryCount,
    organisationEntryCount: organisation.entryCount ?? found.organisationEntryCount ?? found.entryCount,
  };
  const dailyCounts = withDailyCount(before?.dailyCounts ?? [], latest);
  const capacity = listCapacity(dailyCounts, latest, list);
  const events = [
    ...driftEvents(list, drift, { values: valuesOf(found.drifted, notOurs.examples), before, now }),
    ...enforcementEvents(list, enforcement, { blocks: found.knownBlocks, before, lastLook, now }),
    ...fillingEvents(list, capacity, now),
  ];
  if (isNonEmpty(events)) await ports.events.publish(events);

  const { rowsPutRight, left } = await putRight(list, found.suspects, found.evidence, ports);
  const isWholeList = found.incompleteBecause === undefined;
  await records.save(list.organisation, list.name, {
    reconciledAt: clock.now().toISOString(),
    enforcement: enforcement.kind,
    ...(enforcement.kind === 'enforced' ? {} : { reason: enforcement.reason }),
    notOurs: isWholeList ? drift.notOurs : Math.max(drift.notOurs, before?.notOurs ?? 0),
    dailyCounts,
  });
  // Under the lock, so that the count is the one from which the next post begins.
  await underLock(list, ports, (store) => lookAtList(list, store, clock));

  const explanation = whatIsLeft(found, left);
  return {
    organisation: list.organisation,
    destinationList: list.name,
    outcome: explanation === undefined ? 'complete' : 'partial',
    ...(explanation === undefined ? {} : { explanation }),
    ...{ entriesRead, drift, rowsPutRight, blocksEnforced, capacity },
    enforcement: enforcement.kind,
    ...(enforcement.kind === 'enforced' ? {} : { enforcementReason: enforcement.reason }),
  };
}

/** What the next run has to do, for a person; nothing where all is done. */
function whatIsLeft({ incompleteBecause }: ListFindings, rowsLeft: number): string | undefined {
  if (incompleteBecause !== undefined) {
    return `${incompleteBecause}; what was not seen is not taken for gone.`;
  }
  return rowsLeft === 0 ? undefined : `The time was over with ${rowsLeft} rows still to be put right.`;
}
