import { describe, expect, it } from 'vitest';
import { destinationListDestination } from '#shared/cisco/secure-access/destination-list-destination.ts';
import { organisationLists } from '#shared/cisco/secure-access/organisation-lists.ts';
import { reconcileOrganisation } from '#shared/iocs/reconciliation/reconcile-organisation.ts';
import { chunksOf } from '#shared/non-empty.ts';
import { seededLists } from '../../../simulators/secure-access/seed.ts';
import { startSimulatedOrganisation } from '../../cisco/secure-access/simulated-organisation.ts';
import { entryNumber } from '../blocking/entry-number.ts';
import { domain, domains, organisation } from '../blocking/worker-bench.ts';
import { commentUntil, ReconciliationBench, standingBlock } from './reconciliation-bench.ts';

const listId = seededLists.usedByBlockRule.id;
const comment = commentUntil('2026-12-31T05:00:00Z');

/** A list of the simulated cloud, with a ledger in memory. */
async function start(edition: 'global' | 'umbrella' = 'global', id: number = listId) {
  const cloud = await startSimulatedOrganisation();
  const bench = new ReconciliationBench();
  const { client } = cloud;
  const destination = destinationListDestination({ client, edition, listId: id });
  const list = { ...bench.target(), id, destination };
  const allLists = organisationLists({ client, edition });
  return {
    ...cloud,
    bench,
    /** Posts what the worker would, and writes it into the ledger. */
    async block(values: readonly string[]) {
      for (const chunk of chunksOf(values.map(domain), 500)) {
        const [first, ...rest] = chunk;
        const entryOf = (indicator: typeof first) => ({ indicator, comment });
        await destination.add([entryOf(first), ...rest.map(entryOf)]);
        for (const indicator of chunk) {
          bench.save(standingBlock(indicator, { comment, leaseUntil: '2026-12-31T05:00:00.000Z' }));
        }
      }
    },
    async compare() {
      const [result] = await reconcileOrganisation(
        { name: organisation, lists: [list], surroundings: { edition, allLists } },
        bench.ports(),
        ({ error }) => bench.failures.push(error),
      );
      return result;
    },
  };
}

describe('against the cloud', () => {
  it('a comparison reads the list once, its rules twice, and writes nothing there', async () => {
    const { block, compare, calls, control } = await start();
    await block(domains(950).map(({ value }) => value));
    control.addByHand(listId, ['by-hand.example']);
    const posted = calls().length;

    expect(await compare()).toMatchObject({
      outcome: 'complete',
      entriesRead: 951,
      rowsPutRight: 950,
      blocksEnforced: 950,
      drift: { removedByHand: 0, takenOver: 0, unknownButOurs: 0, notOurs: 1 },
      capacity: { entryCount: 951, organisationEntryCount: 951 },
    });
    const asked = calls().slice(posted);
    expect(asked.every((call) => call.startsWith('GET '))).toBe(true);
    expect(asked.filter((call) => call.includes('/destinations?'))).toHaveLength(10);
    expect(asked.filter((call) => call.includes('/rules'))).toHaveLength(2);
    expect(asked).toHaveLength(15);
  });

  it('a ledger that was lost is rebuilt, and knows the ids', async () => {
    const { block, compare, bench, control } = await start();
    await block(domains(250).map(({ value }) => value));
    control.addByHand(listId, ['by-hand.example']);
    const before = new Map(bench.table.blocks);
    bench.table.blocks.clear();

    expect(await compare()).toMatchObject({ drift: { unknownButOurs: 250, notOurs: 1 } });

    expect(bench.standing()).toHaveLength(250);
    const ids = new Set(control.destinations(listId).map(({ id }) => Number(id)));
    for (const [key, { leaseUntil }] of before) {
      const rebuilt = bench.table.blocks.get(key);
      expect(rebuilt).toMatchObject({ addedBy: 'us', comment, leaseUntil, status: 'enforced' });
      expect(rebuilt && 'entryId' in rebuilt && ids.has(Number(rebuilt.entryId))).toBe(true);
    }
  });

  it('what is gone is looked for again in few requests, since its ids are known', async () => {
    const { block, compare, bench, calls, control } = await start();
    await block(domains(2_000).map(({ value }) => value));
    await compare();
    // An entry that stood in the middle of the list until somebody took it away.
    bench.save(standingBlock(domain('gone.example'), { comment, entryId: entryNumber(990_500) }));
    bench.time.pass(1_000);
    const asked = calls().length;

    expect(await compare()).toMatchObject({ drift: { removedByHand: 1 } });
    expect(bench.ledgerHas(domain('gone.example'))).toMatchObject({ because: 'removed-by-hand' });
    const pages = calls()
      .slice(asked)
      .filter((call) => call.includes('/destinations?'));
    expect(pages.length).toBeLessThanOrEqual(20 + 10);
    expect(control.destinations(listId)).toHaveLength(2_000);
  });

  it('an allow list of an Umbrella organisation beats its block list', async () => {
    const { block, compare, bench, control } = await start('umbrella', 5);
    control.putList({ id: 5, name: 'soc-block', access: 'block' });
    control.putList({ id: 6, name: 'Partners', access: 'allow', destinations: ['partner.example'] });
    await block(['cdn.partner.example', 'bad.example']);

    expect(await compare()).toMatchObject({ outcome: 'complete', blocksEnforced: 1 });
    expect(bench.ledgerHas(domain('cdn.partner.example'))).toMatchObject({
      status: 'stored-not-enforced',
      reason: 'overridden-by-allow-list: partner.example stands on the allow list "Partners"',
    });
  });

  it('a list that does not exist fails with what to do about it', async () => {
    const { compare } = await start('global', 4_711);
    expect(await compare()).toMatchObject({
      outcome: 'failed',
      explanation: expect.stringContaining("Put the id from the list's page"),
    });
  });
});
