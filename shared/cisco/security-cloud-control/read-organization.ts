import type { SccApiKey } from '../../credentials/security-cloud-control/api-key.ts';
import type { HttpClient } from '../http/http-client.ts';
import { readPlatformError } from './platform-error.ts';
import { platformProblem } from './platform-problem.ts';

/**
 * Reads the organisation, the smallest call that any role with API access may make: it proves an access token.
 * @param organisation our name of it, for messages
 * @throws ConfigurationProblem when a person has to act: wrong id, wrong region, a role without API access
 * @throws RetryLater when the platform does not answer
 */
export async function readOrganization(
  http: HttpClient,
  { organizationId, apiBaseUrl }: Pick<SccApiKey, 'organizationId' | 'apiBaseUrl'>,
  accessToken: string,
  organisation: string,
): Promise<void> {
  const call = {
    method: 'GET' as const,
    url: new URL(`/v1/organizations/${organizationId}`, apiBaseUrl),
    repetition: 'repeatable' as const,
    headers: { accept: 'application/json', authorization: `Bearer ${accessToken}` },
  };
  const answer = await http.send(call);
  if (answer.status === 200) return;
  const { text } = readPlatformError(answer, accessToken);
  throw platformProblem({ call, organisation, organizationId }, answer.status, text);
}
