import { ConfigurationProblem } from '../../errors/configuration-problem.ts';
import { RetryLater } from '../../errors/retry-later.ts';
import type { ReadSecret } from '../secret-reader.ts';
import type { SccApiKey } from './api-key.ts';
import { currentApiKey } from './current-api-key.ts';
import type { RefreshedTokens } from './platform.ts';
import type { RotationPorts } from './rotation-ports.ts';
import { type StoredRefreshToken, storedRefreshTokens } from './stored-refresh-tokens.ts';

/** How long another writer may take between refreshing and storing. */
const otherWriterMilliseconds = 10_000;

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
 * @throws RetryLater when somebody else is storing another one just now, or as the platform does
 * @throws OutcomeUnknown as the platform does
 */
export async function refreshWithStoredToken(
  current: ReadSecret<SccApiKey>,
  rescued: SccApiKey | undefined,
  ports: RotationPorts,
): Promise<AcceptedRefresh> {
  const refusals = new Map<string, string>();
  for await (const stored of storedRefreshTokens(current.value, rescued, ports)) {
    // Ids and address as they are now: a person may have put them right since this token was stored.
    const apiKey = { ...current.value, refreshToken: stored.refreshToken };
    const answer = await ports.platform.refreshAccessToken(apiKey);
    if (answer.kind === 'refreshed') return { used: stored, tokens: answer };
    refusals.set(stored.refreshToken, `${stored.place}: ${answer.said}`);
  }
  await throwIfAnotherAppears(new Set(refusals.keys()), ports);
  throw new ConfigurationProblem(
    `Security Cloud Control accepts no stored refresh token of organisation ${ports.organisation} (API key ${current.value.apiKeyId}; ${[...refusals.values()].join('; ')}). A refresh token ends 60 days after it was issued, when the key is deleted, or when another one was issued that could not be stored. This cannot be repaired from here: in the console, under Platform Management > API Keys, generate a new API key with the same role, and store it with: npm run cli -- credentials set ${ports.organisation}/scc-api-key`,
  );
}

/** AWS's own rotation of the key may have used up the stored token a moment ago, and not have stored its own yet. */
async function throwIfAnotherAppears(refused: ReadonlySet<string>, ports: RotationPorts): Promise<void> {
  await ports.sleep(otherWriterMilliseconds);
  const { value: latest } = await currentApiKey(ports);
  for await (const { refreshToken } of storedRefreshTokens(latest, undefined, ports)) {
    if (refused.has(refreshToken)) continue;
    throw new RetryLater(
      `While the stored refresh tokens of organisation ${ports.organisation} were tried, somebody else stored another one. The next try takes it.`,
      { retryAfterSeconds: 10 },
    );
  }
}
