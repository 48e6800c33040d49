import { z } from 'zod';
import type { ConnectionName } from '../config/names.ts';
import type { SecretReader } from '../credentials/secret-reader.ts';
import { ConfigurationProblem } from '../errors/configuration-problem.ts';
import { RetryLater } from '../errors/retry-later.ts';
import type { Clock } from '../time/clock.ts';
import type { ConnectionSecret } from './authentication/authentication.ts';

/** The stored form of a connection's secret: `{ "current": "…", "previous"?: "…" }`. */
export function connectionSecretSchema(oneSecret: z.ZodType<string>): z.ZodType<ConnectionSecret> {
  return z.object({ current: oneSecret, previous: oneSecret.optional() });
}

/** How long a secret is used without being read again; a retired one stops working within this time. */
export const usualAgeSeconds = 300;

/** Where the secrets of connections come from. */
export interface ConnectionSecrets {
  /**
   * @param atMostSecondsOld A copy read longer ago than this is read anew.
   * @throws ConfigurationProblem when the secret is missing or not of its scheme's shape.
   * @throws RetryLater when it could not be read now.
   */
  read(
    connection: ConnectionName,
    oneSecret: z.ZodType<string>,
    atMostSecondsOld: number,
  ): Promise<ConnectionSecret>;
}

/** Keeps secrets in memory between invocations, so that a warm function reads each once in five minutes. */
export function cachedConnectionSecrets(options: {
  readonly reader: SecretReader;
  readonly clock: Clock;
  readonly secretNameOf: (connection: ConnectionName) => string;
}): ConnectionSecrets {
  const copies = new Map<ConnectionName, { secret: ConnectionSecret; readAt: Date }>();
  return {
    async read(connection, oneSecret, atMostSecondsOld) {
      const now = options.clock.now();
      const copy = copies.get(connection);
      if (copy && now.getTime() - copy.readAt.getTime() <= atMostSecondsOld * 1000) return copy.secret;
      const secret = await readNow(connection, oneSecret);
      copies.set(connection, { secret, readAt: now });
      return secret;
    },
  };

  async function readNow(connection: ConnectionName, oneSecret: z.ZodType<string>) {
    try {
      const name = options.secretNameOf(connection);
      return (await options.reader.read(name, connectionSecretSchema(oneSecret))).value;
    } catch (cause) {
      if (cause instanceof ConfigurationProblem) throw cause;
      throw new RetryLater(`The secret of the connection ${connection} could not be read.`, { cause });
    }
  }
}
