import { createHmac } from 'node:crypto';
import type { EnrichmentCompleted } from '../../events/enrichment-completed.ts';
import type { NonEmptyArray } from '../../non-empty.ts';

/** A POST as it goes out. */
export interface CallbackMessage {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/**
 * A result as Standard Webhooks sends it: `type`, `timestamp` and `data`, with a signature for each key, so that a
 * receiver that has only one of two valid secrets can check it. The id is the result's own: a repeat has the same.
 * @see https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
 */
export function callbackMessage(
  completed: EnrichmentCompleted,
  { keys, sentAt }: { readonly keys: NonEmptyArray<Buffer>; readonly sentAt: Date },
): CallbackMessage {
  const id = completed.eventId;
  const timestamp = String(Math.floor(sentAt.getTime() / 1000));
  const body = JSON.stringify({
    type: 'enrichment.completed',
    timestamp: completed.occurredAt,
    data: completed,
  });
  const signatures = keys.map(
    (key) => `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`,
  );
  return {
    headers: {
      'content-type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': timestamp,
      'webhook-signature': signatures.join(' '),
    },
    body,
  };
}
