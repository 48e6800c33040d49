import { type GroupTree, groupsOf } from './group-tree.ts';
import type { ObjectsClient } from './objects-client.ts';
import { findByNames, readGroupTree } from './read-group-tree.ts';

/** Reads the tree of one configured group, and knows what it read last. */
export class GroupTreeReader {
  readonly #client: ObjectsClient;
  readonly #name: string;
  #last: GroupTree | undefined;

  constructor(client: ObjectsClient, name: string) {
    this.#client = client;
    this.#name = name;
  }

  /** The tree as it is: looked for by its names, and read. Two calls for up to 20 groups. */
  async read(): Promise<GroupTree> {
    const found = await findByNames(this.#client, this.#name);
    return this.keep(await readGroupTree(this.#client, this.#name, found));
  }

  /**
   * The tree to write to, right before it is written: what was found last is read again, without a search, in one call
   * for up to 20 groups. Where there was nothing, nothing is read: that somebody has made a group of that name since
   * shows when it cannot be made.
   */
  async readToWrite(): Promise<GroupTree> {
    const last = this.#last;
    if (!last) return this.read();
    const ids = [...(last.parent ? [last.parent] : []), ...last.numbered.map(({ group }) => group)].map(
      ({ id }) => id,
    );
    if (ids.length === 0) return last;
    const tree = await readGroupTree(this.#client, this.#name, { ids, numbersOfObjects: last.takenNumbers });
    const there = new Set(groupsOf(tree).map(({ id }) => id));
    return ids.every((id) => there.has(id)) ? this.keep(tree) : this.read();
  }

  /** Keeps the tree as it is after a write. */
  keep(tree: GroupTree): GroupTree {
    this.#last = tree;
    return tree;
  }

  /** After a write of unknown outcome: the next look begins with the search. */
  forget(): void {
    this.#last = undefined;
  }
}
