import { createHash } from 'node:crypto';
import type { DeploymentConfiguration } from '../config/deployment-configuration.ts';
import { RetryLater } from '../errors/retry-later.ts';
import type { EventPublisher } from '../events/event-publisher.ts';
import type { Guard } from '../iocs/guard/guard.ts';
import type { RequestBody } from '../lambda/http-request.ts';
import { RefusedRequest } from '../lambda/refused-request.ts';
import { isNonEmpty } from '../non-empty.ts';
import type { ReceivedRequest } from '../requests/received-request.ts';
import { deriveRequestId } from '../requests/request-id.ts';
import type { RequestRecorder } from '../requests/request-recorder.ts';
import type { Clock } from '../time/clock.ts';
import { type AcceptedAnswer, acceptedAnswer } from './accepted-answer.ts';
import type { PresentedCredentials } from './authentication/authentication.ts';
import { commandsOf } from './commands-of-request.ts';
import type { ConnectionSecrets } from './connection-secrets.ts';
import { deliveryIdOf } from './delivery-id.ts';
import { findConnection } from './find-connection.ts';
import { webhookParsers } from './parsers/parsers.ts';
import type { ParsedWebhook } from './parsers/webhook-parser.ts';
import { type PreviewAnswer, previewAnswer } from './preview-answer.ts';
import { rawBody } from './raw-body.ts';
import { readWebhook } from './read-webhook.ts';
import { requestToBlock } from './request-to-block.ts';
import { requestToEnrich } from './request-to-enrich.ts';
import { requestedAction } from './requested-action.ts';
import { verifySender } from './verify-sender.ts';

/** A POST to `/webhooks/{connection}`. */
export interface WebhookDelivery extends Omit<PresentedCredentials, 'body' | 'receivedAt'> {
  /** The last part of the address, not yet known to be a connection. */
  readonly connection: string;
  readonly body: RequestBody;
  /** Whether only to tell what would happen. */
  readonly isPreview: boolean;
}

/** What has become of a delivery that was not refused, with the body to answer. */
export type WebhookOutcome =
  | { readonly kind: 'accepted'; readonly answer: AcceptedAnswer }
  | { readonly kind: 'previewed'; readonly answer: PreviewAnswer }
  /** The sender only asked whether somebody listens. */
  | { readonly kind: 'challenged'; readonly answer: { readonly challenge: string } };

export interface AcceptWebhookPorts {
  readonly configuration: DeploymentConfiguration;
  readonly secrets: ConnectionSecrets;
  readonly publisher: EventPublisher;
  readonly recorder: RequestRecorder;
  /** What is held here is only counted: the worker, which knows more lists, holds it. */
  readonly guard: Guard;
  readonly clock: Clock;
}

/**
 * Accepts a webhook, or refuses it before anything has happened.
 *
 * 1. The connection is one of the configuration, and the body is not too large.
 * 2. The sender proves who it is, over the raw bytes.
 * 3. The body is of the sender's kind, with no more indicators than are allowed.
 * 4. Every value is read as an indicator. What is to be blocked is screened for each list: what is rejected ends here,
 *    what is held goes on to the worker with the rest. What is to be enriched goes on unless nobody can know it.
 *    The request is cut into events' worth. A preview, and a connection in test mode, end here.
 * 5. The commands are published. Whoever sends the same again gets the same request id and the same parts,
 *    which the worker ignores; so it does no harm if we stop right after this.
 * 6. The request is recorded. Only then is it accepted.
 *
 * @throws RefusedRequest or RefusedInput when the sender has to change something.
 * @throws RetryLater when it could not be made durable; the same delivery may be sent again.
 */
export async function acceptWebhook(
  { connection: address, body: sentBody, isPreview, ...credentials }: WebhookDelivery,
  { configuration, secrets, publisher, recorder, guard, clock }: AcceptWebhookPorts,
): Promise<WebhookOutcome> {
  const receivedAt = clock.now();
  const { headers } = credentials;
  const { limits } = configuration;
  const { name, connection } = findConnection(address, configuration);
  const body = rawBody(sentBody, limits.bodyBytes);

  const sender = await verifySender({ ...credentials, body, receivedAt }, { name, connection, secrets });

  const webhook = readWebhook(
    { bytes: body, contentType: headers.get('content-type'), deepestNesting: limits.jsonDepth },
    webhookParsers[connection.kind],
    { connection, receivedAt },
  );
  if (webhook.challenge !== undefined) {
    return { kind: 'challenged', answer: { challenge: webhook.challenge } };
  }
  refuseTooMany(webhook, limits.indicatorsPerRequest);
  const action = requestedAction(webhook, connection);

  const bodySha256 = createHash('sha256').update(body).digest('hex');
  const deliveryId = deliveryIdOf({
    signedId: sender.deliveryId,
    idempotencyKey: headers.get('idempotency-key'),
    eventId: webhook.eventId,
    bodySha256,
  });
  const requestId = deriveRequestId(name, deliveryId, bodySha256);
  const understood = { requestId, name, connection, receivedAt, webhook };
  const request: ReceivedRequest =
    action === 'block' ? requestToBlock(understood, { configuration, guard }) : requestToEnrich(understood);
  if (isPreview || connection.mode === 'test') {
    const because = isPreview ? 'preview-asked-for' : 'connection-in-test-mode';
    return { kind: 'previewed', answer: previewAnswer(request, webhook, because) };
  }

  const commands = commandsOf(request, webhook);
  if (isNonEmpty(commands)) await publisher.publish(commands);

  const isRepeat = await recordOnce(request, recorder);
  return { kind: 'accepted', answer: acceptedAnswer(request, isRepeat) };
}

function refuseTooMany({ values, unusable = [] }: ParsedWebhook, mostIndicators: number): void {
  const count = values.length + unusable.length;
  if (count <= mostIndicators) return;
  throw new RefusedRequest(
    'not-understood',
    `The body has ${count} indicators; at most ${mostIndicators} are taken at once. Send them in several requests, each with an id of its own.`,
  );
}

/** @returns Whether this very delivery was recorded before. */
async function recordOnce(request: ReceivedRequest, recorder: RequestRecorder): Promise<boolean> {
  const recorded = await recorder.record(request).catch((cause: unknown) => {
    throw new RetryLater(`The request ${request.requestId} was published and could not be recorded.`, {
      cause,
    });
  });
  return recorded === 'duplicate';
}
