import { OutcomeUnknown } from '../../errors/outcome-unknown.ts';
import { RetryLater } from '../../errors/retry-later.ts';
import type { NonEmptyArray } from '../../non-empty.ts';
import { type CountedBlock, newBlockCounts } from '../blast-radius/new-block-counts.ts';
import type { Block, StandingBlock } from '../block.ts';
import type { BlockStore } from './block-store.ts';
import { lookAtList } from './inspect-list.ts';
import { landedBlocks } from './landed-block.ts';
import { findLanding, type Landing, type PostAnswer } from './landing.ts';
import { counted, type ListState } from './list-state.ts';
import type { OpenPost, PendingEntry } from './open-post.ts';
import type { TargetList, WorkerPorts } from './worker-ports.ts';

/** Posts of which the answer is lost and that never arrived are sent this often in all. */
const mostTriesOfALostPost = 3;

/** What a post was answered, and what it has done all the same. */
export interface PostResult {
  readonly answer: PostAnswer;
  readonly landing: Landing;
  /** What stands on the list now, as the ledger has it. */
  readonly blocks: readonly StandingBlock[];
}

/**
 * Posts to one destination list, under its organisation's lock. Each is written down before it is sent, and closed
 * when it is known what it did.
 */
export class JournaledPosts {
  readonly #list: TargetList;
  readonly #store: BlockStore;
  readonly #ports: Pick<WorkerPorts, 'clock' | 'sleep' | 'newPostId'>;
  #state: ListState;

  constructor(
    list: TargetList,
    state: ListState,
    store: BlockStore,
    ports: Pick<WorkerPorts, 'clock' | 'sleep' | 'newPostId'>,
  ) {
    this.#list = list;
    this.#state = state;
    this.#store = store;
    this.#ports = ports;
  }

  /** What is known of the list after the last post. */
  get state(): ListState {
    return this.#state;
  }

  /**
   * Posts entries; once more when the answer was lost and nothing arrived.
   * @param former what the ledger knows of them on this list, by indicator key
   * @throws RetryLater when the vendor asks to wait or the post is lost again and again: nothing of it is there
   * @throws ConfigurationProblem when a person must put something right first
   */
  async send(
    entries: NonEmptyArray<PendingEntry>,
    former: ReadonlyMap<string, Block>,
    options: { mayReadBack: boolean },
  ): Promise<PostResult> {
    for (let tries = 1; ; tries++) {
      const post = this.#newPost(entries);
      await this.#store.openPost(post);
      const answer = await this.#add(post);
      const landing = await findLanding(this.#list.destination, post, answer, options);
      const blocks = await this.#close(post, landing, former);
      if (answer.kind !== 'lost' || landing.landed.length > 0) return { answer, landing, blocks };
      if (tries >= mostTriesOfALostPost) {
        throw new RetryLater(
          `The post to ${this.#list.name} was lost ${tries} times and the list is unchanged; it is tried again later.`,
          { retryAfterSeconds: 30 },
        );
      }
      await this.#ports.sleep(1_000 * 2 ** (tries - 1));
    }
  }

  /** Closes a post that another worker left open: looks at the list, and records what stands there. */
  async finish(post: OpenPost): Promise<void> {
    const indicators = post.entries.map(({ indicator }) => indicator);
    const former = await this.#store.blocks(this.#list.name, indicators);
    await this.#close(post, await findLanding(this.#list.destination, post, { kind: 'lost' }), former);
  }

  async #add(post: OpenPost): Promise<PostAnswer> {
    try {
      return await this.#list.destination.add(post.entries);
    } catch (error) {
      if (error instanceof OutcomeUnknown) return { kind: 'lost' };
      // Every other failure certainly wrote nothing, so nothing stays open.
      await this.#store.closePost(post, { landed: [], state: this.#state, newBlocks: [] });
      throw error;
    }
  }

  #newPost(entries: NonEmptyArray<PendingEntry>): OpenPost {
    const [first, ...rest] = entries;
    return {
      postId: this.#ports.newPostId(),
      destinationList: this.#list.name,
      entries: [first, ...rest],
      openedAt: this.#ports.clock.now().toISOString(),
      ...(this.#state.entryCount === undefined ? {} : { entryCountBefore: this.#state.entryCount }),
    };
  }

  /** Records what a post has done; the blocks that it has become. */
  async #close(
    post: OpenPost,
    landing: Landing,
    former: ReadonlyMap<string, Block>,
  ): Promise<StandingBlock[]> {
    if (landing.landed.length > 0) await this.#lookAgain();
    this.#state = counted(this.#state, landing.entryCount);
    const blocks = landedBlocks(landing.landed, {
      list: this.#list.name,
      state: this.#state,
      former,
      now: this.#ports.clock.now(),
    });
    // Counted where the post was opened, so that whoever closes it counts in the same hour and day.
    const newBlocks = newBlockCounts(newlyBlocked(landing), new Date(post.openedAt));
    await this.#store.closePost(post, { landed: blocks, state: this.#state, newBlocks });
    return blocks;
  }

  /** What was written may wait for a deployment, and then has no effect yet, whatever had one before. */
  async #lookAgain(): Promise<void> {
    if (this.#list.destination.takesEffect === 'at-once') return;
    this.#state = await lookAtList(this.#list, this.#store, this.#ports.clock);
  }
}

function newlyBlocked({ landed }: Landing): CountedBlock[] {
  return landed
    .filter(({ origin }) => origin.kind === 'this-post')
    .map(({ entry: { reports, countedForList } }) => ({ ...reports[0], countedForList }));
}
