/** One call to a cloud, before anything is known of its answer. */
export interface HttpCall {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /**
   * `repeatable`: a second try does no harm, so lost answers and server failures are tried again.
   * `once`: only tried again when the first try certainly had no effect (never sent, or refused with 429).
   */
  readonly repetition: 'repeatable' | 'once';
  /**
   * Whether the call's credentials may travel to another origin that it is redirected to. A redirect to any other is
   * then not followed, since nothing would be answered there without them. Left out: the redirect is followed, the
   * credentials stay behind.
   */
  readonly isTrusted?: (url: URL) => boolean;
}

/** A complete answer, whatever its status. `body` is parsed JSON where it is JSON, else text, else `undefined`. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

/** What came of one attempt. */
export type Attempt =
  | { readonly kind: 'answered'; readonly answer: HttpAnswer }
  /** The call never left: name not resolved, connection refused. It certainly had no effect. */
  | { readonly kind: 'not-sent'; readonly cause: unknown }
  /** It was sent and no complete answer came: whether it had an effect is not known. */
  | { readonly kind: 'answer-lost'; readonly cause: unknown };
