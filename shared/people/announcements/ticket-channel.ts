import type { AnnouncementChannel } from '../../approvals/announcement/announcement-channel.ts';
import type { TicketComments } from '../../tickets/ticket-comments.ts';
import type { Notice } from './notice.ts';
import { noticeText } from './notice-text.ts';
import type { PeopleEvent } from './people-event.ts';

/** The ticket that asked for it, as a way to reach people. One that is not there is told to nobody, and logged. */
export function ticketChannel(options: {
  comments: TicketComments;
  ticket: string;
  event: PeopleEvent;
  log: { warn(message: string, details: object): void };
}): AnnouncementChannel<Notice> {
  const { comments, ticket, event, log } = options;
  return {
    name: 'ticket',
    async announce(notice) {
      const outcome = await comments.add({ ticket, text: noticeText(notice), event });
      if (outcome === 'added') return;
      log.warn('There is no such ticket, so it got no comment', { ticket, event: event.detail.eventId });
    },
  };
}
