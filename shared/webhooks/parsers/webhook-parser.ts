import type { Connection } from '../../config/connection.ts';
import type { Severity } from '../../events/severity.ts';
import type { CsvTable } from '../csv-body.ts';

/** One value that a sender calls an indicator, still as it was written. */
export interface ClaimedIndicator {
  readonly value: string;
  /** The sender's word for its type. */
  readonly typeHint?: string | undefined;
}

/** Something that a sender calls an indicator and that must not be taken for one, with the reason in one word. */
export interface UnusableClaim {
  readonly value: string;
  readonly reason: string;
}

/** What a sender tells about its indicators, in our words. All of it may be missing. */
export interface AlertFacts {
  /** The sender's id of the event, if a repeat of it carries the same and no other event does. */
  readonly eventId?: string | undefined;
  /** Who found the indicators: it becomes part of the comment on the list. */
  readonly source?: string | undefined;
  /** The case or ticket, for the comment as well. */
  readonly ticket?: string | undefined;
  readonly severity?: Severity | undefined;
  /** How sure the sender is, from 0 to 100. */
  readonly confidence?: number | undefined;
  /** The sender's own page about it. */
  readonly link?: string | undefined;
  /** When it happened, by the sender's clock. */
  readonly occurredAt?: Date | undefined;
}

/** What a sender's body says, in our words. */
export interface ParsedWebhook extends AlertFacts {
  readonly values: readonly ClaimedIndicator[];
  readonly unusable?: readonly UnusableClaim[];
  /** Hosts of the sender itself, its console's for one. Nothing on them or below them is an indicator. */
  readonly ownHosts?: readonly string[];
  /** The sender only asks whether somebody listens: this is sent back to it, and nothing else happens. */
  readonly challenge?: string;
  /** What the body asks to be done, where that is not left to its connection. */
  readonly action?: 'block' | 'enrich' | undefined;
  /** To be looked through for indicators by Cisco XDR itself; at most {@link longestTextCharacters}. */
  readonly text?: string | undefined;
  /** Whether it goes by the express lane, where that is not left to its connection. */
  readonly urgent?: boolean | undefined;
}

/** Of a text that is handed on as it is. */
export const longestTextCharacters = 100_000;

/** What a parser is told beside the body. */
export interface ParsingContext {
  readonly connection: Connection;
  readonly receivedAt: Date;
}

/** The forms in which bodies come, and what a parser gets of each. */
export interface BodyContents {
  readonly json: unknown;
  readonly text: string;
  readonly csv: CsvTable;
  /** For senders that post forms for some things and JSON for others. */
  readonly 'json-or-form':
    | { readonly json: unknown; readonly form?: never }
    | { readonly form: ReadonlyMap<string, string> };
}
export type BodyForm = keyof BodyContents;

interface ParserOf<Form extends BodyForm> {
  /** The form that it takes; a body that is not of this form never reaches it. */
  readonly takes: Form;
  /** @throws RefusedInput when the body is not of this sender; the message names places and kinds, no contents. */
  parse(body: BodyContents[Form], context: ParsingContext): ParsedWebhook;
}

/** Reads one sender's body. */
export type WebhookParser<Form extends BodyForm = BodyForm> = { [F in Form]: ParserOf<F> }[Form];
