import { GiveUp } from '../../errors/give-up.ts';
import { RetryLater } from '../../errors/retry-later.ts';
import type { SccApiKey } from './api-key.ts';
import { currentApiKey } from './current-api-key.ts';
import { refreshWithStoredToken } from './refresh-with-stored-token.ts';
import type { RotationPorts } from './rotation-ports.ts';
import { furtherVersionId, isVersionOf } from './rotation-version.ts';
import { type RefreshTokenFate, settleRefreshToken } from './settle-refresh-token.ts';

/**
 * A pending token older than this is not promoted, in seconds. Secrets Manager takes a failed rotation up again,
 * perhaps only at the next schedule: a token that old would end before the rotation after it.
 */
const stalePendingSeconds = 15 * 60;

/** A refresh is not begun with less time than this, in milliseconds: its answer must be waited for and stored. */
const leastTimeMilliseconds = 60_000;

export type CreatedSecret =
  /** An earlier try of the same rotation has done it. */
  | { readonly kind: 'kept' }
  | {
      readonly kind: 'created';
      readonly refreshToken: RefreshTokenFate;
      readonly refreshTokenExpiresAt?: string;
      readonly accessTokenExpiresAt: string;
    };

/**
 * Makes the pending access token:
 *  1. Take the lock: of two refreshes at once, one could kill the token that the other brings.
 *  2. Keep what an earlier try of this rotation has made, if it is still fresh.
 *  3. Refresh with the stored refresh token, the rescued one first.
 *  4. Store the refresh token that came back, and make it current.
 *  5. Store the access token as pending.
 *  6. Discard the rescued token: what it was kept for is in the secret.
 * @throws RetryLater when another rotation is under way, or the platform or AWS does not answer
 * @throws ConfigurationProblem when a person has to act
 * @throws GiveUp when a new refresh token could not be stored, or the platform answers in no documented form
 */
export async function createSecret(clientRequestToken: string, ports: RotationPorts): Promise<CreatedSecret> {
  const lock = await ports.lock.tryAcquire();
  if (lock.kind === 'held') {
    throw new RetryLater(
      `Another rotation of the Security Cloud Control tokens of organisation ${ports.organisation} is under way.`,
      {
        retryAfterSeconds: Math.max(
          1,
          Math.ceil((lock.until.getTime() - ports.clock.now().getTime()) / 1000),
        ),
      },
    );
  }
  try {
    const version = await versionToMake(clientRequestToken, ports);
    return version === undefined ? { kind: 'kept' } : await create(version, ports);
  } finally {
    await lock.release();
  }
}

/** The id of the version that is to hold the access token; nothing when there is one that is good. */
async function versionToMake(clientRequestToken: string, ports: RotationPorts): Promise<string | undefined> {
  const current = await ports.accessToken.read('AWSCURRENT');
  if (current && isVersionOf(clientRequestToken, current.versionId)) return undefined;
  const pending = await ports.accessToken.read('AWSPENDING');
  if (!pending || !isVersionOf(clientRequestToken, pending.versionId)) return clientRequestToken;
  const now = ports.clock.now();
  const ageSeconds = (now.getTime() - Date.parse(pending.value.mintedAt)) / 1000;
  return ageSeconds < stalePendingSeconds ? undefined : furtherVersionId(clientRequestToken, now);
}

async function create(versionId: string, ports: RotationPorts): Promise<CreatedSecret> {
  const current = await currentApiKey(ports);
  const rescued = await rescuedApiKey(current.value, ports);
  const mintedAt = ports.clock.now();
  if (ports.endsAt.getTime() - mintedAt.getTime() < leastTimeMilliseconds) {
    throw new RetryLater(
      `There is too little time left for a refresh: at least ${leastTimeMilliseconds / 1000} seconds are needed to store its answer safely. Give the function more time.`,
    );
  }
  const accepted = await refreshWithStoredToken(current, rescued, ports);
  const { fate, inRescue } = await settleRefreshToken(current, accepted, ports);

  const { accessToken, refreshTokenExpiresAt } = accepted.tokens;
  if (!accessToken) {
    throw new GiveUp(
      `Security Cloud Control refreshed the key of organisation ${ports.organisation}, but answered without an access token in the documented form. The refresh token is safe (${fate}). Check that ${current.value.apiBaseUrl} is the platform's API host.`,
    );
  }
  const refreshTokenEnd = refreshTokenExpiresAt && {
    refreshTokenExpiresAt: refreshTokenExpiresAt.toISOString(),
  };
  const accessTokenExpiresAt = accessToken.expiresAt.toISOString();
  await ports.accessToken.put(
    {
      accessToken: accessToken.value,
      mintedAt: mintedAt.toISOString(),
      expiresAt: accessTokenExpiresAt,
      ...refreshTokenEnd,
    },
    'AWSPENDING',
    versionId,
  );
  if ((rescued || inRescue) && fate !== 'rescued') await ports.rescue.discard();
  return { kind: 'created', refreshToken: fate, accessTokenExpiresAt, ...refreshTokenEnd };
}

/** A rescued token of another key is left where it is: a person has replaced that key. */
async function rescuedApiKey(current: SccApiKey, ports: RotationPorts): Promise<SccApiKey | undefined> {
  const rescued = await ports.rescue.read();
  return rescued?.apiKeyId === current.apiKeyId ? rescued : undefined;
}
