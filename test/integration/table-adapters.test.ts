import { randomUUID } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { LeaseLock } from '#shared/aws/table/lease-lock.ts';
import { tableLedger } from '#shared/aws/table/ledger.ts';
import { tableRequestOutcomes } from '#shared/aws/table/request-outcomes.ts';
import { tableRequestReader } from '#shared/aws/table/request-reader.ts';
import { tableRequestRecorder } from '#shared/aws/table/request-recorder.ts';
import { tableWriterLock } from '#shared/aws/table/writer-lock.ts';
import {
  connectionNameSchema,
  type DestinationListName,
  destinationListNameSchema,
  organisationNameSchema,
} from '#shared/config/names.ts';
import { RetryLater } from '#shared/errors/retry-later.ts';
import type { StandingBlock } from '#shared/iocs/block.ts';
import type { BlockStore } from '#shared/iocs/blocking/block-store.ts';
import type { ListState } from '#shared/iocs/blocking/list-state.ts';
import type { OpenPost, PendingEntry } from '#shared/iocs/blocking/open-post.ts';
import { type Indicator, indicatorValueSchema } from '#shared/iocs/indicator.ts';
import { chunksOf } from '#shared/non-empty.ts';
import { deriveRequestId } from '#shared/requests/request-id.ts';
import { realSleep } from '#shared/time/sleep.ts';
import { DeployedSystem } from './deployed-system.ts';

const system = new DeployedSystem();
const documents = DynamoDBDocumentClient.from(
  new DynamoDBClient({
    endpoint: system.stack.awsEndpoint,
    region: system.stack.region,
    credentials: system.credentials,
  }),
  { marshallOptions: { removeUndefinedValues: true } },
);
const table = { documents, tableName: system.stack.table };
const list = destinationListNameSchema.parse('soc-block');
const requestId = deriveRequestId('table-adapters', randomUUID());
const state: ListState = {
  enforcement: { kind: 'enforced' },
  entryCount: 7,
  inspectedAt: '2026-11-22T03:00:00.000Z',
};

const newBlocks = [{ period: 'day#2026-11-22', count: 120 }];

/** An organisation that nobody else uses. */
function newOrganisation() {
  return organisationNameSchema.parse(`o${randomUUID().slice(0, 8)}`);
}

function lockAt(now: Date, leaseSeconds: number) {
  const leaseUntil = new Date(now.getTime() + leaseSeconds * 1000);
  return tableWriterLock({ ...table, clock: { now: () => now }, sleep: realSleep, leaseUntil });
}

async function storeOf(organisation = newOrganisation()): Promise<BlockStore> {
  const answer = await lockAt(new Date(), 60).tryAcquire(organisation);
  if (answer.kind === 'held') throw new Error('a new organisation cannot be locked');
  return answer.store;
}

function indicators(count: number): Indicator[] {
  const run = randomUUID().slice(0, 8);
  return Array.from({ length: count }, (_, index) => ({
    type: 'domain' as const,
    value: indicatorValueSchema.parse(`t${index}-${run}.example`),
  }));
}

function postOf(entries: readonly Indicator[]): OpenPost {
  const [first, ...rest] = entries.map(
    (indicator): PendingEntry => ({
      indicator,
      comment: 'test',
      reports: [{ requestId, reportedAt: '2026-11-22T03:00:00.000Z' }],
      leaseUntil: '2026-12-22T03:00:00.000Z',
    }),
  );
  if (!first) throw new Error('a post has at least one entry');
  return {
    postId: randomUUID(),
    destinationList: list,
    entries: [first, ...rest],
    entryCountBefore: 7,
    openedAt: '2026-11-22T03:00:00.000Z',
  };
}

function blockOf(indicator: Indicator, more: { leaseUntil?: string } = {}) {
  const at = '2026-11-22T03:00:00.000Z';
  return {
    indicator,
    destinationList: list,
    requestId,
    addedBy: 'us',
    firstSeenAt: at,
    lastSeenAt: at,
    reports: [{ requestId, reportedAt: at }],
    history: [{ at, change: 'enforced', by: requestId }],
    leaseUntil: '2026-12-22T03:00:00.000Z',
    ...more,
    status: 'enforced',
    verifiedAt: '2026-11-22T03:00:01.000Z',
  } satisfies StandingBlock;
}

