import type { ReadSecret } from '../secret-reader.ts';
import type { SccApiKey } from './api-key.ts';
import { keepRefreshToken } from './keep-refresh-token.ts';
import type { AcceptedRefresh } from './refresh-with-stored-token.ts';
import type { RotationPorts } from './rotation-ports.ts';

/**
 * What became of the refresh token:
 * `unchanged`: the one that is current goes on; `promoted`: another one is current now;
 * `overtaken`: somebody else stored a key meanwhile, which stays current, and ours stays labelled `NEWEST`;
 * `rescued`: Secrets Manager did not take it, the next rotation recovers it from the second place.
 */
export type RefreshTokenFate = 'unchanged' | 'promoted' | 'overtaken' | 'rescued';

export interface SettledRefreshToken {
  readonly fate: RefreshTokenFate;
  /** Whether it was put into the second place on the way. */
  readonly inRescue: boolean;
}

/**
 * Stores the refresh token to go on with, if it is not stored yet, and makes it current.
 * Nothing else may happen between the refresh and this.
 *
 * The promotion compares and sets: `current` must still be what it was when the refresh began. Two writers can be
 * at work here, since with `rotation: "managed"` AWS rotates the same secret from day 45 of the token. Nothing else
 * differs between the two settings: whatever a refresh returns is stored, and whoever comes second clobbers nobody.
 */
export async function settleRefreshToken(
  current: ReadSecret<SccApiKey>,
  { used, tokens }: AcceptedRefresh,
  ports: RotationPorts,
): Promise<SettledRefreshToken> {
  const refreshToken = tokens.refreshToken ?? used.refreshToken;
  if (refreshToken === current.value.refreshToken) return { fate: 'unchanged', inRescue: false };

  const { expiresDate: _ofTheFormer, ...key } = current.value;
  const expiresDate = tokens.refreshTokenExpiresAt?.toISOString();
  const apiKey: SccApiKey = { ...key, refreshToken, ...(expiresDate === undefined ? {} : { expiresDate }) };

  const heldBy = versionHolding(apiKey, used);
  if (heldBy !== undefined) {
    return { fate: await ports.apiKey.promote(heldBy, current.versionId), inRescue: false };
  }
  const versionId = ports.newVersionId();
  const { inSecret, inRescue } = await keepRefreshToken(apiKey, versionId, ports);
  const fate = inSecret ? await ports.apiKey.promote(versionId, current.versionId) : 'rescued';
  return { fate, inRescue };
}

/** The stored version that needs only to be promoted: one left by a run that ended before it did so. */
function versionHolding(apiKey: SccApiKey, { version }: AcceptedRefresh['used']): string | undefined {
  const isHeld =
    version?.value.refreshToken === apiKey.refreshToken &&
    version.value.organizationId === apiKey.organizationId &&
    version.value.apiBaseUrl === apiKey.apiBaseUrl;
  return isHeld ? version.versionId : undefined;
}
