import { createHash } from 'node:crypto';
import type { OrganisationName } from '../../config/names.ts';
import type { OutgoingEvent } from '../../events/event-publisher.ts';
import { type InvitationsOpen, peopleEventSource } from '../../events/people-results.ts';
import type { NonEmptyArray } from '../../non-empty.ts';
import type { OpenInvitation } from './check-invitations.ts';

/** As many as the event's schema takes; `count` tells of all. */
const mostNamed = 200;

/** The daily event about who has not accepted. A second check on the same day has the same id. */
export function invitationsOpenEvent(
  organisation: OrganisationName,
  open: NonEmptyArray<OpenInvitation>,
  now: Date,
): OutgoingEvent {
  const detail: InvitationsOpen = {
    version: 1,
    eventId: eventIdOf(organisation, now),
    organisation,
    invitations: open.slice(0, mostNamed).map(({ email, invitedAt, sentAgain }) => ({
      email,
      invitedAt: invitedAt?.toISOString(),
      sentAgain,
    })),
    count: open.length,
    occurredAt: now.toISOString(),
  };
  return { source: peopleEventSource, detailType: 'InvitationsOpen', detail };
}

function eventIdOf(organisation: OrganisationName, now: Date): string {
  const day = now.toISOString().slice(0, 'yyyy-mm-dd'.length);
  const digest = createHash('sha256').update(`invitations-open/${organisation}/${day}`).digest('hex');
  return `evt_${digest.slice(0, 32)}`;
}