describe('the writer lock in the table', () => {
  it('goes to one of twenty who want it at the same moment', async () => {
    const organisation = newOrganisation();
    const lock = lockAt(new Date(), 60);
    const answers = await Promise.all(Array.from({ length: 20 }, () => lock.tryAcquire(organisation)));
    expect(answers.filter((answer) => answer.kind === 'acquired')).toHaveLength(1);
  });

  it('can be taken again after its release, and after its time', async () => {
    const organisation = newOrganisation();
    const now = new Date();
    const first = await lockAt(now, 60).tryAcquire(organisation);
    if (first.kind === 'acquired') await first.release();
    expect((await lockAt(now, 60).tryAcquire(organisation)).kind).toBe('acquired');
    expect((await lockAt(now, 60).tryAcquire(organisation)).kind).toBe('held');
    const later = new Date(now.getTime() + 61_000);
    expect((await lockAt(later, 60).tryAcquire(organisation)).kind).toBe('acquired');
  });

  it('fences a former holder: its late write changes nothing, its late release neither', async () => {
    const organisation = newOrganisation();
    const now = new Date();
    const former = await lockAt(now, 1).tryAcquire(organisation);
    const later = new Date(now.getTime() + 2_000);
    const present = await lockAt(later, 60).tryAcquire(organisation);
    if (former.kind === 'held' || present.kind === 'held') throw new Error('both are acquired in turn');

    await expect(former.store.saveListState(list, state)).rejects.toThrow(RetryLater);
    await former.release();

    expect(await present.store.listState(list)).toBeUndefined();
    expect((await lockAt(later, 60).tryAcquire(organisation)).kind).toBe('held');
  });

  it('is one lease per key, whatever the key is for', async () => {
    const key = { pk: `TEST#${randomUUID()}`, sk: 'LOCK' };
    const lock = new LeaseLock({ ...table, clock: { now: () => new Date() } });
    const until = new Date(Date.now() + 60_000);
    expect((await lock.tryAcquire(key, until)).kind).toBe('acquired');
    expect(await lock.tryAcquire(key, until)).toMatchObject({ kind: 'held', until });
  });
});

describe('the journal and the ledger in the table', () => {
  it('keep an open post until it is closed, and what it landed for good', async () => {
    const store = await storeOf();
    const landed = indicators(250);
    const post = postOf(landed);

    await store.openPost(post);
    expect(await store.openPosts()).toEqual([post]);
    await store.closePost(post, { landed: landed.map((one) => blockOf(one)), state, newBlocks });

    expect(await store.openPosts()).toEqual([]);
    expect(await store.listState(list)).toEqual(state);
    const known = await store.blocks(list, [...landed, ...indicators(5)]);
    expect(known.size).toBe(250);
  });

  it('may be closed twice: a worker that died half-way leaves nothing different', async () => {
    const store = await storeOf();
    const landed = indicators(120);
    const post = postOf(landed);
    await store.openPost(post);
    const blocks = landed.map((one) => blockOf(one));
    await store.saveBlocks(blocks.slice(0, 99));
    await store.closePost(post, { landed: blocks, state, newBlocks });
    await store.closePost(post, { landed: blocks, state, newBlocks });
    expect((await store.blocks(list, landed)).size).toBe(120);
    expect(await store.openPosts()).toEqual([]);
    expect(await store.newBlockCounts(['day#2026-11-22', 'day#2026-11-23'])).toEqual(
      new Map([['day#2026-11-22', 120]]),
    );
  });

  it('add up the new blocks of many posts', async () => {
    const store = await storeOf();
    for (const landed of [indicators(2), indicators(3)]) {
      const post = postOf(landed);
      await store.openPost(post);
      const counts = [{ period: 'day#2026-11-22', count: landed.length }];
      await store.closePost(post, { landed: landed.map((one) => blockOf(one)), state, newBlocks: counts });
    }
    expect(await store.newBlockCounts(['day#2026-11-22'])).toEqual(new Map([['day#2026-11-22', 5]]));
  });

  it('forget what is known of a list when they are told to', async () => {
    const store = await storeOf();
    await store.saveListState(list, state);
    await store.forgetListState(list);
    expect(await store.listState(list)).toBeUndefined();
  });

  it('find an indicator whose value is too long for a key', async () => {
    const store = await storeOf();
    const url: Indicator = {
      type: 'url',
      value: indicatorValueSchema.parse(`https://long.example/${'a'.repeat(1_900)}?${randomUUID()}`),
    };
    await store.saveBlocks([blockOf(url)]);
    expect(await tableLedger(table).blocksOf(url)).toEqual([blockOf(url)]);
  });
});

