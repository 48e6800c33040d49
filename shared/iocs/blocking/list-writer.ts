import { isNonEmpty, type NonEmptyArray } from '../../non-empty.ts';
import type { Block } from '../block.ts';
import { indicatorKey } from '../indicator.ts';
import type { BlockStore } from './block-store.ts';
import { type Fates, rejectedFor } from './fate.ts';
import { JournaledPosts } from './journaled-posts.ts';
import { type Landing, namedRefusals } from './landing.ts';
import type { ListState } from './list-state.ts';
import type { OpenPost, PendingEntry } from './open-post.ts';
import { planPosts } from './plan-posts.ts';
import { recordStandingEntries } from './record-standing-entries.ts';
import { roomIn } from './room.ts';
import type { TargetList, WorkerPorts } from './worker-ports.ts';

/** Posts that may be spent on isolating what a batch was refused for. 500 entries with 5 bad ones need about 90. */
const mostIsolatingPosts = 120;

/** Writes to one destination list, under its organisation's lock, until each entry has a fate. */
export class ListWriter {
  readonly list: TargetList;
  readonly #posts: JournaledPosts;
  readonly #store: BlockStore;
  readonly #ports: Pick<WorkerPorts, 'clock'>;
  #isolatingPosts = 0;

  constructor(
    list: TargetList,
    state: ListState,
    store: BlockStore,
    ports: Pick<WorkerPorts, 'clock' | 'sleep' | 'newPostId'>,
  ) {
    this.list = list;
    this.#store = store;
    this.#ports = ports;
    this.#posts = new JournaledPosts(list, state, store, ports);
  }

  /** What is known of the list after the last post. */
  get state(): ListState {
    return this.#posts.state;
  }

  /** How many more entries the list takes. */
  get room(): number {
    return roomIn(this.list, this.state);
  }

  /** Closes a post that another worker left open: looks at the list, and records what stands there. */
  async finish(post: OpenPost): Promise<void> {
    await this.#posts.finish(post);
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
    const { keepsComments, mostEntriesPerAdd } = this.list.destination;
    const absent = keepsComments ? entries : await this.#withoutStanding(entries, former, fates);
    for (const post of planPosts(absent, mostEntriesPerAdd)) {
      await this.#post(post, { former, fates, mayReadBack: true });
    }
  }

  async #withoutStanding(
    entries: readonly PendingEntry[],
    former: ReadonlyMap<string, Block>,
    fates: Fates,
  ): Promise<readonly PendingEntry[]> {
    const { list, state } = this;
    const place = { list, state, store: this.#store };
    const standing = await recordStandingEntries(entries, former, place, this.#ports);
    for (const block of standing) fates.set(indicatorKey(block.indicator), { kind: 'on-list', block });
    return entries.filter(({ indicator }) => !fates.has(indicatorKey(indicator)));
  }

  async #post(entries: NonEmptyArray<PendingEntry>, context: PostContext): Promise<void> {
    const { former, fates } = context;
    const { answer, landing, blocks } = await this.#posts.send(entries, former, context);
    for (const block of blocks) {
      fates.set(indicatorKey(block.indicator), { kind: 'on-list', block });
    }
    const named = namedRefusals(answer, landing.missing);
    for (const [key, reason] of named) fates.set(key, rejectedFor(`refused-by-destination: ${reason}`));
    const missing = landing.missing.filter(({ indicator }) => !named.has(indicatorKey(indicator)));
    if (!isNonEmpty(missing)) return;
    if (missing.length < entries.length) return this.#post(missing, notAgain(landing, context));
    if (answer.kind !== 'refused') return reject(missing, 'not-stored: accepted, but not stored', fates);
    await this.#isolate(missing, answer.reason, notAgain(landing, context));
  }

  /** A refusal that names nobody: the batch is halved until the bad entries stand alone. */
  async #isolate(entries: NonEmptyArray<PendingEntry>, reason: string, context: PostContext): Promise<void> {
    if (entries.length === 1 || this.#isolatingPosts >= mostIsolatingPosts) {
      return reject(entries, `refused-by-destination: ${reason}`, context.fates);
    }
    const middle = Math.ceil(entries.length / 2);
    for (const half of [entries.slice(0, middle), entries.slice(middle)]) {
      if (!isNonEmpty(half)) continue;
      this.#isolatingPosts++;
      await this.#post(half, context);
    }
  }
}

interface PostContext {
  readonly former: ReadonlyMap<string, Block>;
  readonly fates: Fates;
  /** Whether the list may be searched for the entries when the count leaves doubt. */
  readonly mayReadBack: boolean;
}

function notAgain(landing: Landing, context: PostContext): PostContext {
  return { ...context, mayReadBack: context.mayReadBack && !landing.wasReadBack };
}

function reject(entries: readonly PendingEntry[], reason: string, fates: Fates): void {
  for (const { indicator } of entries) fates.set(indicatorKey(indicator), rejectedFor(reason));
}
