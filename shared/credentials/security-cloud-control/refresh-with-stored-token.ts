import { ConfigurationProblem } from '../../errors/configuration-problem.ts';
import { RetryLater } from '../../errors/retry-later.ts';
import type { ReadSecret } from '../secret-reader.ts';
import type { SccApiKey } from './api-key.ts';
import type { RefreshedTokens } from './platform.ts';
import type { RotationPorts } from './rotation-ports.ts';
import { type StoredRefreshToken, storedRefreshTokens } from './stored-refresh-tokens.ts';

export interface AcceptedRefresh {
  readonly used: StoredRefreshToken;
  readonly tokens: RefreshedTokens;
}

/**
 * Refreshes with the first stored token that the platform accepts.
 *
 * Only a plain refusal leads to the next token. A lost answer ends the run: the platform may still be at it, and
 * whether a refresh can be repeated is not documented. The next run then tries what is stored, the same token
 * first: if the lost refresh took effect and killed it, nothing that we have could be spoilt by that, and if not,
 * it is the only way on.
 *
 * @throws ConfigurationProblem when none is accepted: a person has to make a new key
 * @throws RetryLater, OutcomeUnknown as the platform does
 */
export async function refreshWithStoredToken(
  current: ReadSecret<SccApiKey>,
  rescued: SccApiKey | undefined,
  ports: RotationPorts,
): Promise<AcceptedRefresh> {
  const refusals: string[] = [];
  for await (const stored of storedRefreshTokens(current.value, rescued, ports)) {
    // Ids and address as they are now: a person may have put them right since this token was stored.
    const apiKey = { ...current.value, refreshToken: stored.refreshToken };
    const answer = await ports.platform.refreshAccessToken(apiKey);
    if (answer.kind === 'refreshed') return { used: stored, tokens: answer };
    refusals.push(`${stored.place}: ${answer.said}`);
  }
  const now = await ports.apiKey.read('AWSCURRENT');
  if (now?.versionId !== current.versionId) {
    throw new RetryLater(
      `While the stored refresh tokens of organisation ${ports.organisation} were tried, somebody else stored another one. The next try takes it.`,
      { retryAfterSeconds: 10 },
    );
  }
  throw new ConfigurationProblem(
    `Security Cloud Control accepts no stored refresh token of organisation ${ports.organisation} (API key ${current.value.apiKeyId}; ${refusals.join('; ')}). A refresh token ends 60 days after it was issued, when the key is deleted, or when another one was issued that could not be stored. This cannot be repaired from here: in the console, under Platform Management > API Keys, generate a new API key with the same role, and store it with: npm run cli -- credentials set ${ports.organisation}/scc-api-key`,
  );
}
