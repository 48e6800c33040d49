import { createHash } from 'node:crypto';
import type { Connection } from '../config/connection.ts';
import type { DeploymentConfiguration } from '../config/deployment-configuration.ts';
import { type ConnectionName, connectionNameSchema } from '../config/names.ts';
import { ConfigurationProblem } from '../errors/configuration-problem.ts';
import { RetryLater } from '../errors/retry-later.ts';
import type { EventPublisher } from '../events/event-publisher.ts';
import type { RequestBody } from '../lambda/http-request.ts';
import { RefusedRequest } from '../lambda/refused-request.ts';
import { isNonEmpty } from '../non-empty.ts';
import type { ReceivedRequest } from '../requests/received-request.ts';
import { deriveRequestId } from '../requests/request-id.ts';
import type { RequestRecorder } from '../requests/request-recorder.ts';
import type { Clock } from '../time/clock.ts';
import { type AcceptedAnswer, acceptedAnswer } from './accepted-answer.ts';
import { blockRequestedEvent } from './block-requested-event.ts';
import type { ConnectionSecrets } from './connection-secrets.ts';
import { deliveryIdOf } from './delivery-id.ts';
import { jsonBody } from './json-body.ts';
import { webhookParsers } from './parsers/parsers.ts';
import type { ParsedWebhook } from './parsers/webhook-parser.ts';
import { rawBody } from './raw-body.ts';
import { type ScreeningTarget, screenValues } from './screen-values.ts';
import { splitIntoParts } from './split-into-parts.ts';
import { verifySender } from './verify-sender.ts';

/** A POST to `/webhooks/{connection}`. */
export interface WebhookDelivery {
  /** The last part of the address, not yet known to be a connection. */
  readonly connection: string;
  /** Names in lower case. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: RequestBody;
}

export interface AcceptWebhookPorts {
  readonly configuration: DeploymentConfiguration;
  readonly secrets: ConnectionSecrets;
  readonly publisher: EventPublisher;
  readonly recorder: RequestRecorder;
  readonly clock: Clock;
}

/**
 * Accepts a webhook, or refuses it before anything has happened.
 *
 * 1. The connection is one of the configuration, and the body is not too large.
 * 2. The sender proves who it is, over the raw bytes.
 * 3. The body is JSON of the sender's kind, with no more indicators than are allowed.
 * 4. Every value is read as an indicator and screened for each list; the request is cut into events' worth.
 * 5. The events are published. Whoever sends the same again gets the same request id and the same parts,
 *    which the worker ignores; so it does no harm if we stop right after this.
 * 6. The request is recorded. Only then is it accepted.
 *
 * @throws RefusedRequest or RefusedInput when the sender has to change something.
 * @throws RetryLater when it could not be made durable; the same delivery may be sent again.
 */
export async function acceptWebhook(
  delivery: WebhookDelivery,
  { configuration, secrets, publisher, recorder, clock }: AcceptWebhookPorts,
): Promise<AcceptedAnswer> {
  const receivedAt = clock.now();
  const { name, connection } = findConnection(delivery.connection, configuration);
  const body = rawBody(delivery.body, configuration.limits.bodyBytes);

  const presented = { headers: delivery.headers, body, receivedAt };
  const sender = await verifySender(presented, { name, connection, secrets });

  const json = jsonBody(body, {
    contentType: delivery.headers.get('content-type'),
    deepestNesting: configuration.limits.jsonDepth,
  });
  const webhook = webhookParsers[connection.kind](json, connection);
  refuseTooMany(webhook, configuration.limits.indicatorsPerRequest);

  const screened = screenValues(webhook.values, screeningTargets(connection, configuration));
  const bodySha256 = createHash('sha256').update(body).digest('hex');
  const deliveryId = deliveryIdOf({
    signedId: sender.deliveryId,
    idempotencyKey: delivery.headers.get('idempotency-key'),
    eventId: webhook.eventId,
    bodySha256,
  });
  const request: ReceivedRequest = {
    requestId: deriveRequestId(name, deliveryId, bodySha256),
    connection: name,
    action: 'block',
    receivedAt,
    parts: splitIntoParts(screened.queued),
    held: screened.held,
    rejected: screened.rejected,
  };

  const events = request.parts.map((part) => blockRequestedEvent(request, part, webhook));
  if (isNonEmpty(events)) await publisher.publish(events);

  const isRepeat = await recordOnce(request, recorder);
  return acceptedAnswer(request, isRepeat);
}

function findConnection(
  address: string,
  { connections }: DeploymentConfiguration,
): { name: ConnectionName; connection: Connection } {
  const name = connectionNameSchema.safeParse(address).data;
  const connection = name !== undefined && Object.hasOwn(connections, name) ? connections[name] : undefined;
  if (name === undefined || connection === undefined) {
    throw new RefusedRequest(
      'not-found',
      'There is no connection of this name. The address is /webhooks/ and the name of a configured connection.',
    );
  }
  return { name, connection };
}

function refuseTooMany({ values }: ParsedWebhook, mostIndicators: number): void {
  if (values.length <= mostIndicators) return;
  throw new RefusedRequest(
    'not-understood',
    `The body has ${values.length} indicators; at most ${mostIndicators} are taken at once. Send them in several requests, each with an id of its own.`,
  );
}

function screeningTargets(connection: Connection, configuration: DeploymentConfiguration): ScreeningTarget[] {
  return connection.destinationLists.map((destinationList) => {
    const list = configuration.destinationLists[destinationList];
    const organisation = list && configuration.organisations[list.organisation];
    if (!organisation) {
      throw new ConfigurationProblem(
        `The destination list ${destinationList} or its organisation is not in the configuration. Correct it and deploy again.`,
      );
    }
    return { destinationList, edition: organisation.secureAccess.edition };
  });
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
