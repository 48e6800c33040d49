import type { CompiledList } from '#shared/iocs/guard/lists/compiled-list.ts';
import type { GuardLists } from '#shared/iocs/guard/lists/guard-lists.ts';

/** The store of lists in memory: every save is a new version. */
export class InMemoryGuardLists implements GuardLists {
  readonly stored = new Map<string, { list: CompiledList; version: string }>();
  /** What the loads asked for, in order. */
  readonly loads: { name: string; knownVersion: string | undefined }[] = [];
  /** Thrown by every load while it is set. */
  failure: Error | undefined;
  #versions = 0;

  async load(name: string, knownVersion?: string) {
    this.loads.push({ name, knownVersion });
    if (this.failure) throw this.failure;
    const found = this.stored.get(name);
    if (!found) return { kind: 'missing' } as const;
    return found.version === knownVersion
      ? ({ kind: 'unchanged' } as const)
      : ({ kind: 'loaded', ...found } as const);
  }

  async save(list: CompiledList) {
    this.#versions += 1;
    this.stored.set(list.name, { list, version: `v${this.#versions}` });
  }
}
