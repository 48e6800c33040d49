import type { OrganisationName } from '../config/names.ts';

/** Asks for a fresh access token of an organisation; the token itself is read from its secret afterwards. */
export interface TokenMinter {
  /**
   * Resolves when the secret holds a usable token.
   * @param failedVersionId the version that the API refused: then any other version counts as fresh
   * @throws ConfigurationProblem when the API key is refused
   * @throws RetryLater when no token could be had now
   */
  mint(organisation: OrganisationName, failedVersionId?: string): Promise<void>;
}
