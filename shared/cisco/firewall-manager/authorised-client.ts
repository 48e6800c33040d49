import type { z } from 'zod';
import { OutcomeUnknown } from '../../errors/outcome-unknown.ts';
import type { HttpAnswer, HttpCall } from '../http/http-call.ts';
import type { HttpClient } from '../http/http-client.ts';
import { describeCall } from '../http/redact.ts';
import { firewallManagerRefusal } from './refusal.ts';

/** Where the API token is. It never ends by itself, but a rotation puts another in its place. */
export interface ApiTokenSource {
  current(): Promise<string>;
  /**
   * Says that `failed` was refused, and gives the one to try instead; nothing when there is no other.
   */
  replace(failed: string): Promise<string | undefined>;
}

export interface FirewallManagerCall {
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** Relative to the base URL, without a slash at its start: `v1/users?limit=50`. */
  readonly path: string;
  /** Sent as JSON. */
  readonly json?: unknown;
  readonly repetition: HttpCall['repetition'];
  /** Statuses that mean success; any other is thrown. */
  readonly expected: readonly number[];
}

/** Calls that carry the tenant's API token. */
export interface FirewallManagerClient {
  /**
   * The body of an answer with one of the expected statuses, read by `schema`.
   * @throws ConfigurationProblem for a token that is refused or whose role is too small
   * @throws RetryLater, OutcomeUnknown as `HttpClient` does; OutcomeUnknown also when the answer to a call that may be
   *   sent only once cannot be read
   * @throws GiveUp for anything else
   */
  send<T>(call: FirewallManagerCall, schema: z.ZodType<T>): Promise<T>;
}

/** @param options.baseUrl as `firewallManagerBaseUrl` gives it, with a slash at the end */
export function firewallManagerClient(options: {
  http: HttpClient;
  tokens: ApiTokenSource;
  baseUrl: URL;
}): FirewallManagerClient {
  const { http, tokens, baseUrl } = options;
  return {
    async send(call, schema) {
      const url = new URL(call.path, baseUrl);
      const answer = await sendRenewingToken(call, url);
      const parsed = schema.safeParse(answer.body);
      if (call.expected.includes(answer.status) && parsed.success) return parsed.data;
      if (answer.status < 400 && call.repetition === 'once') {
        throw new OutcomeUnknown(
          `${describeCall({ method: call.method, url })} answered ${answer.status}, not in the documented form. Whether it took effect is not known: read before repeating it.`,
        );
      }
      throw firewallManagerRefusal({ method: call.method, url }, answer);
    },
  };

  async function sendRenewingToken(call: FirewallManagerCall, url: URL): Promise<HttpAnswer> {
    const token = await tokens.current();
    const answer = await sendWith(token, call, url);
    if (answer.status !== 401) return answer;
    const other = await tokens.replace(token);
    return other === undefined ? answer : sendWith(other, call, url);
  }

  function sendWith(token: string, call: FirewallManagerCall, url: URL): Promise<HttpAnswer> {
    return http.send({
      method: call.method,
      url,
      repetition: call.repetition,
      // No answer is documented to redirect, so none takes a token to another host.
      isTrusted: () => false,
      headers: {
        accept: 'application/json',
        authorization: `Bearer ${token}`,
        ...(call.json === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(call.json === undefined ? {} : { body: JSON.stringify(call.json) }),
    });
  }
}
