import type { Notice } from './notice.ts';
import { noticeOfBatch } from './notice-of-batch.ts';
import { noticeOfChange } from './notice-of-change.ts';
import { noticeOfInvitations } from './notice-of-invitations.ts';
import type { PeopleEvent } from './people-event.ts';

/** Turns an event into what people are told. */
export function noticeOfEvent(event: PeopleEvent): Notice {
  switch (event.type) {
    case 'PeopleHeld':
    case 'PeopleRefused':
      return noticeOfBatch(event);
    case 'InvitationsOpen':
      return noticeOfInvitations(event.detail);
    default:
      return noticeOfChange(event);
  }
}
