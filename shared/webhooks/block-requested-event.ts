import { type BlockRequested, webhookEventSource } from '../events/block-requested.ts';
import type { OutgoingEvent } from '../events/event-publisher.ts';
import type { ReceivedRequest, RequestPart } from '../requests/received-request.ts';

/** The command that one part of a request becomes. */
export function blockRequestedEvent(
  { requestId, connection, receivedAt }: Pick<ReceivedRequest, 'requestId' | 'connection' | 'receivedAt'>,
  { part, destinationList, indicators }: RequestPart,
  { source, ticket }: { readonly source?: string | undefined; readonly ticket?: string | undefined },
): OutgoingEvent {
  const detail: BlockRequested = {
    version: 1,
    requestId,
    part,
    connection,
    destinationList,
    indicators: [...indicators],
    receivedAt: receivedAt.toISOString(),
    ...(source !== undefined && { source }),
    ...(ticket !== undefined && { ticket }),
  };
  return { source: webhookEventSource, detailType: 'BlockRequested', detail };
}
