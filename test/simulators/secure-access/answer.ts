/** What a route says: sent as JSON, or as it is when the body is text. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What becomes of the connection. Only faults make the two silent outcomes. */
export type Outcome =
  | { readonly kind: 'answered'; readonly answer: Answer }
  | { readonly kind: 'cut-off' }
  | { readonly kind: 'left-hanging' };

/** HTTP 200 with a JSON body; create answers 200 too, never 201. */
export function ok(body: unknown): Answer {
  return { status: 200, body };
}
