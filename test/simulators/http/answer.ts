/** What a route says: sent as JSON, as it is when the body is text, or without a body when it is undefined. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** How long the cloud works on it, beside the latency of the switches. */
  readonly afterMilliseconds?: number;
}

/** What becomes of the connection. Only faults make the two silent outcomes. */
export type Outcome =
  | { readonly kind: 'answered'; readonly answer: Answer }
  | { readonly kind: 'cut-off' }
  | { readonly kind: 'left-hanging' };

/** HTTP 200 with a JSON body. */
export function ok(body: unknown): Answer {
  return { status: 200, body };
}

/** HTTP 201 with a JSON body. */
export function created(body: unknown): Answer {
  return { status: 201, body };
}

/** HTTP 204, which has no body. */
export const noContent: Answer = { status: 204, body: undefined };
