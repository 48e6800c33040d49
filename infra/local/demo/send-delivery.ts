import { z } from 'zod';
import { GiveUp } from '#shared/errors/give-up.ts';
import { requestIdSchema } from '#shared/requests/request-id.ts';
import type { LocalStack } from '../stack-file.ts';
import { authenticationHeaders, type DeliveryToSign } from './sign-delivery.ts';

/** What the webhook answers when it has taken a delivery (202). */
const acceptedSchema = z.object({
  requestId: requestIdSchema,
  indicators: z.object({ queued: z.int(), held: z.int(), rejected: z.int() }),
  rejected: z.array(z.object({ value: z.string(), reason: z.string() })),
});

export type AcceptedDelivery = z.infer<typeof acceptedSchema>;

const answerLimitInMilliseconds = 30_000;

/**
 * Posts a delivery to a connection, as its sender would.
 * @throws GiveUp with the status and the start of the answer when it is not accepted.
 */
export async function sendDelivery(
  connection: LocalStack['connections'][string],
  delivery: DeliveryToSign,
  signal?: AbortSignal,
): Promise<AcceptedDelivery> {
  const answer = await fetch(connection.url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...authenticationHeaders(connection.auth, delivery),
    },
    body: delivery.body,
    signal: AbortSignal.any([AbortSignal.timeout(answerLimitInMilliseconds), ...(signal ? [signal] : [])]),
  });
  const text = await answer.text();
  if (answer.status !== 202) {
    throw new GiveUp(
      `${connection.url} answered ${answer.status} where 202 was expected: ${text.slice(0, 500)}`,
    );
  }
  return acceptedSchema.parse(JSON.parse(text));
}
