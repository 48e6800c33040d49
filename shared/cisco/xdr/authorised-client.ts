import type { z } from 'zod';
import type { TokenSource } from '../../credentials/access-token.ts';
import { GiveUp } from '../../errors/give-up.ts';
import { OutcomeUnknown } from '../../errors/outcome-unknown.ts';
import type { HttpAnswer, HttpCall } from '../http/http-call.ts';
import type { HttpClient } from '../http/http-client.ts';
import { describeCall } from '../http/redact.ts';
import { sendRenewingToken } from '../http/send-renewing-token.ts';
import { refusalOf } from './refusal.ts';
import type { XdrHosts } from './regions.ts';
import type { XdrScope } from './scopes.ts';

export interface XdrCall {
  readonly method: 'GET' | 'POST';
  readonly host: keyof XdrHosts;
  /** Below the host, with query: `/iroh/iroh-inspect/inspect`. */
  readonly path: string;
  /** Sent as JSON. */
  readonly json?: unknown;
  readonly scope: XdrScope;
  readonly repetition: HttpCall['repetition'];
}

/** Calls that carry the token of an organisation's XDR client. The one place where a token meets a request. */
export interface AuthorisedXdrClient {
  /**
   * The body of a successful answer, read by `schema`. HTTP 200 is success of the call alone: what modules could not
   * answer stands in the body.
   * @throws ConfigurationProblem for a client without the scope or the right, or that is refused altogether
   * @throws RefusedInput when the request itself is refused
   * @throws RetryLater with the server's own seconds when the organisation's hour is used up, or XDR does not answer
   * @throws OutcomeUnknown when the answer to a call that may be sent only once was lost, failed or unreadable
   * @throws GiveUp for anything that is not documented, and for a thing that does not exist
   */
  send<T>(call: XdrCall, schema: z.ZodType<T>): Promise<T>;
}

export function authorisedXdrClient(options: {
  http: HttpClient;
  tokens: TokenSource;
  hosts: XdrHosts;
}): AuthorisedXdrClient {
  const { http, tokens, hosts } = options;
  return {
    async send(call, schema) {
      const { answer } = await sendRenewingToken(tokens, (accessToken) => sendWith(accessToken, call));
      const described = describeCall({ method: call.method, url: urlOf(call) });
      if (answer.status < 200 || answer.status > 299) throw refusalOf(answer, described, call.scope);
      const parsed = schema.safeParse(answer.body);
      if (parsed.success) return parsed.data;
      const wrong = parsed.error.issues.map((issue) => issue.path.join('.') || '(the whole)').join(', ');
      const message = `${described} answered ${answer.status} in a form that is not documented: look at ${wrong}.`;
      if (call.repetition === 'repeatable') throw new GiveUp(message);
      throw new OutcomeUnknown(`${message} Whether it took effect is not known: read before repeating it.`);
    },
  };

  function sendWith(accessToken: string, call: XdrCall): Promise<HttpAnswer> {
    return http.send({
      method: call.method,
      url: urlOf(call),
      repetition: call.repetition,
      // No answer of XDR is documented to redirect, so none takes a token to another host.
      isTrusted: () => false,
      headers: {
        // Without it some of the APIs answer 406.
        accept: 'application/json',
        authorization: `Bearer ${accessToken}`,
        ...(call.json === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(call.json === undefined ? {} : { body: JSON.stringify(call.json) }),
    });
  }

  function urlOf(call: XdrCall): URL {
    return new URL(call.path, hosts[call.host]);
  }
}
