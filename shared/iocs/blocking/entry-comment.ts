import type { BlockCommand } from './block-command.ts';

/** Longest comment; Cisco's legacy page says under 256 characters, the present ones give no number. */
const longestComment = 255;

/**
 * What stands beside an entry on the list, so that the list explains itself without us:
 * `scc-automations: splunk, ticket CASE-42, req_…`. The request id also shows that the entry is ours.
 */
export function entryComment(
  command: Pick<BlockCommand, 'requestId' | 'connection' | 'source' | 'ticket'>,
): string {
  const end = `, ${command.requestId}`;
  const who = command.connection ?? command.source ?? 'event';
  const named = command.connection && command.source ? `${who} (${command.source})` : who;
  const start = `scc-automations: ${named}${command.ticket ? `, ticket ${command.ticket}` : ''}`;
  return `${start.replace(/\s+/g, ' ').slice(0, longestComment - end.length)}${end}`;
}
