import type { DestinationListName } from '#shared/config/names.ts';
import { RetryLater } from '#shared/errors/retry-later.ts';
import type { Block } from '#shared/iocs/block.ts';
import type { BlockStore, LockAnswer, WriterLock } from '#shared/iocs/blocking/block-store.ts';
import type { ListState } from '#shared/iocs/blocking/list-state.ts';
import type { OpenPost } from '#shared/iocs/blocking/open-post.ts';
import { indicatorKey } from '#shared/iocs/indicator.ts';
import type { PartOutcome, RequestOutcomes } from '#shared/requests/request-outcomes.ts';

/** What survives a worker: ledger, journal, outcomes and the lock, with fencing as the table does it. */
export class InMemoryTable {
  readonly blocks = new Map<string, Block>();
  readonly openPosts = new Map<DestinationListName, OpenPost>();
  readonly listStates = new Map<DestinationListName, ListState>();
  readonly outcomes = new Map<string, PartOutcome>();
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
      blocks: async (list, indicators) => {
        const found = indicators.flatMap((indicator) => {
          const block = this.blocks.get(`${list}/${indicatorKey(indicator)}`);
          return block ? [[indicatorKey(indicator), block] as const] : [];
        });
        return new Map(found);
      },
      saveBlocks: async (blocks) => {
        fence();
        this.#putBlocks(blocks);
      },
      openPost: async (post) => {
        fence();
        this.openPosts.set(post.destinationList, post);
      },
      closePost: async (post, landed, state) => {
        fence();
        this.#putBlocks(landed);
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
