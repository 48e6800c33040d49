import { GiveUp } from '../../errors/give-up.ts';
import type { SccApiKey } from './api-key.ts';
import type { RotationPorts } from './rotation-ports.ts';

/** Tries of Secrets Manager, once the token is safe in the second place. */
const triesWhenRescued = 4;

const firstWaitMilliseconds = 500;
const longestWaitMilliseconds = 8_000;

/** Left for saying what happened, in milliseconds. */
const reserveMilliseconds = 2_000;

/** Where a refresh token is safe now. */
export interface Keeping {
  readonly inSecret: boolean;
  readonly inRescue: boolean;
}

/**
 * Makes an issued refresh token durable. It may be the only one that works, and it exists only in this process, so:
 *  1. Store it in the secret, as `NEWEST`.
 *  2. If that fails, put it into the second place at once: every further moment in memory is a risk.
 *  3. Go on trying, for as long as the function runs if it is in neither place.
 * Each try repeats the same version id and value, so one that failed only in its answer does no harm.
 * @throws GiveUp when neither place took it; the message says so, without the token
 */
export async function keepRefreshToken(
  apiKey: SccApiKey,
  versionId: string,
  ports: RotationPorts,
): Promise<Keeping> {
  let inRescue = false;
  for (let attempt = 1; ; attempt++) {
    const secretFailure = await failureOf(() => ports.apiKey.put(apiKey, 'NEWEST', versionId));
    if (secretFailure === undefined) return { inSecret: true, inRescue };
    const rescueFailure: string | undefined = inRescue
      ? undefined
      : await failureOf(() => ports.rescue.keep(apiKey));
    inRescue = rescueFailure === undefined;

    const waitMilliseconds = Math.min(firstWaitMilliseconds * 2 ** (attempt - 1), longestWaitMilliseconds);
    const leftMilliseconds = ports.endsAt.getTime() - ports.clock.now().getTime() - reserveMilliseconds;
    if (inRescue && (attempt >= triesWhenRescued || waitMilliseconds > leftMilliseconds)) {
      return { inSecret: false, inRescue };
    }
    if (waitMilliseconds > leftMilliseconds) {
      throw new GiveUp(
        `A NEW REFRESH TOKEN COULD NOT BE STORED and is lost with this run: organisation ${ports.organisation}, API key ${apiKey.apiKeyId}, ${attempt} tries. Secrets Manager failed with ${secretFailure}, Systems Manager with ${rescueFailure}. Look at the function's permissions on the API key's secret, on the rescue parameter and on the encryption key. If the next rotation reports that no refresh token is accepted, generate a new API key in the console and store it with: npm run cli -- credentials set ${ports.organisation}/scc-api-key`,
      );
    }
    await ports.sleep(waitMilliseconds);
  }
}

/** The name of what went wrong. Nothing else of the error is kept: it may hold what was to be stored. */
async function failureOf(action: () => Promise<void>): Promise<string | undefined> {
  try {
    await action();
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.name : 'an unknown error';
  }
}
