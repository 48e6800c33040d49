import { z } from 'zod';
import { bearerTokenSchema } from '../../credentials/access-token.ts';
import type { SccApiKey } from '../../credentials/security-cloud-control/api-key.ts';
import type {
  RefreshedTokens,
  RefusedRefreshToken,
} from '../../credentials/security-cloud-control/platform.ts';
import type { Clock } from '../../time/clock.ts';
import type { HttpClient } from '../http/http-client.ts';
import { readPlatformError } from './platform-error.ts';
import { platformProblem } from './platform-problem.ts';
import { accessTokenExpiry } from './token-expiry.ts';

const seconds = z.number().positive().max(1e9).optional().catch(undefined);
const token = bearerTokenSchema.optional().catch(undefined);

/** Field by field: a refresh token that was issued must not be lost because something else in the answer is odd. */
const answerSchema = z
  .object({
    access_token: token,
    expires_in: seconds,
    refresh_token: token,
    refresh_token_expires_in: seconds,
  })
  .catch({
    access_token: undefined,
    expires_in: undefined,
    refresh_token: undefined,
    refresh_token_expires_in: undefined,
  });

/**
 * Exchanges a refresh token: `POST /v1/organizations/{orgId}/apiKeys/{apiKeyId}/token`, with the refresh token as
 * bearer. The answer may hold another refresh token, at every refresh or only from day 45 on: both are documented.
 * Whether the one that was sent is dead then is not, so the caller must take it for dead.
 *
 * It is sent once. After a lost answer, a blind repeat with a token that the first try has used up would be
 * refused at best, and the answer to it says nothing about the first. What is stored is to be tried instead.
 *
 * @param organisation our name of it, for messages
 * @throws ConfigurationProblem when a person has to act: key disabled, wrong ids, wrong region
 * @throws RetryLater when it had no effect: never sent, or refused with 429
 * @throws OutcomeUnknown when the answer was lost or the platform failed
 * @see https://developer.cisco.com/docs/security-cloud-control/authentication
 */
export async function refreshAccessToken(
  { http, clock }: { http: HttpClient; clock: Clock },
  { refreshToken, organizationId, apiKeyId, apiBaseUrl }: SccApiKey,
  organisation: string,
): Promise<RefreshedTokens | RefusedRefreshToken> {
  const call = {
    method: 'POST' as const,
    url: new URL(`/v1/organizations/${organizationId}/apiKeys/${apiKeyId}/token`, apiBaseUrl),
    repetition: 'once' as const,
    headers: {
      accept: 'application/json',
      authorization: `Bearer ${refreshToken}`,
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: 'grant_type=refresh_token',
  };
  const askedAt = clock.now();
  const answer = await http.send(call);
  if (answer.status >= 200 && answer.status < 300) return readTokens(answer.body, askedAt);
  const { said, text } = readPlatformError(answer, refreshToken);
  if (isRefreshTokenRefused(answer.status, said)) return { kind: 'refused', said: text };
  throw platformProblem({ call, organisation, organizationId }, answer.status, text);
}

function readTokens(body: unknown, askedAt: Date): RefreshedTokens {
  const tokens = answerSchema.parse(body);
  const accessToken = tokens.access_token;
  const expiresAt = accessToken && accessTokenExpiry(accessToken, tokens.expires_in, askedAt);
  const refreshLife = tokens.refresh_token_expires_in;
  return {
    kind: 'refreshed',
    ...(tokens.refresh_token && { refreshToken: tokens.refresh_token }),
    ...(refreshLife && { refreshTokenExpiresAt: new Date(askedAt.getTime() + refreshLife * 1000) }),
    ...(accessToken && expiresAt && { accessToken: { value: accessToken, expiresAt } }),
  };
}

/**
 * 401 with "refresh token is not valid" was seen; 400 is what the OAuth standard would have. A key that is switched
 * off is no matter of the token, though some gateways may answer it with 401 too.
 * @see https://www.rfc-editor.org/rfc/rfc6749#section-5.2
 */
function isRefreshTokenRefused(status: number, said: string): boolean {
  if (status === 401) return !/disabled/i.test(said);
  return status === 400 && /refresh.?token is|invalid_grant/i.test(said);
}
