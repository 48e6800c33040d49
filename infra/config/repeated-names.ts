import type { Node } from 'jsonc-parser';

/** A name that stands twice in the same object. JSON readers silently keep the last one only. */
export interface RepeatedName {
  readonly path: readonly string[];
  /** Where the later one stands in the text. */
  readonly offset: number;
}

/**
 * Finds names that are given twice: a second `soc-block` would otherwise quietly move blocks to another list.
 */
export function repeatedNames(node: Node, path: readonly string[] = []): RepeatedName[] {
  if (node.type === 'array') {
    return (node.children ?? []).flatMap((child, index) => repeatedNames(child, [...path, String(index)]));
  }
  if (node.type !== 'object') return [];
  const seen = new Set<string>();
  return (node.children ?? []).flatMap((property) => {
    const [name, value] = property.children ?? [];
    if (!name) return [];
    const here = [...path, String(name.value)];
    const repeated = seen.has(String(name.value)) ? [{ path: here, offset: name.offset }] : [];
    seen.add(String(name.value));
    return [...repeated, ...(value ? repeatedNames(value, here) : [])];
  });
}
