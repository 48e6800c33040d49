import { z } from 'zod';
import type { SecretReader } from '../credentials/secret-reader.ts';
import type { Clock } from '../time/clock.ts';

const signingKeySchema = z.string().min(32).max(1_024);

/** The stored form of the key that signs links. While it is replaced, links of the former one keep working. */
export const signingKeysSchema = z.object({
  current: signingKeySchema,
  previous: signingKeySchema.optional(),
});

export type SigningKeys = z.infer<typeof signingKeysSchema>;

/** How long the keys are used without being read again, in seconds. */
export const usualKeyAgeSeconds = 300;

/** A link that no known key has signed has them read anew if they are older than this, in seconds. */
export const doubtedKeyAgeSeconds = 10;

/**
 * Reads the keys; a copy is kept between invocations.
 * @param atMostSecondsOld A copy read longer ago than this is read anew.
 * @throws ConfigurationProblem when the secret is missing or not of its form
 */
export type ReadSigningKeys = (atMostSecondsOld: number) => Promise<SigningKeys>;

/** The keys from their secret. */
export function storedSigningKeys(options: {
  readonly secrets: SecretReader;
  readonly secretName: string;
  readonly clock: Clock;
}): ReadSigningKeys {
  let copy: { keys: SigningKeys; readAt: Date } | undefined;
  return async (atMostSecondsOld) => {
    const now = options.clock.now();
    if (copy && now.getTime() - copy.readAt.getTime() <= atMostSecondsOld * 1000) return copy.keys;
    const { value } = await options.secrets.read(options.secretName, signingKeysSchema);
    copy = { keys: value, readAt: now };
    return value;
  };
}
