import type { GroupReference } from '../../../firewalls/group-usage.ts';

/** A network that a rule or a list of changes names, in whatever way it does. */
export interface NamedNetwork {
  readonly uid?: string | null | undefined;
  readonly name?: string | null | undefined;
  /** What it consists of, by name or as an address. */
  readonly elements?: readonly string[] | null | undefined;
}

/**
 * A group and everything that contains it, as rules may name them. Whether the uid of a common object is also its uid
 * in Firewall Manager is not documented, so either the uid or the name is enough. Names are unique there, in upper or
 * lower case.
 */
export class GroupNames {
  readonly #uids: ReadonlySet<string>;
  readonly #names: ReadonlySet<string>;

  constructor(references: readonly GroupReference[]) {
    this.#uids = new Set(references.map(({ uid }) => uid.toLowerCase()));
    this.#names = new Set(references.map(({ name }) => name.toLowerCase()));
  }

  areIn({ uid, name, elements }: NamedNetwork): boolean {
    return (
      (uid ? this.#uids.has(uid.toLowerCase()) : false) ||
      [name, ...(elements ?? [])].some((text) => text && this.#names.has(text.toLowerCase()))
    );
  }
}
