import { describe, expect, it } from 'vitest';
import { mostEntriesOfOrganisation } from '#shared/config/organisation-capacity.ts';
import type { Enforcement } from '#shared/iocs/blocking/block-destination.ts';
import { reconcileOrganisation } from '#shared/iocs/reconciliation/reconcile-organisation.ts';
import { groupDouble, type ListBehaviour } from '../blocking/list-double.ts';
import { domain, domains, listName, organisation } from '../blocking/worker-bench.ts';
import { ReconciliationBench } from './reconciliation-bench.ts';

const enforced: Enforcement = { kind: 'enforced' };
const notUsed: Enforcement = { kind: 'not-enforced', reason: 'not-used: no rule denies this group' };
const awaiting: Enforcement = { kind: 'not-enforced', reason: 'awaiting-deployment: not on fw-1 yet' };
const failed: Enforcement = { kind: 'not-enforced', reason: 'deployment-failed: fw-1 could not be reached' };
const permitted: Enforcement = { kind: 'unsafe', reason: 'used-by-permit-rule: rule 3 lets it through' };

/** A group that is compared as functions do it: with nothing around it. */
function start(behaviour: Partial<ListBehaviour> = {}) {
  const bench = new ReconciliationBench(groupDouble(behaviour));
  const list = {
    ...bench.target(),
    id: undefined,
    mostEntries: 100_000,
    mostEntriesOfOrganisation: mostEntriesOfOrganisation('network-group', 'global'),
  };
  return {
    bench,
    async compare() {
      bench.time.pass(86_400_000);
      bench.finishBy = new Date(bench.time.now().getTime() + 900_000);
      const [result] = await reconcileOrganisation(
        { name: organisation, lists: [list] },
        bench.ports(),
        ({ error }) => bench.failures.push(error),
      );
      expect(bench.failures).toEqual([]);
      return result;
    },
  };
}

describe('what the firewalls make of a group', () => {
  it.each<[what: string, before: Enforcement, after: Enforcement]>([
    ['a deny rule that was removed', enforced, notUsed],
    ['a permit rule that uses it', enforced, permitted],
    ['a change that waits for its deployment', enforced, awaiting],
    ['a deployment that failed', awaiting, failed],
    ['a deployment that is done', awaiting, enforced],
  ])('is in every status, and told, after one comparison: %s', async (_what, before, after) => {
    const { bench, compare } = start({ enforcement: before });
    for (const indicator of domains(3)) bench.block(indicator);
    await compare();

    bench.list.behaviour.enforcement = after;
    await compare();

    const status = after.kind === 'enforced' ? 'enforced' : 'stored-not-enforced';
    const reason = after.kind === 'enforced' ? {} : { reason: after.reason };
    for (const indicator of domains(3)) {
      expect(bench.ledgerHas(indicator)).toMatchObject({ status, ...reason, addedBy: 'us' });
    }
    expect(bench.events('EnforcementChanged')).toMatchObject([
      { was: before.kind, now: after.kind, ...reason, blocks: 3, destinationList: { name: 'soc-block' } },
    ]);
  });

  it('is not told again while it is the same for the same reason, whatever the firewall is called', async () => {
    const { bench, compare } = start({ enforcement: awaiting });
    bench.block(domain('bad.example'));
    await compare();

    bench.list.behaviour.enforcement = { ...awaiting, reason: 'awaiting-deployment: not on fw-2 yet' };
    await compare();

    expect(bench.events('EnforcementChanged')).toEqual([]);
  });

  it('is told against what a writer saw since the last comparison: a block that waited, and waits no more', async () => {
    const { bench, compare } = start();
    bench.block(domain('bad.example'));
    await compare();
    const inspectedAt = bench.time.now().toISOString();
    bench.table.listStates.set(listName, { enforcement: awaiting, inspectedAt });

    await compare();
    await compare();

    expect(bench.events('EnforcementChanged')).toMatchObject([
      { was: 'not-enforced', now: 'enforced', blocks: 1 },
    ]);
  });

  it('counts for all but those with a reason of their own', async () => {
    const reason = 'not-used: the group soc-block-02 is in no rule; add it to the rule';
    const { bench, compare } = start({ withoutEffect: new Map([['d1.example', reason]]) });
    for (const indicator of domains(3)) bench.block(indicator);

    expect(await compare()).toMatchObject({ blocksEnforced: 2 });

    expect(bench.ledgerHas(domain('d1.example'))).toMatchObject({
      status: 'stored-not-enforced',
      reason,
      isOfEntryAlone: true,
    });
    bench.list.behaviour.withoutEffect.clear();
    await compare();
    const rescued = bench.ledgerHas(domain('d1.example'));
    expect(rescued).toMatchObject({ status: 'enforced' });
    expect(rescued).not.toHaveProperty('isOfEntryAlone');
  });
});

describe('a group that keeps no comments', () => {
  it('has its entries from the ledger: what was made by hand stays foreign, night after night', async () => {
    const { bench, compare } = start();
    bench.block(domain('bad.example'));
    bench.list.addByHand('by-hand.example');

    expect(await compare()).toMatchObject({ drift: { notOurs: 1, takenOver: 0, unknownButOurs: 0 } });

    expect(bench.ledgerHas(domain('bad.example'))).toMatchObject({ addedBy: 'us', status: 'enforced' });
    expect(bench.ledgerHas(domain('by-hand.example'))).toBeUndefined();
  });

  it('gives a lost ledger nothing back, since nobody could tell ours from others', async () => {
    const { bench, compare } = start();
    for (const indicator of domains(3)) bench.block(indicator);
    bench.table.blocks.clear();

    expect(await compare()).toMatchObject({ drift: { notOurs: 3, unknownButOurs: 0 } });
    expect(bench.standing()).toEqual([]);
  });

  it('tells what was taken away by hand', async () => {
    const { bench, compare } = start();
    bench.block(domain('bad.example'));
    bench.block(domain('gone.example'));
    bench.list.stored.delete('gone.example');

    expect(await compare()).toMatchObject({ drift: { removedByHand: 1 } });
    expect(bench.ledgerHas(domain('gone.example'))).toMatchObject({ because: 'removed-by-hand' });
  });
});

describe('the room of an organisation', () => {
  it('is that of 100,000 objects, as the group itself says, and told when four fifths are taken', async () => {
    const { bench, compare } = start({ organisationEntryCount: 80_000 });
    bench.block(domain('bad.example'));

    expect(await compare()).toMatchObject({
      capacity: {
        entryCount: 1,
        organisationEntryCount: 80_000,
        mostEntriesOfOrganisation: 100_000,
        isFilling: true,
      },
    });
    expect(bench.events('ListFilling')).toHaveLength(1);
  });

  it('is forecast by how it filled on the last days', async () => {
    const { bench, compare } = start();
    let last: unknown;
    for (const organisationEntryCount of [50_000, 52_000, 54_000, 56_000]) {
      bench.list.behaviour.organisationEntryCount = organisationEntryCount;
      last = await compare();
    }
    expect(last).toMatchObject({ capacity: { daysUntilFull: 22, isFilling: true } });
  });
});
