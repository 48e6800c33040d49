import { ConfigurationProblem } from '../../errors/configuration-problem.ts';
import { RetryLater } from '../../errors/retry-later.ts';
import type { Clock } from '../../time/clock.ts';
import type { Sleep } from '../../time/sleep.ts';
import { storedAccessTokenSchema } from '../access-token.ts';
import type { SecretReader } from '../secret-reader.ts';
import type { TokenMinter } from '../token-minter.ts';
import type { TokenRotations } from './token-rotations.ts';

/** As long as the four steps of a rotation usually take, a cold start included. */
const patienceMilliseconds = 30_000;
const pollMilliseconds = 3_000;

/** A token with less time left is not worth waiting for: the token source would not use it either. */
const leastLeftMilliseconds = 60_000;

/**
 * A fresh access token by a rotation of its secret. In place of a token it is asked for once: a second refusal means
 * that something else is wrong, and every rotation refreshes the API key, too.
 */
export function rotatedTokenMinter(options: {
  secretName: string;
  secrets: SecretReader;
  rotations: TokenRotations;
  clock: Clock;
  sleep: Sleep;
}): TokenMinter {
  const { secretName, secrets, rotations, clock, sleep } = options;
  /** In whose place a rotation was asked for; `undefined` stands for a token that is missing or over. */
  const asked = new Set<string | undefined>();

  return {
    async mint(organisation, failedVersionId) {
      if (!asked.has(failedVersionId)) {
        await rotations.begin(secretName);
        asked.add(failedVersionId);
      }
      const until = clock.now().getTime() + patienceMilliseconds;
      while (clock.now().getTime() < until) {
        await sleep(pollMilliseconds);
        if (!(await isFresh(failedVersionId))) continue;
        asked.delete(undefined);
        return;
      }
      throw new RetryLater(
        `Security Cloud Control refuses the stored access token of organisation ${organisation}, or there is none, and a rotation that was asked for has brought no other within ${patienceMilliseconds / 1_000} seconds. Look at the log of rotate-scc-token, and at the API key: npm run cli -- credentials check`,
        { retryAfterSeconds: 60 },
      );
    },
  };

  async function isFresh(failedVersionId: string | undefined): Promise<boolean> {
    try {
      const { value, versionId } = await secrets.read(secretName, storedAccessTokenSchema);
      const leftMilliseconds = Date.parse(value.expiresAt) - clock.now().getTime();
      return versionId !== failedVersionId && leftMilliseconds > leastLeftMilliseconds;
    } catch (error) {
      // There is no value yet, or none that can be read: the rotation may bring it.
      if (error instanceof ConfigurationProblem) return false;
      throw error;
    }
  }
}
