import { AutomationError } from '../../errors/automation-error.ts';
import { readAllowedDestinations } from './allowed-destinations.ts';
import { type OrganisationFindings, reconcileList } from './reconcile-list.ts';
import type { ComparableList, ComparableOrganisation, ReconciliationPorts } from './reconciliation-ports.ts';
import type { ListReconciliation } from './reconciliation-report.ts';

/** A list that could not be compared, for the log. */
export interface FailedComparison {
  readonly list: ComparableList;
  readonly error: unknown;
}

/** With less time than this, no list is begun any more, in milliseconds. */
const leastMillisecondsForAList = 120_000;

/**
 * Compares an organisation's lists one after the other, the one whose last comparison is the oldest first, so that a
 * list which was not reached for want of time is the first of the next run. Every list gets a result.
 */
export async function reconcileOrganisation(
  organisation: ComparableOrganisation,
  ports: ReconciliationPorts,
  onFailure: (failure: FailedComparison) => void,
): Promise<ListReconciliation[]> {
  let findings: OrganisationFindings | undefined;
  try {
    const results: ListReconciliation[] = [];
    for (const list of await oldestFirst(organisation, ports)) results.push(await resultOf(list));
    return results;
  } catch (error) {
    // What was remembered of the lists cannot be read: nothing can be told of any of them.
    return organisation.lists.map((list) => failed(list, error));
  }

  async function resultOf(list: ComparableList): Promise<ListReconciliation> {
    if (ports.finishBy.getTime() - ports.clock.now().getTime() < leastMillisecondsForAList) {
      return { organisation: list.organisation, destinationList: list.name, outcome: 'not-reached' };
    }
    try {
      findings ??= await lookAt(organisation, ports);
      return await reconcileList(list, findings, ports);
    } catch (error) {
      return failed(list, error);
    }
  }

  function failed(list: ComparableList, error: unknown): ListReconciliation {
    onFailure({ list, error });
    return {
      organisation: list.organisation,
      destinationList: list.name,
      outcome: 'failed',
      explanation: explain(error),
    };
  }
}

async function lookAt(
  { surroundings }: ComparableOrganisation,
  ports: ReconciliationPorts,
): Promise<OrganisationFindings> {
  if (!surroundings) return { entryCount: undefined, allowed: new Map() };
  const { edition, allLists } = surroundings;
  const lists = await allLists.all();
  return {
    entryCount: lists.reduce((sum, { entryCount }) => sum + entryCount, 0),
    // Elsewhere rules decide, and a list that an allow rule uses is never written.
    allowed: edition === 'umbrella' ? await readAllowedDestinations(lists, allLists, ports) : new Map(),
  };
}

async function oldestFirst(
  { lists }: ComparableOrganisation,
  { records }: ReconciliationPorts,
): Promise<readonly ComparableList[]> {
  const dated = await Promise.all(
    lists.map(async (list) => {
      const record = await records.find(list.organisation, list.name);
      return { list, reconciledAt: record?.reconciledAt ?? '' };
    }),
  );
  return dated
    .sort((one, other) => one.reconciledAt.localeCompare(other.reconciledAt))
    .map(({ list }) => list);
}

function explain(error: unknown): string {
  if (error instanceof AutomationError) return error.message;
  return 'It failed for a reason that only the log of reconcile-lists tells.';
}
