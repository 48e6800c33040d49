import { createHash } from 'node:crypto';
import type { DeploymentConfiguration } from '../../config/deployment-configuration.ts';
import type { LifecycleSource } from '../../config/lifecycle-source.ts';
import type { LifecycleSourceName } from '../../config/names.ts';
import type { PeopleSettings } from '../../config/people.ts';
import { ConfigurationProblem } from '../../errors/configuration-problem.ts';
import type { RequestBody } from '../../lambda/http-request.ts';
import { deriveRequestId, type RequestId } from '../../requests/request-id.ts';
import type { Clock } from '../../time/clock.ts';
import type { ConnectionSecrets } from '../../webhooks/connection-secrets.ts';
import { deliveryIdOf } from '../../webhooks/delivery-id.ts';
import { rawBody } from '../../webhooks/raw-body.ts';
import { verifySender } from '../../webhooks/verify-sender.ts';
import { findSource } from './find-source.ts';

/** A request to the address of a source, by whoever. */
export interface SourceDelivery {
  /** The part of the address that names a source, not yet known to be one. */
  readonly address: string;
  /** Names in lower case. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: RequestBody;
  readonly sourceAddress?: string | undefined;
}

/** A request whose sender is the source that its address names. */
export interface VerifiedDelivery<Source extends LifecycleSource = LifecycleSource> {
  readonly name: LifecycleSourceName;
  readonly source: Source;
  readonly settings: PeopleSettings;
  readonly receivedAt: Date;
  readonly headers: ReadonlyMap<string, string>;
  readonly body: Buffer;
  /** The same for a repeat of the same delivery; see `functions/receive-people-change/README.md`. */
  readonly requestId: RequestId;
}

export interface VerifyDeliveryPorts {
  readonly configuration: Pick<DeploymentConfiguration, 'people' | 'limits'>;
  readonly secrets: ConnectionSecrets<LifecycleSourceName>;
  readonly clock: Clock;
}

/**
 * Believes a delivery or throws, before anything of it is read.
 * @throws RefusedRequest (`not-found`, `body-too-large`, `not-authenticated`)
 */
export async function verifyDelivery(
  { address, headers, body: sent, sourceAddress }: SourceDelivery,
  { configuration, secrets, clock }: VerifyDeliveryPorts,
): Promise<VerifiedDelivery> {
  const receivedAt = clock.now();
  const { people: settings, limits } = configuration;
  if (settings === undefined) {
    throw new ConfigurationProblem('There is no "people" in the configuration. Add it and deploy again.');
  }
  const { name, source, authentication } = findSource(address, settings);
  const body = rawBody(sent, limits.bodyBytes);
  const sender = await verifySender(
    { headers, body, receivedAt, sourceAddress },
    { name, connection: { authentication }, secrets },
  );
  const bodySha256 = createHash('sha256').update(body).digest('hex');
  const deliveryId = deliveryIdOf({
    signedId: sender.deliveryId,
    idempotencyKey: headers.get('idempotency-key'),
    eventId: undefined,
    bodySha256,
  });
  const requestId = deriveRequestId(name, deliveryId, bodySha256);
  return { name, source, settings, receivedAt, headers, body, requestId };
}
