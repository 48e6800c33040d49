import { type EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { RetryLater } from '../errors/retry-later.ts';
import type { EventPublisher, OutgoingEvent } from '../events/event-publisher.ts';

/** @see https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEvents.html */
const mostEntriesPerCall = 10;

/** A call's entries together stay below EventBridge's 256 KB; the rest is for source, type and bus. */
const mostBytesPerCall = 240_000;

/** Puts events on the bus in as few calls as EventBridge's limits allow. */
export function eventBridgePublisher(options: {
  client: EventBridgeClient;
  busName: string;
}): EventPublisher {
  return {
    async publish(events) {
      for (const call of groupIntoCalls(events)) {
        const answer = await send(call);
        const refused = answer.Entries?.filter((entry) => entry.ErrorCode !== undefined) ?? [];
        if (refused.length > 0) {
          throw new RetryLater(
            `EventBridge took ${call.length - refused.length} of ${call.length} events; the first refusal was ${refused[0]?.ErrorCode}. All are published again at the next try.`,
          );
        }
      }
    },
  };

  async function send(entries: SerialisedEvent[]) {
    try {
      return await options.client.send(
        new PutEventsCommand({
          Entries: entries.map((entry) => ({
            EventBusName: options.busName,
            Source: entry.source,
            DetailType: entry.detailType,
            Detail: entry.detail,
          })),
        }),
      );
    } catch (cause) {
      throw new RetryLater('EventBridge did not take the events.', { cause });
    }
  }
}

interface SerialisedEvent {
  source: string;
  detailType: string;
  detail: string;
}

function groupIntoCalls(events: readonly OutgoingEvent[]): SerialisedEvent[][] {
  const calls: SerialisedEvent[][] = [];
  let bytes = 0;
  for (const event of events) {
    const detail = JSON.stringify(event.detail);
    const size = Buffer.byteLength(detail);
    const current = calls.at(-1);
    const serialised = { source: event.source, detailType: event.detailType, detail };
    if (current && current.length < mostEntriesPerCall && bytes + size <= mostBytesPerCall) {
      current.push(serialised);
      bytes += size;
    } else {
      calls.push([serialised]);
      bytes = size;
    }
  }
  return calls;
}
