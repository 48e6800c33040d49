import type { TokenSource } from '../../credentials/access-token.ts';
import { ConfigurationProblem } from '../../errors/configuration-problem.ts';
import { GiveUp } from '../../errors/give-up.ts';
import type { HttpAnswer, HttpCall } from '../http/http-call.ts';
import type { HttpClient } from '../http/http-client.ts';
import { describeCall } from '../http/redact.ts';
import { readVendorError } from './error-body.ts';
import { isTrustedWithToken } from './trusted-hosts.ts';

/** The OAuth scopes that our calls need. @see https://developer.cisco.com/docs/cloud-security/secure-access-api-oauth-scopes */
export type Scope =
  | 'policies.destinationLists:read'
  | 'policies.destinations:read'
  | 'policies.destinations:write'
  | 'policies.rules:read'
  | 'policies.objects.networkObjectGroups:read'
  | 'policies.objects.networkObjectGroups:write'
  | 'policies.objects.networkObjects:read'
  | 'reports.aggregations:read'
  | 'reports.utilities:read'
  | 'admin.apikeys:read'
  | 'admin.apikeys:create'
  | 'admin.apikeys:delete'
  | 'admin.iam:write'
  | 'admin.vpn:read'
  | 'admin.vpn:write'
  | 'admin.ztna.certificates:read'
  | 'admin.ztna.enrollment:write'
  | 'deployments.roamingcomputers:read'
  | 'deployments.roamingcomputers:write';

export interface AuthorisedCall {
  readonly method: HttpCall['method'];
  /** Below the base URL, with query: `/policies/v2/rules?limit=1000`; or a whole address that an answer named. */
  readonly path: string;
  /** Sent as JSON. */
  readonly json?: unknown;
  readonly scope: Scope;
  readonly repetition: HttpCall['repetition'];
}

/** Calls that carry an organisation's access token. The one place where a token meets a request. */
export interface AuthorisedClient {
  /**
   * The answer, whatever its status but 401 and 403.
   * @throws ConfigurationProblem for 403 (the key lacks the scope or is read-only), and for a token that is refused
   *   although it was just minted
   * @throws GiveUp for an address that is none of Cisco's: no token is sent there
   * @throws RetryLater, OutcomeUnknown as `HttpClient` does
   */
  send(call: AuthorisedCall): Promise<HttpAnswer>;
}

export function authorisedClient(options: {
  http: HttpClient;
  tokens: TokenSource;
  baseUrl: URL;
}): AuthorisedClient {
  return {
    async send(call) {
      const url = new URL(call.path, options.baseUrl);
      if (!isTrusted(url)) {
        throw new GiveUp(
          `An answer of ${options.baseUrl.host} points to ${url.protocol}//${url.host}, which is none of Cisco's hosts. The access token was not sent there.`,
        );
      }
      const token = await options.tokens.current();
      const first = await sendWith(token.accessToken, call);
      if (!isTokenRefused(first)) return checked(first, call);
      const other = await options.tokens.replace(token);
      const second = await sendWith(other.accessToken, call);
      if (!isTokenRefused(second)) return checked(second, call);
      throw new ConfigurationProblem(
        `${describe(call)} refused a token that was just minted: ${readVendorError(second.body).text}. The API key may be disabled, deleted, or its creator deactivated: look at it in the console, and store a working key.`,
      );
    },
  };

  function sendWith(accessToken: string, call: AuthorisedCall): Promise<HttpAnswer> {
    return options.http.send({
      method: call.method,
      url: new URL(call.path, options.baseUrl),
      repetition: call.repetition,
      isTrusted,
      headers: {
        accept: 'application/json',
        authorization: `Bearer ${accessToken}`,
        ...(call.json === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(call.json === undefined ? {} : { body: JSON.stringify(call.json) }),
    });
  }

  function checked(answer: HttpAnswer, call: AuthorisedCall): HttpAnswer {
    if (answer.status !== 403) return answer;
    throw new ConfigurationProblem(
      `${describe(call)} answered 403: ${readVendorError(answer.body).text}. The API key lacks the scope ${call.scope}, or is read-only. Make a key with that scope in the console and store it.`,
    );
  }

  /** Cisco asks to follow its redirects with the header: a region of its own may keep the data. */
  function isTrusted(url: URL): boolean {
    return isTrustedWithToken(url, options.baseUrl);
  }

  function describe(call: AuthorisedCall): string {
    return describeCall({ method: call.method, url: new URL(call.path, options.baseUrl) });
  }
}

/**
 * An expired token is documented as 400 `invalid_request`, and a client in the field meets 401: both count.
 * @see https://developer.cisco.com/docs/cloud-security/secure-access-api-getting-started
 */
export function isTokenRefused(answer: HttpAnswer): boolean {
  if (answer.status === 401) return true;
  return answer.status === 400 && readVendorError(answer.body).code === 'invalid_request';
}
