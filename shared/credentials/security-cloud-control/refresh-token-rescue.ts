import type { SccApiKey } from './api-key.ts';

/**
 * A second, encrypted place for a refresh token that its secret did not take. It holds one key at most.
 * The next rotation looks here first.
 */
export interface RefreshTokenRescue {
  read(): Promise<SccApiKey | undefined>;
  /** Replaces what is there: an older one has been used up by then. */
  keep(apiKey: SccApiKey): Promise<void>;
  /** Does nothing when there is nothing. */
  discard(): Promise<void>;
}
