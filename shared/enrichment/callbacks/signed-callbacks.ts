import type { Connection } from '../../config/connection.ts';
import type { DeploymentConfiguration } from '../../config/deployment-configuration.ts';
import type { ConnectionName } from '../../config/names.ts';
import { ConfigurationProblem } from '../../errors/configuration-problem.ts';
import { RetryLater } from '../../errors/retry-later.ts';
import type { Clock } from '../../time/clock.ts';
import { authenticationMethod } from '../../webhooks/authentication/methods.ts';
import { type ConnectionSecrets, usualAgeSeconds } from '../../webhooks/connection-secrets.ts';
import { callbackMessage } from './callback-message.ts';
import type { Callbacks } from './callbacks.ts';
import type { DeliveredCallbacks } from './delivered-callbacks.ts';
import { postCallback } from './post-callback.ts';
import { callbackSigningKeys } from './signing-keys.ts';

/** A receiver stores what it gets and works later; whoever takes longer is asked again by a redelivery. */
const usualTimeLimitMilliseconds = 5_000;

export interface SignedCallbacksOptions {
  readonly configuration: Pick<DeploymentConfiguration, 'connections'>;
  readonly secrets: ConnectionSecrets;
  readonly delivered: DeliveredCallbacks;
  readonly clock: Clock;
  /** For one POST. Default 5,000. */
  readonly timeLimitMilliseconds?: number;
}

/**
 * Callbacks that are signed by Standard Webhooks with the connection's own secret. Delivered at least once: a crash
 * between the POST and its record repeats it, under the same `webhook-id`.
 */
export function signedCallbacks({
  configuration,
  secrets,
  delivered,
  clock,
  timeLimitMilliseconds = usualTimeLimitMilliseconds,
}: SignedCallbacksOptions): Callbacks {
  return {
    async deliver(completed) {
      const name = completed.connection;
      const connection = configuration.connections[name];
      if (connection?.enrichment?.callbackUrl === undefined) return;
      if (await delivered.has(completed.eventId)) return;

      const keys = await signingKeys(name, connection);
      const now = clock.now();
      const message = callbackMessage(completed, { keys, sentAt: now });
      const { callbackUrl } = connection.enrichment;
      const answer = await postCallback(callbackUrl, message, { timeLimitMilliseconds, now });
      if (answer.kind === 'not-now') {
        throw new RetryLater(`The callback of the connection ${name} was not delivered: ${answer.because}.`, {
          retryAfterSeconds: answer.retryAfterSeconds,
        });
      }
      if (answer.kind === 'refused') {
        throw new ConfigurationProblem(
          `The callback of the connection ${name} was refused: ${answer.because}. Look at callbackUrl in its configuration and at what listens there, and redrive the message.`,
        );
      }
      await delivered.add(completed.eventId);
    },
  };

  async function signingKeys(name: ConnectionName, { authentication }: Pick<Connection, 'authentication'>) {
    const method = authenticationMethod(authentication);
    if (method.proof === 'gateway') {
      throw new ConfigurationProblem(
        `The connection ${name} has a callbackUrl and no secret to sign with. Take another authentication, or leave callbackUrl out.`,
      );
    }
    const secret = await secrets.read(name, method.secretSchema, usualAgeSeconds);
    return callbackSigningKeys(authentication, secret);
  }
}
