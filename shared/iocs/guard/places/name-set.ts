/** A name of the DNS with the names above it, the nearest first, down to the top-level domain. */
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
  return { name, parents };
}

/**
 * A set of names that is asked in time that depends on the labels of the name and not on the size of the set.
 * A leading `www.` or dot says nothing more than the name behind it, whether it is listed or asked for.
 */
export function nameSet(names: Iterable<string>): NameSet {
  const listed = new Set<string>();
  const firstBelow = new Map<string, string>();
  for (const written of names) {
    const { name, parents } = placedName(written.replace(/^(?:www)?\./, ''));
    listed.add(name);
    for (const parent of parents) if (!firstBelow.has(parent)) firstBelow.set(parent, name);
  }
  return {
    match({ name, parents }) {
      const plain = name.replace(/^www\./, '');
      if (listed.has(plain)) return { relation: 'on', listed: plain };
      const below = firstBelow.get(name);
      if (below !== undefined) return { relation: 'above', listed: below };
      const above = parents.find((parent) => listed.has(parent));
      return above === undefined ? undefined : { relation: 'below', listed: above };
    },
  };
}
