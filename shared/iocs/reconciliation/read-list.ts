import type { ListComparison } from './list-comparison.ts';
import { pacedPages } from './paced-pages.ts';
import type { ComparableList, ReconciliationPorts } from './reconciliation-ports.ts';

/**
 * At most ten pages a second. The API takes 6,000 requests an hour, which the block worker needs too: the largest
 * organisation has 2,500 pages.
 * @see https://developer.cisco.com/docs/cloud-security/umbrella-api-rate-limits
 */
export const leastMillisecondsPerPage = 100;

/** Time kept free for putting right what the read has shown, in milliseconds. */
const reserveMilliseconds = 60_000;

/**
 * Shows both sides to the comparison, the ledger's first: what is posted meanwhile then looks unknown, which a look at
 * the ledger explains, and not gone.
 * @returns whether the list was read to its end; it is not where the time is over before
 */
export async function readListAndLedger(
  list: ComparableList,
  comparison: ListComparison,
  ports: ReconciliationPorts,
): Promise<boolean> {
  for await (const blocks of ports.ledger.standingOn(list.name)) comparison.addKnown(blocks);

  const stopAt = ports.finishBy.getTime() - reserveMilliseconds;
  for await (const entries of pacedPages(list.destination.entries(), {
    leastMillisecondsPerPage,
    ...ports,
  })) {
    comparison.see(entries);
    if (ports.clock.now().getTime() >= stopAt) return false;
  }
  return true;
}
