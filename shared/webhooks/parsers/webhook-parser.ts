import type { Connection } from '../../config/connection.ts';

/** One value that a sender calls an indicator, still as it was written. */
export interface ClaimedIndicator {
  readonly value: string;
  /** The sender's word for its type. */
  readonly typeHint?: string | undefined;
}

/** What a sender's body says, in our words. */
export interface ParsedWebhook {
  /** The sender's id of the event, if a repeat of it carries the same and no other event does. */
  readonly eventId?: string | undefined;
  /** Who found the indicators: it becomes part of the comment on the list. */
  readonly source?: string | undefined;
  /** The case or ticket, for the comment as well. */
  readonly ticket?: string | undefined;
  readonly values: readonly ClaimedIndicator[];
}

/**
 * Reads one sender's body.
 * @throws RefusedInput when the body is not of this sender; the message names places and kinds, no contents.
 */
export type WebhookParser = (json: unknown, connection: Connection) => ParsedWebhook;

/** The longest source and ticket that a list's comment has room for, in characters; the rest is cut off. */
export const longestCommentPartCharacters = 100;
