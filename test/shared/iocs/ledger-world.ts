import { isStanding, type StandingBlock } from '#shared/iocs/block.ts';
import type { BlockCommand } from '#shared/iocs/blocking/block-command.ts';
import { blockIndicators } from '#shared/iocs/blocking/block-indicators.ts';
import type { WriterLock } from '#shared/iocs/blocking/block-store.ts';
import { parseEntryComment } from '#shared/iocs/blocking/entry-comment.ts';
import { reconcileOrganisation } from '#shared/iocs/reconciliation/reconcile-organisation.ts';
import { releaseEndedLeases } from '#shared/iocs/releasing/release-ended-leases.ts';
import { releaseOnList } from '#shared/iocs/releasing/release-on-list.ts';
import type { ReleaseCause } from '#shared/iocs/releasing/release-order.ts';
import type { ReleaseList, ReleasePorts } from '#shared/iocs/releasing/release-ports.ts';
import { type Death, Mortality } from '#test/mortality.ts';
import { ListDouble } from './blocking/list-double.ts';
import { command, domain, organisation, WorkerBench } from './blocking/worker-bench.ts';
import { InMemoryListRecords } from './reconciliation/reconciliation-bench.ts';

/** A message in a queue: it comes back until its worker has finished it. */
type Message = (mortality: Mortality) => Promise<void>;

/** Locks of dead workers end within this time, in seconds. */
const longestLockSeconds = 200;

/**
 * Everything that touches one list and its ledger: the block worker, releases, expiry, the nightly comparison and
 * people at the console. Workers may die at any of their calls; their messages come again when they are delivered.
 */
export class LedgerWorld {
  readonly bench = new WorkerBench(new ListDouble());
  readonly records = new InMemoryListRecords(this.bench.table);
  /** What must never happen: entries that were removed although they were not ours, or before their lease ended. */
  readonly wrongRemovals: string[] = [];
  /** Requests so far; each is one delivery of a webhook. */
  readonly requests: BlockCommand[] = [];
  #queue: Message[] = [];

  constructor() {
    const { list } = this.bench;
    const { remove } = list;
    list.remove = async (ids) => {
      for (const [value, { id, comment }] of list.stored) {
        if (ids.includes(id) && !parseEntryComment(comment)) this.wrongRemovals.push(`${value} was not ours`);
      }
      return remove.call(list, ids);
    };
  }

  get now(): Date {
    return this.bench.now;
  }

  pass(seconds: number): void {
    this.bench.pass(seconds);
  }

  async report(value: string, death?: Death): Promise<void> {
    const delivery = `delivery-${this.requests.length}`;
    const reported = command(delivery, [domain(value)], { receivedAt: this.now });
    this.requests.push(reported);
    await this.#deliver((mortality) => this.#block(reported, mortality), death);
  }

  /** The sender, or the queue, sends an earlier request again. */
  async repeat(request: number): Promise<void> {
    const repeated = this.requests[request % Math.max(1, this.requests.length)];
    if (repeated) await this.#deliver((mortality) => this.#block(repeated, mortality));
  }

  async release(value: string, death?: Death): Promise<void> {
    const cause = { kind: 'released-by-operator', by: 'ada', askedAt: this.now } as const;
    await this.#deliver((mortality) => this.#release([value], cause, mortality), death);
  }

  async rollBack(request: number, death?: Death): Promise<void> {
    const rolledBack = this.requests[request % Math.max(1, this.requests.length)];
    if (!rolledBack) return;
    const { requestId, indicators } = rolledBack;
    const values = indicators.map(({ value }) => value);
    const cause = { kind: 'request-rolled-back', requestId, by: 'ada' } as const;
    await this.#deliver((mortality) => this.#release(values, cause, mortality), death);
  }

