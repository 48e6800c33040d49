import { describe, expect, it } from 'vitest';
import { destinationListDestination } from '#shared/cisco/secure-access/destination-list-destination.ts';
import type { StandingBlock } from '#shared/iocs/block.ts';
import type { BlockEntry } from '#shared/iocs/blocking/block-destination.ts';
import { releaseEndedLeases } from '#shared/iocs/releasing/release-ended-leases.ts';
import { chunksOf } from '#shared/non-empty.ts';
import { startSimulatedOrganisation } from '../../cisco/secure-access/simulated-organisation.ts';
import { entryNumber } from '../blocking/entry-number.ts';
import { domains } from '../blocking/worker-bench.ts';
import { ReleaseBench } from './release-bench.ts';

const listId = 5;
const leases = domains(10_000, 'bad-');

/** A list of the simulated cloud with ended leases, a renewed one and an entry by hand, and its ledger. */
async function startList() {
  const cloud = await startSimulatedOrganisation();
  cloud.control.putList({ id: listId, name: 'soc-block' });
  const destination = destinationListDestination({ client: cloud.client, edition: 'global', listId });
  const bench = new ReleaseBench();
  const renewed = bench.block('renewed.example', { leaseUntil: '2026-11-22T06:00:00.000Z' });
  const blocks = [...leases.map((indicator) => bench.block(indicator)), renewed];
  const entries: BlockEntry[] = blocks.map(({ indicator, comment = '' }) => ({ indicator, comment }));
  for (const chunk of chunksOf(entries, destination.mostEntriesPerAdd)) await destination.add(chunk);
  cloud.control.addByHand(listId, ['by-hand.example']);
  const byValue = new Map<string, StandingBlock>(blocks.map((block) => [block.indicator.value, block]));
  // As after a night: of older entries the ledger knows the ids, of newer ones it does not.
  for (const { id, destination: value } of cloud.control.destinations(listId, { limit: 6_000 })) {
    const block = byValue.get(value);
    if (block) bench.save({ ...block, entryId: entryNumber(Number(id)) });
  }
  const requestsBefore = cloud.calls().length;
  return {
    bench,
    target: { ...bench.target(), destination },
    standing: () => cloud.control.destinations(listId).map(({ destination: value }) => value),
    requests: () => cloud.calls().slice(requestsBefore),
  };
}

describe('10,000 leases that end within one hour', () => {
  it('are released by one reading of the list and 20 removals', async () => {
    const { bench, target, standing, requests } = await startList();
    const pages = Math.ceil(10_002 / 100);

    const report = await releaseEndedLeases(target, bench.ports());

    expect(report).toMatchObject({ released: 10_000, left: 0 });
    expect(standing()).toEqual(['renewed.example', 'by-hand.example']);
    const made = requests();
    expect(made.filter((call) => call.startsWith('DELETE'))).toHaveLength(20);
    expect(made.length).toBeLessThanOrEqual(pages + 20);
    console.info(`${made.length} requests for ${pages} pages and 20 removals`);
  });
});
