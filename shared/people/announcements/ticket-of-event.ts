import type { PeopleEvent } from './people-event.ts';

/** A ticket of a source. */
export interface EventTicket {
  readonly source: string;
  readonly ticket: string;
}

/** The ticket that asked for what an event is about; nothing where there is none. */
export function ticketOfEvent(event: PeopleEvent): EventTicket | undefined {
  switch (event.type) {
    case 'InvitationsOpen':
      return undefined;
    case 'PeopleHeld':
      // What came as a ticket is called by its number.
      return { source: event.detail.source, ticket: event.detail.origin };
    default: {
      const { source, ticket } = event.detail;
      return ticket === undefined ? undefined : { source, ticket };
    }
  }
}
