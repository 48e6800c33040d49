/** How a name stands to a listed one. Blocking a name blocks all below it, so one `above` is as bad as the name itself. */
export interface NameMatch {
  readonly relation: 'on' | 'above' | 'below';
  readonly listed: string;
}

/** Names of the DNS, with their places in the tree. */
export interface NameSet {
  /** How `name` stands to the nearest listed one; `undefined` when it is neither on, above nor below any. */
  match(name: string): NameMatch | undefined;
}

/**
 * A set of names that is asked in time that depends on the labels of the name and not on the size of the set.
 * A leading `www.` or dot says nothing more than the name behind it and is left out.
 */
export function nameSet(names: Iterable<string>): NameSet {
  const listed = new Set<string>();
  const firstBelow = new Map<string, string>();
  for (const written of names) {
    const name = written.replace(/^(?:www)?\./, '');
    listed.add(name);
    for (const parent of parentsOf(name)) if (!firstBelow.has(parent)) firstBelow.set(parent, name);
  }
  return {
    match(name) {
      if (listed.has(name)) return { relation: 'on', listed: name };
      const below = firstBelow.get(name);
      if (below !== undefined) return { relation: 'above', listed: below };
      for (const parent of parentsOf(name)) {
        if (listed.has(parent)) return { relation: 'below', listed: parent };
      }
      return undefined;
    },
  };
}

/** The names above, the nearest first, without the top-level domain: `b.c.example` and `c.example` of `a.b.c.example`. */
export function* parentsOf(name: string): Generator<string> {
  for (let dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) {
    const parent = name.slice(dot + 1);
    if (parent.includes('.')) yield parent;
  }
}
