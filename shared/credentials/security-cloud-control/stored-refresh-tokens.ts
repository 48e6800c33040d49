import type { ReadSecret } from '../secret-reader.ts';
import type { VersionLabel } from '../secret-versions.ts';
import type { SccApiKey } from './api-key.ts';
import type { RotationPorts } from './rotation-ports.ts';

/** A refresh token that is stored somewhere, and may or may not work. */
export interface StoredRefreshToken {
  readonly refreshToken: string;
  readonly place: 'rescue' | VersionLabel;
  /** The version of the secret that holds it; none for a rescued one. */
  readonly version?: ReadSecret<SccApiKey>;
}

/**
 * Where a working refresh token can be, the newest first:
 *  - `NEWEST`: issued last and stored, whether or not it was promoted;
 *  - `AWSCURRENT`: put there by a person or by AWS's own rotation;
 *  - `AWSPREVIOUS`: in case the current one was never any good;
 *  - `AWSPENDING`: AWS's own rotation died between storing and promoting it. We never use this label here.
 */
const labels = ['NEWEST', 'AWSCURRENT', 'AWSPREVIOUS', 'AWSPENDING'] as const;

/**
 * Every stored refresh token of the current key, each once, in the order in which they are to be tried.
 * Read one by one, as they are asked for: usually the first works. Tokens of another key are left out,
 * since a person has replaced that key.
 */
export async function* storedRefreshTokens(
  current: SccApiKey,
  rescued: SccApiKey | undefined,
  ports: Pick<RotationPorts, 'apiKey'>,
): AsyncGenerator<StoredRefreshToken> {
  const seen = new Set<string>();
  if (rescued) {
    seen.add(rescued.refreshToken);
    yield { refreshToken: rescued.refreshToken, place: 'rescue' };
  }
  for (const label of labels) {
    const version = await ports.apiKey.read(label);
    if (!version || version.value.apiKeyId !== current.apiKeyId) continue;
    const { refreshToken } = version.value;
    if (seen.has(refreshToken)) continue;
    seen.add(refreshToken);
    yield { refreshToken, place: label, version };
  }
}
