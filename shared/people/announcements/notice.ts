/**
 * What people are told about who joins and leaves, before it takes the form of one channel. Each text is one line without
 * control characters; none is free of a channel's own markup.
 */
export interface Notice {
  /** A sentence without its full stop. */
  readonly title: string;
  readonly lines: readonly string[];
  /** How many more there are than lines. */
  readonly notShown: number;
  /** Ticket, source, batch: label and text. */
  readonly facts: readonly { readonly label: string; readonly text: string }[];
  /** What a person can do, or has to. */
  readonly nextSteps: readonly string[];
}
