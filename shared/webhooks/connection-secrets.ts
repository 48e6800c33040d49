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

/** Where the secrets come from of connections, or of others who call with names of another kind. */
export interface ConnectionSecrets<Name extends string = ConnectionName> {
  /**
   * @param atMostSecondsOld A copy read longer ago than this is read anew.
   * @throws ConfigurationProblem when the secret is missing or not of its scheme's shape.
   * @throws RetryLater when it could not be read now.
   */
  read(sender: Name, oneSecret: z.ZodType<string>, atMostSecondsOld: number): Promise<ConnectionSecret>;
}

/** Keeps secrets in memory between invocations, so that a warm function reads each once in five minutes. */
export function cachedConnectionSecrets<Name extends string = ConnectionName>(options: {
  readonly reader: SecretReader;
  readonly clock: Clock;
  readonly secretNameOf: (sender: Name) => string;
}): ConnectionSecrets<Name> {
  const copies = new Map<Name, { secret: ConnectionSecret; readAt: Date }>();
  return {
    async read(sender, oneSecret, atMostSecondsOld) {
      const now = options.clock.now();
      const copy = copies.get(sender);
      if (copy && now.getTime() - copy.readAt.getTime() <= atMostSecondsOld * 1000) return copy.secret;
      const secret = await readNow(sender, oneSecret);
      copies.set(sender, { secret, readAt: now });
      return secret;
    },
  };

  async function readNow(sender: Name, oneSecret: z.ZodType<string>) {
    try {
      const name = options.secretNameOf(sender);
      return (await options.reader.read(name, connectionSecretSchema(oneSecret))).value;
    } catch (cause) {
      if (cause instanceof ConfigurationProblem) throw cause;
      throw new RetryLater(`The secret of the sender ${sender} could not be read.`, { cause });
    }
  }
}
