import { ConfigurationProblem } from '../errors/configuration-problem.ts';
import { type StoredAccessToken, storedAccessTokenSchema } from './access-token.ts';
import type { ReadSecret, SecretReader } from './secret-reader.ts';

/** The stored access token. One that was never stored, or cannot be read as one, counts as none: it is minted anew. */
export async function readStoredToken(
  secrets: SecretReader,
  secretName: string,
): Promise<ReadSecret<StoredAccessToken> | undefined> {
  try {
    return await secrets.read(secretName, storedAccessTokenSchema);
  } catch (error) {
    if (error instanceof ConfigurationProblem) return undefined;
    throw error;
  }
}