  /** The hourly run; when it dies, the next one comes in an hour. */
  async expire(death?: Death): Promise<void> {
    const mortality = new Mortality(death);
    const { list, ports } = this.#releasing(mortality);
    const isLeased = (value: string) => (this.#leaseEndOf(value) ?? 0) > this.now.getTime();
    const leased = this.ours().filter(isLeased);
    await surviving(mortality, async () => void (await releaseEndedLeases(list, ports)));
    const early = leased.filter((value) => !this.bench.list.stored.has(value));
    this.wrongRemovals.push(...early.map((value) => `${value} still had a lease`));
    if (mortality.isDead) this.pass(longestLockSeconds);
  }

  async reconcile(): Promise<void> {
    const { table, list } = this.bench;
    // What was changed a moment ago is left to the next comparison.
    this.pass(longestLockSeconds);
    const own = { id: 7_001_234, name: 'soc-block', access: 'none', entryCount: list.stored.size };
    const allLists = { all: async () => [own], async *entriesOf() {} };
    const [result] = await reconcileOrganisation(
      {
        name: organisation,
        lists: [this.bench.target()],
        surroundings: { edition: 'global', allLists },
      },
      {
        ledger: table.ledger(),
        lockUntil: (until) => table.lock(() => this.now, until),
        records: this.records,
        events: { publish: async () => undefined },
        clock: { now: () => this.now },
        sleep: async (milliseconds) => this.pass(milliseconds / 1_000),
        finishBy: new Date(this.now.getTime() + 900_000),
      },
      ({ error }) => {
        throw error;
      },
    );
    if (result?.outcome !== 'complete') throw new Error(`not compared: ${JSON.stringify(result)}`);
  }

  /** The queue delivers again what workers left unfinished. */
  async redeliver(): Promise<void> {
    const waiting = this.#queue;
    this.#queue = [];
    for (const message of waiting) await this.#deliver(message);
  }

  addByHand(value: string): void {
    if (!this.bench.list.stored.has(value)) this.bench.list.addByHand(value);
  }

  removeByHand(value: string): void {
    this.bench.list.stored.delete(value);
  }

  changeComment(value: string): void {
    const entry = this.bench.list.stored.get(value);
    if (entry) this.bench.list.stored.set(value, { ...entry, comment: 'mine now' });
  }

  /** Values that stand on the list as ours. */
  ours(): string[] {
    return [...this.bench.list.stored]
      .filter(([, { comment }]) => parseEntryComment(comment))
      .map(([value]) => value)
      .toSorted();
  }

  /** What the ledger takes as standing. */
  standing(): StandingBlock[] {
    return [...this.bench.table.blocks.values()].filter(isStanding);
  }

  #leaseEndOf(value: string): number | undefined {
    const block = this.standing().find(({ indicator }) => indicator.value === value);
    return block?.leaseUntil === undefined ? undefined : Date.parse(block.leaseUntil);
  }

  async #deliver(message: Message, death?: Death): Promise<void> {
    const mortality = new Mortality(death);
    await surviving(mortality, () => message(mortality));
    if (!mortality.isDead) return;
    this.pass(longestLockSeconds);
    this.#queue.push(message);
  }

  async #block(reported: BlockCommand, mortality: Mortality): Promise<void> {
    const ports = this.bench.ports();
    const list = { ...this.bench.target(), destination: mortality.mortal(this.bench.list) };
    const results = await blockIndicators([{ list, commands: [reported] }], {
      ...ports,
      lock: mortalLock(ports.lock, mortality),
      outcomes: mortality.mortal(ports.outcomes),
      events: mortality.mortal(ports.events),
    });
    const returned = results.find((result) => result.kind === 'return');
    if (returned) throw returned.cause;
  }

  async #release(values: readonly string[], cause: ReleaseCause, mortality: Mortality): Promise<void> {
    const { list, ports } = this.#releasing(mortality);
    const orders = values.map((value) => ({ indicator: domain(value), causes: [cause] as const }));
    await releaseOnList(list, orders, ports);
  }

  #releasing(mortality: Mortality): { list: ReleaseList; ports: ReleasePorts } {
    const { lock, ledger, events, clock, sleep } = this.bench.ports();
    return {
      list: { ...this.bench.target(), destination: mortality.mortal(this.bench.list) },
      ports: {
        lock: mortalLock(lock, mortality),
        ledger,
        events: mortality.mortal(events),
        clock,
        sleep,
        stopAt: new Date(this.now.getTime() + 600_000),
      },
    };
  }
}

function mortalLock(lock: WriterLock, mortality: Mortality): WriterLock {
  return mortality.mortal({
    tryAcquire: async (name: typeof organisation) => {
      const answer = await lock.tryAcquire(name);
      if (answer.kind === 'held') return answer;
      const { release } = mortality.mortal({ release: () => answer.release() });
      return { kind: 'acquired' as const, store: mortality.mortal(answer.store), release };
    },
  });
}

/** Only the dead may fail. */
async function surviving(mortality: Mortality, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!mortality.isDead) throw error;
  }
}
