/** A file about people that was put into the bucket; its folder is the name of a source. */
export interface DroppedFile {
  readonly key: string;
  /** Which of the versions that the bucket keeps, where it keeps any. */
  readonly versionId?: string | undefined;
  /** Tells a file from a later one of the same key. */
  readonly sequence: string;
}

/** Where files about people are kept. */
export interface PeopleFiles {
  /**
   * What is in a file; `undefined` when it is no longer there.
   * @throws RefusedInput when it is larger than any list of people
   */
  read(file: DroppedFile): Promise<Uint8Array | undefined>;
}
