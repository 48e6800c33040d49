import { type ConnectionName, connectionNameSchema } from '../../config/names.ts';
import { type RequestId, requestIdSchema } from '../../requests/request-id.ts';

/** What an entry's comment says. */
export interface EntryComment {
  readonly requestId: RequestId;
  /** Left out: the request came as an event of some AWS workload. */
  readonly connection?: ConnectionName | undefined;
  readonly source?: string | undefined;
  readonly ticket?: string | undefined;
  /** A full hour. */
  readonly leaseUntil: Date;
}

/** Longest comment; Cisco's legacy page says under 256 characters, the present ones give no number. */
const longestComment = 255;

/** Longest ticket in a comment; the source gets the room that is left. */
const longestTicket = 60;

/** Stands in the place of a connection; no connection can have this name. */
const withoutConnection = 'AWS event';

/**
 * What stands beside an entry on the list, so that the list explains itself without us:
 * `scc-automations: splunk (Rule 7), ticket CASE-42, until 2026-12-22T05:00Z, longer if reported again, req_…`.
 * {@link parseEntryComment} reads it back. White space in source and ticket is evened out, round brackets in the
 * source become square ones, and what is too long is cut.
 */
export function entryComment({ requestId, connection, source, ticket, leaseUntil }: EntryComment): string {
  const start = `scc-automations: ${connection ?? withoutConnection}`;
  const shownTicket = cut(evenedOut(ticket), longestTicket);
  const end = `${shownTicket && `, ticket ${shownTicket}`}, until ${fullHour(leaseUntil)}, longer if reported again, ${requestId}`;
  const room = longestComment - start.length - end.length - ' ()'.length;
  const shownSource = cut(evenedOut(source).replaceAll('(', '[').replaceAll(')', ']'), room);
  return `${start}${shownSource && ` (${shownSource})`}${end}`;
}

// A source has no bracket that closes, and the end has one form only: whatever a source or a ticket says,
// there is one way to read a comment.
const written =
  /^scc-automations: (?<who>AWS event|[a-z0-9-]+)(?: \((?<source>[^()]+)\))?(?:, ticket (?<ticket>.+))?, until (?<until>\d{4}-\d\d-\d\dT\d\d):00Z, longer if reported again, (?<requestId>req_[0-9a-f]{32})$/;

/** What a comment says, or `undefined` when it is none of ours, or there is none. */
export function parseEntryComment(comment: string | undefined): EntryComment | undefined {
  const parts = written.exec(comment ?? '')?.groups;
  if (!parts) return undefined;
  const connection = connectionNameSchema.safeParse(parts.who);
  if (!connection.success && parts.who !== withoutConnection) return undefined;
  const leaseUntil = new Date(`${parts.until}:00:00Z`);
  if (Number.isNaN(leaseUntil.getTime())) return undefined;
  return {
    requestId: requestIdSchema.parse(parts.requestId),
    leaseUntil,
    ...(connection.success && { connection: connection.data }),
    ...(parts.source !== undefined && { source: parts.source }),
    ...(parts.ticket !== undefined && { ticket: parts.ticket }),
  };
}

function fullHour(instant: Date): string {
  return `${instant.toISOString().slice(0, 13)}:00Z`;
}

/** On one line and without what cannot be seen: control characters and halves of characters count as space. */
function evenedOut(text = ''): string {
  return text
    .toWellFormed()
    .replace(/[\s\p{C}]+/gu, ' ')
    .trim();
}

/** At most `most` UTF-16 units, without cutting a character in two or ending in a space. */
function cut(text: string, most: number): string {
  return text
    .slice(0, Math.max(0, most))
    .replace(/[\uD800-\uDBFF]$/, '')
    .trimEnd();
}
