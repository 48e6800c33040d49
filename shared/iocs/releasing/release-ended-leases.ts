import { type ReleaseReport, releaseOnList } from './release-on-list.ts';
import type { ReleaseOrder } from './release-order.ts';
import type { ReleaseList, ReleasePorts } from './release-ports.ts';

/** So many blocks are in memory at a time; what is above ends in the next run. */
const mostBlocksPerRun = 50_000;

/** Ends the blocks of a list whose lease has ended. */
export async function releaseEndedLeases(list: ReleaseList, ports: ReleasePorts): Promise<ReleaseReport> {
  const orders: ReleaseOrder[] = [];
  let left = 0;
  for await (const page of ports.ledger.standingOn(list.name, { leaseEndsBy: ports.clock.now() })) {
    const room = mostBlocksPerRun - orders.length;
    left = Math.max(0, page.length - room);
    for (const { indicator } of page.slice(0, room)) {
      orders.push({ indicator, causes: [{ kind: 'lease-ended' }] });
    }
    if (left > 0) break;
  }
  const report = await releaseOnList(list, orders, ports);
  return { ...report, left: report.left + left };
}
