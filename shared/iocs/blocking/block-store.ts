import type { DestinationListName, OrganisationName } from '../../config/names.ts';
import type { NewBlockCount } from '../blast-radius/new-block-counts.ts';
import type { Block } from '../block.ts';
import type { Indicator } from '../indicator.ts';
import type { ListState } from './list-state.ts';
import type { OpenPost } from './open-post.ts';

/**
 * The ledger and journal of one organisation, for whoever holds its lock. Every write carries the lock's fencing
 * number: a worker that has lost the lock cannot write any more.
 */
export interface BlockStore {
  /** Posts that a worker opened and nobody closed. */
  openPosts(): Promise<OpenPost[]>;
  listState(list: DestinationListName): Promise<ListState | undefined>;
  saveListState(list: DestinationListName, state: ListState): Promise<void>;
  /** Forgets what is known of the list, so that the next writer looks afresh. */
  forgetListState(list: DestinationListName): Promise<void>;
  /** Known blocks on the list, by indicator key, released ones too. */
  blocks(list: DestinationListName, indicators: readonly Indicator[]): Promise<Map<string, Block>>;
  saveBlocks(blocks: readonly Block[]): Promise<void>;
  /** Writes the post down. Only afterwards may it be sent. */
  openPost(post: OpenPost): Promise<void>;
  /** Records what came of it and closes it; safe to repeat: what is new is counted once. */
  closePost(
    post: OpenPost,
    result: { landed: readonly Block[]; state: ListState; newBlocks: readonly NewBlockCount[] },
  ): Promise<void>;
  /** How many new blocks were counted, by period; periods without any are missing. */
  newBlockCounts(periods: readonly string[]): Promise<ReadonlyMap<string, number>>;
}

export type LockAnswer =
  | { readonly kind: 'acquired'; readonly store: BlockStore; release(): Promise<void> }
  | { readonly kind: 'held'; readonly until: Date };

/**
 * Makes one worker the only writer of an organisation's lists. The store is had only with the lock, so that
 * writing without it cannot be written down in code.
 *
 * Why a lock and not a FIFO queue or a concurrency of one: a FIFO queue hands out 10 messages at most and has no
 * batching window, and reserved concurrency 1 makes the queue's pollers throttle until healthy messages reach the
 * dead-letter queue. With a standard queue and two pollers, one works and one waits.
 */
export interface WriterLock {
  tryAcquire(organisation: OrganisationName): Promise<LockAnswer>;
}
