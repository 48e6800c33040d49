/** Where files about people are put that came over HTTP; whatever is put there is planned. */
export interface ReceivedFiles {
  /**
   * Keeps a file, once: one that is there under that key stays as it is. Resolves when it is durable.
   * @throws RetryLater when it could not be kept; the same may be tried again.
   */
  keep(key: string, bytes: Uint8Array): Promise<'kept' | 'repeat'>;
}
