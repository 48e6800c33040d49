import { z } from 'zod';
import { bearerTokenSchema } from '../../credentials/access-token.ts';
import { ConfigurationProblem } from '../../errors/configuration-problem.ts';
import { GiveUp } from '../../errors/give-up.ts';
import type { HttpClient } from '../http/http-client.ts';
import { describeCall } from '../http/redact.ts';
import { readXdrError } from './error-body.ts';

/** An API client of XDR as a person stores it: `{ "clientId": "…", "clientPassword": "…" }`. */
export const xdrClientSchema = z.object({
  clientId: z.string().min(1),
  clientPassword: z.string().min(1),
});
export type XdrClient = z.infer<typeof xdrClientSchema>;

const tokenAnswerSchema = z.object({
  access_token: bearerTokenSchema,
  expires_in: z.number().positive(),
  scope: z.string().default(''),
});

/** A token of XDR; it lives for 10 minutes, so it is kept in memory only. */
export interface XdrAccessToken {
  readonly accessToken: string;
  readonly expiresInSeconds: number;
  /** What it may do: less than the client was given when its owner has lost rights. */
  readonly scopes: readonly string[];
}

/**
 * Gets an access token with the client's own credentials: `POST /iroh/oauth2/token`.
 * @throws ConfigurationProblem when the client is refused; the message says what to do
 * @throws RetryLater when the cloud does not answer
 * @see https://developer.cisco.com/docs/cisco-xdr/authentication
 */
export async function requestXdrAccessToken(
  http: HttpClient,
  platformUrl: URL,
  client: XdrClient,
): Promise<XdrAccessToken> {
  const call = {
    method: 'POST' as const,
    url: new URL('/iroh/oauth2/token', platformUrl),
    // A second token does no harm: the first one then simply is not used.
    repetition: 'repeatable' as const,
    headers: {
      accept: 'application/json',
      authorization: `Basic ${Buffer.from(`${client.clientId}:${client.clientPassword}`).toString('base64')}`,
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: 'grant_type=client_credentials',
  };
  const answer = await http.send(call);
  if ([400, 401, 403].includes(answer.status)) {
    throw new ConfigurationProblem(
      `${describeCall(call)} answered ${answer.status}: ${readXdrError(answer.body).text}. ${adviceForRefusedClient(platformUrl)}`,
    );
  }
  const parsed = tokenAnswerSchema.safeParse(answer.body);
  if (answer.status !== 200 || !parsed.success) {
    throw new GiveUp(
      `${describeCall(call)} answered ${answer.status} without a token in the documented form. Check that ${platformUrl.host} is the platform host of the configured region.`,
    );
  }
  return {
    accessToken: parsed.data.access_token,
    expiresInSeconds: parsed.data.expires_in,
    scopes: parsed.data.scope.split(/\s+/).filter((scope) => scope !== ''),
  };
}

/** Cisco does not document how a wrong, a deleted and a SecureX client are told apart: a person has to look. */
function adviceForRefusedClient({ host }: URL): string {
  return [
    `The client id or its password is wrong, the client was deleted, its owner has left, or it belongs to another region than ${host}.`,
    'SecureX ended on 2024-07-31: a client that was made in it may have ended with it, and none can be made there any more.',
    'A lost password cannot be reset: make a new API client in the XDR console (https://xdr.us.security.cisco.com, or eu or apjc: Administration > API Clients), as an administrator who stays and with the configured scopes, and store its id and password: npm run cli -- credentials set <organisation>/xdr-client.',
  ].join(' ');
}
