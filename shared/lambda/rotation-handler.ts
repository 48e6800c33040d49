import { randomUUID } from 'node:crypto';
import type { MiddyfiedHandler } from '@middy/core';
import type { Context } from 'aws-lambda';
import { documentClient, eventBridgeClient } from '../aws/clients.ts';
import { eventBridgePublisher } from '../aws/event-bridge-publisher.ts';
import { LeaseLock } from '../aws/table/lease-lock.ts';
import { tableRotationLock } from '../aws/table/rotation-lock.ts';
import { configuredOrganisations } from '../config/configured-organisations.ts';
import type { OrganisationName } from '../config/names.ts';
import type { Organisation } from '../config/organisation.ts';
import { rotateRequested } from '../credentials/rotate-requested.ts';
import {
  type Rotation,
  type RotationAnswer,
  rotationRequestSchema,
} from '../credentials/rotation-request.ts';
import type { CredentialKind } from '../events/credential-events.ts';
import { systemClock } from '../time/clock.ts';
import { readConfiguration } from './configuration.ts';
import { functionLogger } from './logger.ts';
import { functionMetrics } from './metrics.ts';
import { middlewareStack } from './middleware-stack.ts';

/** Kept free for storing what a cloud has issued, and for giving back the lock, in milliseconds. */
const reserveMilliseconds = 15_000;

/** What one invocation of a rotator works with. */
export interface Invocation {
  readonly organisation: OrganisationName;
  readonly isForced: boolean;
  /** The Lambda function's own ARN, which names the account and region of the deployment. */
  readonly functionArn: string;
  /** When calls to a cloud must have ended: what they brought has to be stored after them. */
  readonly callsEndAt: Date;
}

export interface RotationHandlerOptions<Settings> {
  readonly credential: CredentialKind;
  /** What an organisation has configured for it, if anything. */
  readonly pick: (organisation: Organisation) => Settings | undefined;
  /** Where that stands in the configuration, below `organisations.<name>`. */
  readonly setting: string;
  readonly environment: { readonly TABLE_NAME: string; readonly EVENT_BUS_NAME: string };
  readonly rotate: (settings: Settings, invocation: Invocation) => Promise<Rotation>;
}

/** A function that replaces one kind of credential, daily where it is due, or now for one organisation. */
export function rotationHandler<Settings>(
  options: RotationHandlerOptions<Settings>,
): MiddyfiedHandler<unknown, RotationAnswer> {
  const { credential, setting, environment } = options;
  const configured = configuredOrganisations(readConfiguration(), options.pick);
  const observability = { logger: functionLogger(), metrics: functionMetrics() };
  const lock = new LeaseLock({
    documents: documentClient(),
    tableName: environment.TABLE_NAME,
    clock: systemClock,
  });
  const events = eventBridgePublisher({ client: eventBridgeClient(), busName: environment.EVENT_BUS_NAME });

  return middlewareStack<unknown, RotationAnswer>(observability).handler(
    (event: unknown, context: Context) => {
      const endsAt = systemClock.now().getTime() + context.getRemainingTimeInMillis();
      return rotateRequested(rotationRequestSchema.parse(event), {
        credential,
        configured,
        setting,
        tryLock: tableRotationLock(lock, credential, new Date(endsAt)),
        rotate: (organisation, settings, { isForced }) =>
          options.rotate(settings, {
            organisation,
            isForced,
            functionArn: context.invokedFunctionArn,
            callsEndAt: new Date(endsAt - reserveMilliseconds),
          }),
        events,
        log: {
          info: (message, details) => observability.logger.info(message, { ...details }),
          error: (message, details) => observability.logger.error(message, { ...details }),
        },
        clock: systemClock,
        newEventId: randomUUID,
      });
    },
  );
}
