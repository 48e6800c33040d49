import { z } from 'zod';
import type { PeopleSettings } from '../../config/people.ts';
import type { BusEvent } from '../../events/bus-event.ts';
import { lifecycleCommandMembers } from '../../events/lifecycle-command.ts';
import { deriveRequestId } from '../../requests/request-id.ts';
import { requestFromEvent } from '../lifecycle/request-from-event.ts';
import type { SingleBatch } from './incoming-batch.ts';

/** What tells where a command comes from, even where the rest of it is not understood. */
const originSchema = z.object({
  requestId: lifecycleCommandMembers.requestId.catch(undefined),
  lifecycleSource: lifecycleCommandMembers.lifecycleSource.catch(undefined),
  ticket: lifecycleCommandMembers.ticket.catch(undefined),
});

/** What a command on the bus, to let somebody in or to cut them off, comes to. */
export function readCommand(event: BusEvent, settings: PeopleSettings): SingleBatch {
  const heardAt = new Date(event.time);
  const { requestId, lifecycleSource, ticket } = originSchema.safeParse(event.detail).data ?? {};
  return {
    kind: 'single',
    requestId: requestId ?? deriveRequestId(`bus:${event.source}`, event.id),
    source: lifecycleSource ?? `bus:${event.source}`,
    origin: ticket ?? event.id,
    ticket,
    heardAt,
    reading: requestFromEvent(event, { settings, receivedAt: heardAt }),
  };
}
