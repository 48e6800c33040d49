import { OutcomeUnknown } from '../../errors/outcome-unknown.ts';
import { RetryLater } from '../../errors/retry-later.ts';
import type { NonEmptyArray } from '../../non-empty.ts';
import { isNonEmpty } from '../../non-empty.ts';
import { type CountedBlock, newBlockCounts } from '../blast-radius/new-block-counts.ts';
import type { Block, StandingBlock } from '../block.ts';
import { indicatorKey } from '../indicator.ts';
import type { BlockStore } from './block-store.ts';
import { type Fates, rejectedFor } from './fate.ts';
import { landedBlock } from './landed-block.ts';
import { findLanding, type Landing, namedRefusals, type PostAnswer } from './landing.ts';
import { counted, type ListState } from './list-state.ts';
import type { OpenPost, PendingEntry } from './open-post.ts';
import { planPosts } from './plan-posts.ts';
import { roomIn } from './room.ts';
import type { TargetList, WorkerPorts } from './worker-ports.ts';

/** Posts of which the answer is lost and that never arrived are sent this often in all. */
const mostTriesOfALostPost = 3;

/** Posts that may be spent on isolating what a batch was refused for. 500 entries with 5 bad ones need about 90. */
const mostIsolatingPosts = 120;

/**
 * Writes to one destination list, under its organisation's lock. Each post is written down before it is sent, and
 * closed when it is known what it did.
 */
export class ListWriter {
  readonly #list: TargetList;
  readonly #store: BlockStore;
  readonly #ports: Pick<WorkerPorts, 'clock' | 'sleep' | 'newPostId'>;
  #state: ListState;
  /** What the ledger knew of the values before they are posted, by indicator key. */
  #former: ReadonlyMap<string, Block> = new Map();
  #isolatingPosts = 0;

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

  get list(): TargetList {
    return this.#list;
  }

  /** What is known of the list after the last post. */
  get state(): ListState {
    return this.#state;
  }

  /** How many more entries the list takes. */
  get room(): number {
    return roomIn(this.#list, this.#state);
  }

  /**
   * Brings every entry to a fate, which it adds to `fates` as soon as it is recorded, so that a failure half-way
   * loses nothing of what was done.
   * @param former what the ledger knows of the entries on this list, by indicator key
   * @throws RetryLater when the vendor asks to wait; entries without a fate are then to be written again
   * @throws ConfigurationProblem when a person must put something right first
   */
  async write(
    entries: readonly PendingEntry[],
    former: ReadonlyMap<string, Block>,
    fates: Fates,
  ): Promise<void> {
    this.#former = former;
    for (const post of planPosts(entries, this.#list.destination.mostEntriesPerAdd)) {
      await this.#post(post, fates, { mayReadBack: true });
    }
  }

  /** Closes a post that another worker left open: looks at the list, and records what stands there. */
  async finish(post: OpenPost): Promise<void> {
    const indicators = post.entries.map(({ indicator }) => indicator);
    this.#former = await this.#store.blocks(this.#list.name, indicators);
    await this.#close(post, await findLanding(this.#list.destination, post, { kind: 'lost' }));
  }

  async #post(
    entries: NonEmptyArray<PendingEntry>,
    fates: Fates,
    options: { mayReadBack: boolean },
  ): Promise<void> {
    const { answer, landing, blocks } = await this.#send(entries, options);
    for (const block of blocks) {
      fates.set(indicatorKey(block.indicator), { kind: 'on-list', block });
    }
    const named = namedRefusals(answer, landing.missing);
    for (const [key, reason] of named) fates.set(key, rejectedFor(`refused-by-destination: ${reason}`));
    const missing = landing.missing.filter(({ indicator }) => !named.has(indicatorKey(indicator)));
    if (!isNonEmpty(missing)) return;
    if (missing.length < entries.length) return this.#post(missing, fates, notAgain(landing, options));
    if (answer.kind !== 'refused') return reject(missing, 'not-stored: accepted, but not stored', fates);
    await this.#isolate(missing, answer.reason, fates, notAgain(landing, options));
  }

  /** A refusal that names nobody: the batch is halved until the bad entries stand alone. */
  async #isolate(
    entries: NonEmptyArray<PendingEntry>,
    reason: string,
    fates: Fates,
    options: { mayReadBack: boolean },
  ): Promise<void> {
    if (entries.length === 1 || this.#isolatingPosts >= mostIsolatingPosts) {
      return reject(entries, `refused-by-destination: ${reason}`, fates);
    }
    const middle = Math.ceil(entries.length / 2);
    for (const half of [entries.slice(0, middle), entries.slice(middle)]) {
      if (!isNonEmpty(half)) continue;
      this.#isolatingPosts++;
      await this.#post(half, fates, options);
    }
  }

  async #send(
    entries: NonEmptyArray<PendingEntry>,
    options: { mayReadBack: boolean },
  ): Promise<{ answer: PostAnswer; landing: Landing; blocks: StandingBlock[] }> {
    for (let tries = 1; ; tries++) {
      const post = this.#newPost(entries);
      await this.#store.openPost(post);
      const answer = await this.#add(post);
      const landing = await findLanding(this.#list.destination, post, answer, options);
      const blocks = await this.#close(post, landing);
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
  async #close(post: OpenPost, landing: Landing): Promise<StandingBlock[]> {
    this.#state = counted(this.#state, landing.entryCount);
    const now = this.#ports.clock.now();
    const landed = landing.landed.map((entry) =>
      landedBlock(entry, {
        list: this.#list.name,
        state: this.#state,
        former: this.#former.get(indicatorKey(entry.entry.indicator)),
        now,
      }),
    );
    // Counted where the post was opened, so that whoever closes it counts in the same hour and day.
    const newBlocks = newBlockCounts(newlyBlocked(landing), new Date(post.openedAt));
    await this.#store.closePost(post, { landed, state: this.#state, newBlocks });
    return landed;
  }
}

function newlyBlocked({ landed }: Landing): CountedBlock[] {
  return landed
    .filter(({ origin }) => origin.kind === 'this-post')
    .map(({ entry: { reports, countedForList } }) => ({ ...reports[0], countedForList }));
}

function notAgain(landing: Landing, options: { mayReadBack: boolean }): { mayReadBack: boolean } {
  return { mayReadBack: options.mayReadBack && !landing.wasReadBack };
}

function reject(entries: readonly PendingEntry[], reason: string, fates: Fates): void {
  for (const { indicator } of entries) fates.set(indicatorKey(indicator), rejectedFor(reason));
}
