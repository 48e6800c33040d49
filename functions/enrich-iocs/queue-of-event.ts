import type { SQSEvent } from 'aws-lambda';
import type { NonEmptyArray } from '#shared/non-empty.ts';

/**
 * The queue that an event came from, of those that feed the function: all messages of an event are of one. The ARN of
 * a queue and its URL end with its name.
 */
export function queueOfEvent(event: SQSEvent, queueUrls: NonEmptyArray<string>): string {
  const name = event.Records[0]?.eventSourceARN.split(':').at(-1);
  return queueUrls.find((url) => url.split('/').at(-1) === name) ?? queueUrls[0];
}
