import type { PartDecision } from '#shared/approvals/decision.ts';
import type { DestinationListName } from '#shared/config/names.ts';
import { RetryLater } from '#shared/errors/retry-later.ts';
import { type Block, isStanding } from '#shared/iocs/block.ts';
import type { BlockStore, LockAnswer, WriterLock } from '#shared/iocs/blocking/block-store.ts';
import type { ListState } from '#shared/iocs/blocking/list-state.ts';
import type { OpenPost } from '#shared/iocs/blocking/open-post.ts';
import { type Indicator, indicatorKey } from '#shared/iocs/indicator.ts';
import type { Ledger } from '#shared/iocs/ledger.ts';
import type { PartOutcome, RequestOutcomes } from '#shared/requests/request-outcomes.ts';

/** Blocks that {@link InMemoryTable.ledger} gives at a time. */
const blocksPerPage = 100;

/** What survives a worker: ledger, journal, outcomes and the lock, with fencing as the table does it. */
export class InMemoryTable {
  readonly blocks = new Map<string, Block>();
  readonly openPosts = new Map<DestinationListName, OpenPost>();
  readonly listStates = new Map<DestinationListName, ListState>();
  readonly outcomes = new Map<string, PartOutcome>();
  readonly decisions = new Map<string, PartDecision>();
  /** New blocks by period. */
  readonly newBlocks = new Map<string, number>();
  #fencingNumber = 0;
  #heldUntil = new Date(0);

  lock(now: () => Date, leaseUntil: Date): WriterLock {
    return {
      tryAcquire: async (): Promise<LockAnswer> => {
        if (this.#heldUntil > now()) return { kind: 'held', until: this.#heldUntil };
        this.#heldUntil = leaseUntil;
        const mine = ++this.#fencingNumber;
        return {
          kind: 'acquired',
          store: this.#store(mine),
          release: async () => {
            if (mine === this.#fencingNumber) this.#heldUntil = new Date(0);
          },
        };
      },
    };
  }

  requestOutcomes(): RequestOutcomes {
    return {
      find: async (parts) =>
        parts.flatMap((part) => this.outcomes.get(`${part.requestId}/${part.part}`) ?? []),
      save: async (outcome) => {
        this.outcomes.set(`${outcome.requestId}/${outcome.part}`, outcome);
      },
    };
  }

  recordedDecisions() {
    return { find: async (requestId: string, part: number) => this.decisions.get(`${requestId}/${part}`) };
  }

  ledger(): Ledger {
    return {
      blocksOf: async (indicator) =>
        [...this.blocks.values()].filter(
          (block) => indicatorKey(block.indicator) === indicatorKey(indicator),
        ),
      blocksOn: async (list, indicators) => this.#blocksOn(list, indicators),
      standingOn: (list, options) => this.#standingOn(list, options),
    };
  }

  async *#standingOn(list: DestinationListName, options: { leaseEndsBy?: Date } = {}) {
    const latest = options.leaseEndsBy?.toISOString();
    const standing = [...this.blocks.values()]
      .filter(isStanding)
      .filter(({ destinationList }) => destinationList === list)
      .map((block) => ({ block, leaseEnd: block.leaseUntil ?? 'never' }))
      .filter(({ leaseEnd }) => latest === undefined || leaseEnd <= latest)
      .toSorted((one, other) => (one.leaseEnd < other.leaseEnd ? -1 : Number(one.leaseEnd > other.leaseEnd)))
      .map(({ block }) => block);
    for (let start = 0; start < standing.length; start += blocksPerPage) {
      yield standing.slice(start, start + blocksPerPage);
    }
  }

  #blocksOn(list: DestinationListName, indicators: readonly Indicator[]): Map<string, Block> {
    const found = indicators.flatMap((indicator) => {
      const block = this.blocks.get(`${list}/${indicatorKey(indicator)}`);
      return block ? [[indicatorKey(indicator), block] as const] : [];
    });
    return new Map(found);
  }

  #store(mine: number): BlockStore {
    const fence = () => {
      if (mine !== this.#fencingNumber) throw new RetryLater('Another worker has taken over as the writer.');
    };
    return {
      openPosts: async () => [...this.openPosts.values()],
      listState: async (list) => this.listStates.get(list),
      saveListState: async (list, state) => {
        fence();
        this.listStates.set(list, state);
      },
      forgetListState: async (list) => {
        fence();
        this.listStates.delete(list);
      },
      blocks: async (list, indicators) => this.#blocksOn(list, indicators),
      newBlockCounts: async (periods) =>
        new Map([...this.newBlocks].filter(([period]) => periods.includes(period))),
      saveBlocks: async (blocks) => {
        fence();
        this.#putBlocks(blocks);
      },
      openPost: async (post) => {
        fence();
        this.openPosts.set(post.destinationList, post);
      },
      closePost: async (post, { landed, state, newBlocks }) => {
        fence();
        this.#putBlocks(landed);
        if (this.openPosts.get(post.destinationList)?.postId !== post.postId) return;
        for (const { period, count } of newBlocks) {
          this.newBlocks.set(period, (this.newBlocks.get(period) ?? 0) + count);
        }
        this.listStates.set(post.destinationList, state);
        this.openPosts.delete(post.destinationList);
      },
    };
  }

  #putBlocks(blocks: readonly Block[]) {
    for (const block of blocks)
      this.blocks.set(`${block.destinationList}/${indicatorKey(block.indicator)}`, block);
  }
}
