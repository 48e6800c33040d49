import type { BlockDestination } from '#shared/iocs/blocking/block-destination.ts';
import { blockIndicators } from '#shared/iocs/blocking/block-indicators.ts';
import { type Indicator, indicatorValueSchema } from '#shared/iocs/indicator.ts';
import { releaseEndedLeases } from '#shared/iocs/releasing/release-ended-leases.ts';
import { chunksOf } from '#shared/non-empty.ts';
import { ReleaseBench } from '../releasing/release-bench.ts';
import { command, WorkerBench } from './worker-bench.ts';

/**
 * The block worker with a ledger in memory and a destination that keeps no comments.
 * @param newDestination is asked for each invocation: another one is another process, which remembers nothing
 */
export function groupWorker(newDestination: () => BlockDestination) {
  const bench = new WorkerBench();
  const target = () => ({ ...bench.target(), id: undefined, destination: newDestination() });
  return {
    bench,
    async block(values: readonly string[], delivery = 'a') {
      const [first, ...rest] = chunksOf(values.map(address), 500).map((indicators, part) =>
        command(delivery, indicators, { part }),
      );
      if (!first) throw new Error('a webhook has indicators');
      await blockIndicators([{ list: target(), commands: [first, ...rest] }], bench.ports());
    },
    async releaseAll() {
      const release = new ReleaseBench();
      release.now = new Date(bench.now.getTime() + 400 * 86_400_000);
      const ports = {
        ...release.ports(),
        ledger: bench.table.ledger(),
        lock: bench.table.lock(() => release.now, new Date(release.now.getTime() + 120_000)),
      };
      return releaseEndedLeases(target(), ports);
    },
    /** How many indicators have come to which status. */
    statuses() {
      const counts: Record<string, number> = {};
      for (const { indicators } of bench.table.outcomes.values()) {
        for (const { status } of indicators) counts[status] = (counts[status] ?? 0) + 1;
      }
      return counts;
    },
  };
}

function address(value: string): Indicator {
  return { type: 'ipv4', value: indicatorValueSchema.parse(value) };
}
