import type { LifecycleSourceOf } from '../../config/lifecycle-source.ts';
import type { ChangeReading } from '../lifecycle/change-reading.ts';
import { readChange } from '../lifecycle/read-change.ts';
import type { ReadingContext } from '../lifecycle/reading-context.ts';
import { mappedClaims } from './mapped-claims.ts';
import { readJiraTicket } from './read-jira-ticket.ts';
import { readServicenowTicket } from './read-servicenow-ticket.ts';

/** Sources that post one JSON body per person. */
export type TicketSource = LifecycleSourceOf<'servicenow' | 'jira-service-management' | 'json'>;

/**
 * What a ticket comes to.
 * @throws RefusedInput when the body is not of that source.
 */
export function readTicket(body: unknown, context: ReadingContext<TicketSource>): ChangeReading {
  const { source } = context;
  switch (source.kind) {
    case 'servicenow':
      return readServicenowTicket(body, { ...context, source });
    case 'jira-service-management':
      return readJiraTicket(body, { ...context, source });
    case 'json':
      return readChange(mappedClaims(source.mapping, body), context);
  }
}
