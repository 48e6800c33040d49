import type { OutgoingEvent } from '../events/event-publisher.ts';
import type { ReceivedRequest } from '../requests/received-request.ts';
import { blockRequestedEvent } from './block-requested-event.ts';
import { enrichRequestedEvent } from './enrich-requested-event.ts';
import type { AlertFacts } from './parsers/webhook-parser.ts';

/** The commands that a request becomes: one a part. */
export function commandsOf(request: ReceivedRequest, facts: AlertFacts): OutgoingEvent[] {
  return request.action === 'block'
    ? request.parts.map((part) => blockRequestedEvent(request, part, facts))
    : request.parts.map((part) => enrichRequestedEvent(request, part, facts));
}
