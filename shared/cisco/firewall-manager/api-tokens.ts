import { z } from 'zod';
import { bearerTokenSchema } from '../../credentials/access-token.ts';
import { ConfigurationProblem } from '../../errors/configuration-problem.ts';
import type { GiveUp } from '../../errors/give-up.ts';
import type { HttpAnswer, HttpCall } from '../http/http-call.ts';
import type { HttpClient } from '../http/http-client.ts';
import { describeCall } from '../http/redact.ts';
import { firewallManagerErrorText } from './error-text.ts';
import { firewallManagerRefusal } from './refusal.ts';

const tokenInfoSchema = z.object({
  uid: z.string().min(1),
  name: z.string().optional(),
  roles: z.array(z.string()).default([]),
  tenantUid: z.string(),
  tenantName: z.string().optional(),
  /** Missing: the token never expires. */
  expiresAt: z.string().nullish(),
});

/** Whose a token is and what it may do. */
export type TokenInfo = z.infer<typeof tokenInfoSchema>;

const generatedSchema = z.object({ apiToken: bearerTokenSchema });

/**
 * The calls about API tokens. Each takes the token that makes it; all throw RetryLater when there is no answer.
 * @see https://developer.cisco.com/docs/cisco-security-cloud-control/authentication
 */
export class ApiTokens {
  readonly #http: HttpClient;
  readonly #baseUrl: URL;

  /** @param baseUrl as `firewallManagerBaseUrl` gives it, with a slash at the end */
  constructor(http: HttpClient, baseUrl: URL) {
    this.#http = http;
    this.#baseUrl = baseUrl;
  }

  /**
   * `GET /v1/token`: the one proof that a token works, since a good signature does not say that it was not revoked.
   * Nothing when it does not: it was revoked, or belongs to another region.
   */
  async describe(token: string): Promise<TokenInfo | undefined> {
    const call = this.#call('GET', 'v1/token', token, 'repeatable');
    const answer = await this.#http.send(call);
    if (answer.status === 401) return undefined;
    const info = tokenInfoSchema.safeParse(answer.body);
    if (answer.status === 200 && info.success) return info.data;
    throw unexpected(call, answer);
  }

  /**
   * `POST /v1/users/{apiUserUid}/apiToken/generate`, for super-admins. What becomes of a token that the user already
   * has is not documented, so revoke that first.
   * @throws ConfigurationProblem when the caller is no super-admin, or the user is not an API-only user
   * @throws OutcomeUnknown when the answer was lost: the user then has a token that nobody knows
   */
  async generate(callersToken: string, apiUserUid: string): Promise<string> {
    const path = `v1/users/${encodeURIComponent(apiUserUid)}/apiToken/generate`;
    const call = this.#call('POST', path, callersToken, 'once');
    const answer = await this.#http.send(call);
    const generated = generatedSchema.safeParse(answer.body);
    if (answer.status < 300 && generated.success) return generated.data.apiToken;
    if ([400, 404].includes(answer.status)) {
      throw new ConfigurationProblem(
        `${describeCall(call)} answered ${answer.status}: ${firewallManagerErrorText(answer.body)}. Check in Firewall Manager under Settings > User Management that ${apiUserUid} is the uid of an API-only user of this tenant.`,
      );
    }
    throw unexpected(call, answer);
  }

  /**
   * `POST /v1/users/{apiUserUid}/apiToken/revoke`, for super-admins: ends every token of that user. What it answers
   * for a user without a token is not documented, so 400 counts as "there was none".
   * @throws ConfigurationProblem when the caller is no super-admin
   */
  async revokeAllOf(callersToken: string, apiUserUid: string): Promise<void> {
    const path = `v1/users/${encodeURIComponent(apiUserUid)}/apiToken/revoke`;
    const call = this.#call('POST', path, callersToken, 'repeatable');
    const answer = await this.#http.send(call);
    if (answer.status >= 300 && answer.status !== 400) throw unexpected(call, answer);
  }

  #call(method: 'GET' | 'POST', path: string, token: string, repetition: HttpCall['repetition']): HttpCall {
    const headers = { accept: 'application/json', authorization: `Bearer ${token}` };
    return { method, url: new URL(path, this.#baseUrl), headers, repetition };
  }
}

function unexpected(call: HttpCall, answer: HttpAnswer): ConfigurationProblem | GiveUp {
  if (answer.status !== 403) return firewallManagerRefusal(call, answer);
  return new ConfigurationProblem(
    `${describeCall(call)} answered 403: ${firewallManagerErrorText(answer.body)}. The user whose token is stored must be a super-admin: only they may renew tokens of others. Give both API-only users that role in Firewall Manager under Settings > User Management.`,
  );
}
