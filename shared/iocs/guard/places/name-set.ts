/** A name of the DNS with the names above it, from the top-level domain down. */
export interface PlacedName {
  readonly name: string;
  readonly parents: readonly string[];
}

/** How a name stands to a listed one. Blocking a name blocks all below it, so one `above` is as bad as the name itself. */
export interface NameMatch {
  readonly relation: 'on' | 'above' | 'below';
  readonly listed: string;
}

/** Names of the DNS, with their places in the tree. */
export interface NameSet {
  /** How `asked` stands to the nearest listed one; `undefined` when it is neither on, above nor below any. */
  match(asked: PlacedName): NameMatch | undefined;
}

export function placedName(name: string): PlacedName {
  const parents: string[] = [];
  for (let dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) {
    parents.push(name.slice(dot + 1));
  }
  return { name, parents: parents.reverse() };
}

/**
 * A set of names that is asked in time that depends on the labels of the name and not on the size of the set:
 * from the top-level domain down, and no further than names are listed.
 * A leading `www.` or dot says nothing more than the name behind it, whether it is listed or asked for.
 */
export function nameSet(names: Iterable<string>): NameSet {
  /** Every listed name, with itself, and every name above one, with the first listed one below it. */
  const tree = new Map<string, string>();
  for (const written of names) {
    const { name, parents } = placedName(written.replace(/^(?:www)?\./, ''));
    tree.set(name, name);
    for (const parent of parents) if (!tree.has(parent)) tree.set(parent, name);
  }
  const isListed = (name: string) => tree.get(name) === name;
  return {
    match({ name, parents }) {
      let above: string | undefined;
      for (const parent of parents) {
        const listed = tree.get(parent);
        if (listed === undefined) return matchBelow(above);
        if (listed === parent) above = parent;
      }
      const on = [name, name.replace(/^www\./, '')].find(isListed);
      if (on !== undefined) return { relation: 'on', listed: on };
      const below = tree.get(name);
      if (below !== undefined) return { relation: 'above', listed: below };
      return matchBelow(above);
    },
  };
}

function matchBelow(listed: string | undefined): NameMatch | undefined {
  return listed === undefined ? undefined : { relation: 'below', listed };
}
