import type { DestinationListName } from '../../config/names.ts';
import type { NonEmptyArray } from '../../non-empty.ts';
import type { BlockStore } from './block-store.ts';
import { inspectList } from './inspect-list.ts';
import { ListWriter } from './list-writer.ts';
import type { OpenPost } from './open-post.ts';
import type { TargetList, WorkerPorts } from './worker-ports.ts';

/** Posts that a worker left open, by list; one that is finished is taken out. */
export type OpenPosts = Map<DestinationListName, OpenPost>;

/** The list and those that take what it has no room for, in turn. */
export function chainOf(list: TargetList): NonEmptyArray<TargetList> {
  return list.overflow ? [list, ...chainOf(list.overflow)] : [list];
}

/** Writers for a list and those that take what it has no room for. Each list is looked at when it is needed, once. */
export class ListChain {
  readonly lists: NonEmptyArray<TargetList>;
  readonly #store: BlockStore;
  readonly #openPosts: OpenPosts;
  readonly #ports: WorkerPorts;
  readonly #writers = new Map<DestinationListName, ListWriter>();

  constructor(list: TargetList, context: { store: BlockStore; openPosts: OpenPosts; ports: WorkerPorts }) {
    this.lists = chainOf(list);
    this.#store = context.store;
    this.#openPosts = context.openPosts;
    this.#ports = context.ports;
  }

  /** The list's writer, after finding out what the rules make of the list and finishing what was left open. */
  async writerOf(list: TargetList): Promise<ListWriter> {
    const known = this.#writers.get(list.name);
    if (known) return known;
    const state = await inspectList(list, this.#store, this.#ports.clock);
    const writer = new ListWriter(list, state, this.#store, this.#ports);
    const openPost = this.#openPosts.get(list.name);
    if (openPost) {
      await writer.finish(openPost);
      this.#openPosts.delete(list.name);
    }
    this.#writers.set(list.name, writer);
    return writer;
  }

  /** Finishes what was left open on any of the lists: until then the ledger does not know all that stands there. */
  async finishOpenPosts(): Promise<void> {
    for (const list of this.lists) {
      if (this.#openPosts.has(list.name)) await this.writerOf(list);
    }
  }
}
