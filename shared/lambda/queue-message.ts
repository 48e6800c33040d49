import type { SQSRecord } from 'aws-lambda';
import { z } from 'zod';
import { RefusedInput } from '../errors/refused-input.ts';
import { type BusEvent, busEventSchema } from '../events/bus-event.ts';

/** First wait of a message that is given back, in seconds; each further return doubles it. */
const firstWaitSeconds = 5;

const refusedWaitSeconds = 1;

/** Longest wait of our own choosing: with 10 deliveries, an outage of half an hour is survived. */
const longestWaitSeconds = 900;

/**
 * The bus event in a message of the block queue.
 * @throws RefusedInput when the message holds none; it then ends in the dead-letter queue
 */
export function busEventIn(record: SQSRecord): BusEvent {
  const parsed = busEventSchema.safeParse(parseJson(record.body));
  if (parsed.success) return parsed.data;
  throw new RefusedInput(
    `Message ${record.messageId} holds no EventBridge event: ${z.prettifyError(parsed.error)}. Put commands on the automation bus, not into this queue.`,
  );
}

/**
 * How long a message rests before its next delivery: as long as was asked for, else longer with every delivery.
 * One that can never be understood rests a second only: the sooner it is in the dead-letter queue, the sooner
 * somebody hears of it.
 */
export function restSeconds(
  record: Pick<SQSRecord, 'attributes'>,
  askedSeconds: number,
  cause?: unknown,
): number {
  if (cause instanceof RefusedInput) return refusedWaitSeconds;
  const deliveries = Number(record.attributes.ApproximateReceiveCount) || 1;
  const own = Math.min(longestWaitSeconds, firstWaitSeconds * 2 ** (deliveries - 1));
  return Math.max(own, askedSeconds);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
