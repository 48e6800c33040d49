import { ConfigurationProblem } from '../../errors/configuration-problem.ts';
import type { HttpClient } from '../http/http-client.ts';
import { describeCall } from '../http/redact.ts';
import { isTokenRefused } from './authorised-client.ts';
import { readVendorError } from './error-body.ts';

/** A cheap read that only a token with this scope may make. */
export interface ScopeProbe {
  readonly scope: string;
  /** Below the base URL, with query. */
  readonly path: string;
}

/**
 * The scopes that an access token was seen to lack. There is no call that lists a token's own scopes, so each is
 * tried with a read; any answer but a refusal counts, a missing list too.
 * @throws ConfigurationProblem when the token itself is refused
 * @throws RetryLater when the cloud does not answer
 */
export async function probeScopes(
  http: HttpClient,
  baseUrl: URL,
  accessToken: string,
  probes: readonly ScopeProbe[],
): Promise<string[]> {
  const missing: string[] = [];
  for (const { scope, path } of probes) {
    const call = {
      method: 'GET' as const,
      url: new URL(path, baseUrl),
      repetition: 'repeatable' as const,
      headers: { accept: 'application/json', authorization: `Bearer ${accessToken}` },
    };
    const answer = await http.send(call);
    if (isTokenRefused(answer)) {
      throw new ConfigurationProblem(
        `${describeCall(call)} refused the access token: ${readVendorError(answer.body).text}. The API key may be disabled or deleted, or its creator deactivated: look at it in the console, and store a working key.`,
      );
    }
    if (answer.status === 403 || readVendorError(answer.body).statusCode === 403) missing.push(scope);
  }
  return missing;
}
