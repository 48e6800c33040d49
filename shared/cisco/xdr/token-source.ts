import type { TokenSource } from '../../credentials/access-token.ts';
import { memoryTokenSource } from '../../credentials/memory-token-source.ts';
import type { SecretReader } from '../../credentials/secret-reader.ts';
import { ConfigurationProblem } from '../../errors/configuration-problem.ts';
import type { Clock } from '../../time/clock.ts';
import type { HttpClient } from '../http/http-client.ts';
import { requestXdrAccessToken, xdrClientSchema } from './request-access-token.ts';
import { uncoveredScopes } from './scopes.ts';

/**
 * The access tokens of one organisation's XDR client. They live for 600 seconds and in memory only; one is asked for
 * when it is needed, once for all calls that wait for it, and a minute before it ends.
 *
 * The client's secret is read anew for each, so that a client stored meanwhile is used. The scopes of each are
 * compared with the needed ones: they shrink when the person who made the client loses rights.
 * @param options.neededScopes a token without them is not given out: `ConfigurationProblem` names what is missing
 * @see https://developer.cisco.com/docs/cisco-xdr/authentication
 */
export function xdrTokenSource(options: {
  http: HttpClient;
  platformUrl: URL;
  secrets: SecretReader;
  /** Of the secret with the client's id and password. */
  secretName: string;
  neededScopes: readonly string[];
  clock: Clock;
}): TokenSource {
  const { http, platformUrl, secrets, secretName, neededScopes, clock } = options;
  return memoryTokenSource({
    clock,
    async requestToken() {
      const { value: client } = await secrets.read(secretName, xdrClientSchema);
      const token = await requestXdrAccessToken(http, platformUrl, client);
      const missing = uncoveredScopes(token.scopes, neededScopes);
      if (missing.length > 0) {
        throw new ConfigurationProblem(
          `The XDR client in the secret ${secretName} is accepted by ${platformUrl.host}, but its token lacks ${missing.join(', ')}; it has ${token.scopes.join(', ') || 'no scope at all'}. The client was made without them, or its owner has lost rights: give the owner the role back, or make a client with these scopes as a user who has them, and store it.`,
        );
      }
      return token;
    },
  });
}
