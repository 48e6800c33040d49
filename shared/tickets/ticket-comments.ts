/** What is written to a ticket, and the event that says so. */
export interface TicketComment {
  /** Its number, as the source named it. */
  readonly ticket: string;
  /** Plain text of several lines. */
  readonly text: string;
  readonly event: { readonly type: string; readonly detail: object };
}

/** The tickets of one source, in the system where they are kept. */
export interface TicketComments {
  /**
   * Writes a comment. Doing it again writes another.
   * @returns `no-such-ticket` when there is none of that number: it was named wrongly, or deleted
   * @throws ConfigurationProblem when a person has to act: address, table, credentials, permissions
   * @throws RetryLater, OutcomeUnknown when it may work later, or may have worked
   */
  add(comment: TicketComment): Promise<'added' | 'no-such-ticket'>;
}
