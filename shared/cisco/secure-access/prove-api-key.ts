import { memoryTokenSource } from '../../credentials/memory-token-source.ts';
import { GiveUp } from '../../errors/give-up.ts';
import type { Clock } from '../../time/clock.ts';
import type { HttpClient } from '../http/http-client.ts';
import { openEnvelope } from './answer-envelope.ts';
import { authorisedClient } from './authorised-client.ts';
import { type ApiKey, requestAccessToken, type TokenRequestOptions } from './request-access-token.ts';

/**
 * Proves that an API key works: mints a token with it, and reads one destination list with the token.
 * @throws ConfigurationProblem when the key, its token or its scope is refused
 * @throws RetryLater when the cloud does not answer
 */
export async function proveApiKey(
  ports: { http: HttpClient; clock: Clock },
  baseUrl: URL,
  apiKey: ApiKey,
  options: TokenRequestOptions = {},
): Promise<void> {
  const { http, clock } = ports;
  const tokens = memoryTokenSource({
    requestToken: () => requestAccessToken(http, baseUrl, apiKey, options),
    clock,
  });
  const answer = await authorisedClient({ http, tokens, baseUrl }).send({
    method: 'GET',
    path: '/policies/v2/destinationlists?page=1&limit=1',
    scope: 'policies.destinationLists:read',
    repetition: 'repeatable',
  });
  const envelope = openEnvelope(answer.status, answer.body);
  if (envelope.kind === 'error') {
    throw new GiveUp(
      `A token of the new API key could not read the destination lists (${envelope.error.statusCode}): ${envelope.error.text}.`,
    );
  }
}
