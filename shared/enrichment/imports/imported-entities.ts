/**
 * What was lately stored in one organisation's private intelligence, by external id. An import finds what exists by a
 * search index that learns of new entities only after a moment; this record knows them at once.
 */
export interface ImportedEntities {
  /** The ids of those that are recorded. */
  find(externalIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Records entities for a day, by when the index has known them for long. */
  add(ids: ReadonlyMap<string, string>): Promise<void>;
}