describe('the index of what stands on a list', () => {
  /** A list that nobody else uses. */
  const ownList = () => destinationListNameSchema.parse(`l${randomUUID().slice(0, 8)}`);

  async function standingOn(name: DestinationListName, leaseEndsBy?: Date) {
    const found: string[] = [];
    const pages = tableLedger(table).standingOn(name, leaseEndsBy ? { leaseEndsBy } : {});
    for await (const page of pages) found.push(...page.map(({ indicator }) => indicator.value));
    return found;
  }

  it('gives blocks in the order in which leases end, the endless last, and released ones not at all', async () => {
    const name = ownList();
    const [soon, later, endless, released] = indicators(4);
    if (!soon || !later || !endless || !released) throw new Error('four are made');
    const { leaseUntil: _none, ...withoutEnd } = blockOf(endless);
    const { status: _status, verifiedAt: _verifiedAt, addedBy: _addedBy, ...gone } = blockOf(released);
    const store = await storeOf();
    await store.saveBlocks([blockOf(released)].map((block) => ({ ...block, destinationList: name })));
    await store.saveBlocks([
      { ...withoutEnd, destinationList: name },
      { ...blockOf(later, { leaseUntil: '2026-12-22T04:00:00.000Z' }), destinationList: name },
      { ...blockOf(soon, { leaseUntil: '2026-12-22T03:00:00.000Z' }), destinationList: name },
      {
        ...gone,
        destinationList: name,
        status: 'released',
        releasedAt: '2026-11-23T03:00:00.000Z',
        because: 'lease-ended',
      },
    ]);

    expect(await standingOn(name)).toEqual([soon.value, later.value, endless.value]);
    expect(await standingOn(name, new Date('2026-12-22T03:00:00Z'))).toEqual([soon.value]);
    expect(await tableLedger(table).blocksOf(released)).toMatchObject([{ status: 'released' }]);
  });
});

describe('requests in the table', () => {
  const connection = connectionNameSchema.parse('ioc-list');

  function received(count: number) {
    const parts = chunksOf(indicators(count), 500).map((chunk, part) => ({
      part,
      destinationList: list,
      indicators: chunk,
    }));
    return {
      requestId: deriveRequestId('table-adapters', randomUUID()),
      connection,
      action: 'block' as const,
      receivedAt: new Date('2026-11-22T03:00:00Z'),
      parts,
      held: [],
      rejected: [{ value: '10.0.0.5', reason: 'private-address' }],
    };
  }

  it('are recorded once, and read back whole, however large', async () => {
    const request = received(12_000);
    const recorder = tableRequestRecorder(table);

    expect(await recorder.record(request)).toBe('recorded');
    expect(await recorder.record(request)).toBe('duplicate');

    const read = await tableRequestReader(table).read(request.requestId);
    expect(read?.parts).toEqual(request.parts);
    expect(read?.rejected).toEqual(request.rejected);
    expect(read?.received).toEqual({ connection, action: 'block', receivedAt: '2026-11-22T03:00:00.000Z' });
  });

  it('have their outcomes found by part', async () => {
    const outcomes = tableRequestOutcomes(table);
    const request = received(1);
    const outcome = {
      requestId: request.requestId,
      part: 3,
      connection,
      organisation: organisationNameSchema.parse('main'),
      destinationList: { name: list, id: 7001234 },
      receivedAt: '2026-11-22T03:00:00.000Z',
      completedAt: '2026-11-22T03:00:02.000Z',
      indicators: [{ value: 'bad.example', type: 'domain' as const, status: 'enforced' as const }],
    };
    await outcomes.save(outcome);
    const asked = [0, 3].map((part) => ({ requestId: request.requestId, part }));
    expect(await outcomes.find([...asked, ...asked])).toEqual([outcome]);
  });
});
