import { type AnnouncementResult, announceThrough } from '../../approvals/announcement/announce-through.ts';
import type { AnnouncementChannel } from '../../approvals/announcement/announcement-channel.ts';
import type { AnnouncementRecord } from '../../approvals/announcement/announcement-record.ts';
import type { TicketComments } from '../../tickets/ticket-comments.ts';
import type { Notice } from './notice.ts';
import { noticeOfEvent } from './notice-of-event.ts';
import { isOneOfMany } from './one-of-many.ts';
import type { PeopleEvent } from './people-event.ts';
import { ticketChannel } from './ticket-channel.ts';
import { ticketOfEvent } from './ticket-of-event.ts';

export interface PeopleAnnouncementPorts {
  /** Those that hear of everything, but not of each of many. */
  readonly channels: readonly AnnouncementChannel<Notice>[];
  /** Where the tickets of a source get comments; nothing where none are configured. */
  readonly commentsOf: (source: string) => TicketComments | undefined;
  readonly record: AnnouncementRecord;
  readonly log: { warn(message: string, details: object): void };
}

/** Tells people what became of who joins and leaves, and the ticket that asked for it; each once for an event. */
export function announcePeopleEvent(
  event: PeopleEvent,
  { channels, commentsOf, record, log }: PeopleAnnouncementPorts,
): Promise<AnnouncementResult> {
  const about = ticketOfEvent(event);
  const comments = about && commentsOf(about.source);
  const told = [
    ...(isOneOfMany(event) ? [] : channels),
    ...(comments ? [ticketChannel({ comments, ticket: about.ticket, event, log })] : []),
  ];
  return announceThrough(told, noticeOfEvent(event), { eventId: event.detail.eventId, record });
}
