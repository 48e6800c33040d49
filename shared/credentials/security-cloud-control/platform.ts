import type { SccApiKey } from './api-key.ts';

/** What a refresh brought. Each part stands by itself: a refresh token counts even if the rest cannot be read. */
export interface RefreshedTokens {
  readonly kind: 'refreshed';
  /** Another one, or the one that was sent. Absent when none came back: then the one that was sent goes on. */
  readonly refreshToken?: string;
  readonly refreshTokenExpiresAt?: Date;
  /** Absent when the answer had none that can be used. */
  readonly accessToken?: { readonly value: string; readonly expiresAt: Date };
}

/** The refresh token is not, or no longer, valid. Another one of the same key may be. */
export interface RefusedRefreshToken {
  readonly kind: 'refused';
  /** The platform's words, without any credential. */
  readonly said: string;
}

/** The calls of Security Cloud Control that a rotation makes. */
export interface SccPlatform {
  /**
   * Exchanges the refresh token. May end its life: whatever comes back must be stored before anything else.
   * @throws ConfigurationProblem when a person has to act: key disabled, wrong ids, wrong region
   * @throws RetryLater when it certainly had no effect
   * @throws OutcomeUnknown when the answer was lost: a new refresh token may have been issued that nobody has
   */
  refreshAccessToken(apiKey: SccApiKey): Promise<RefreshedTokens | RefusedRefreshToken>;
  /**
   * Reads the organisation, which proves that the access token works.
   * @throws ConfigurationProblem, RetryLater
   */
  readOrganization(
    place: Pick<SccApiKey, 'organizationId' | 'apiBaseUrl'>,
    accessToken: string,
  ): Promise<void>;
}
