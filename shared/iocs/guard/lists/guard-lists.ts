import type { CompiledList } from './compiled-list.ts';

export type LoadedList =
  | { readonly kind: 'missing' }
  /** It is still the version that the caller has. */
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'loaded'; readonly list: CompiledList; readonly version: string };

/** Where compiled lists are kept between the function that fetches them and those that use them. */
export interface GuardLists {
  /**
   * @param knownVersion What the caller has already; it is not sent again.
   * @throws Error when it cannot be read or is not of its form
   */
  load(name: string, knownVersion?: string): Promise<LoadedList>;
  save(list: CompiledList): Promise<void>;
}
