/** A request as the routes see it, with its body read to the end. */
export interface ApiRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly authorization: string | undefined;
  readonly contentType: string | undefined;
  /** Address of the caller, for keys that only some addresses may use. */
  readonly remoteAddress: string;
  readonly body: string;
  /** Any other header, by its name in lower case. */
  header(name: string): string | undefined;
}
