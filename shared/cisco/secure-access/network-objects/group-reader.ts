import type { AuthorisedClient } from '../authorised-client.ts';
import type { NetworkObjectGroup } from './network-object-group.ts';
import { listNetworkObjectGroups, readNetworkObjectGroup } from './read-groups.ts';

/** Reads one configured group, and knows its id once it was found by its name. */
export class GroupReader {
  readonly #client: AuthorisedClient;
  readonly #name: string;
  #id: number | undefined;

  constructor(client: AuthorisedClient, name: string) {
    this.#client = client;
    this.#name = name;
  }

  /** The group as it is, in one call; `undefined` where there is none of that name. */
  async read(): Promise<NetworkObjectGroup | undefined> {
    const known = this.#id === undefined ? undefined : await readNetworkObjectGroup(this.#client, this.#id);
    // Gone or renamed: the name says which group is meant.
    if (known?.name === this.#name) return known;
    this.#id = undefined;
    for await (const group of listNetworkObjectGroups(this.#client, this.#name)) {
      if (group.name === this.#name) return this.keep(group);
    }
    return undefined;
  }

  /** All groups of the organisation, the configured one among them where it is there. */
  async readAll(): Promise<{ groups: readonly NetworkObjectGroup[]; own: NetworkObjectGroup | undefined }> {
    const groups: NetworkObjectGroup[] = [];
    for await (const group of listNetworkObjectGroups(this.#client)) groups.push(group);
    const own = groups.find(({ name }) => name === this.#name);
    if (own) this.keep(own);
    return { groups, own };
  }

  /** Remembers which group it is. */
  keep(group: NetworkObjectGroup): NetworkObjectGroup {
    this.#id = group.id;
    return group;
  }
}
