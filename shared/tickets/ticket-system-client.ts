import type { z } from 'zod';
import type { HttpAnswer, HttpCall } from '../cisco/http/http-call.ts';
import type { HttpClient } from '../cisco/http/http-client.ts';
import { describeCall } from '../cisco/http/redact.ts';
import type { SecretReader } from '../credentials/secret-reader.ts';
import { ConfigurationProblem } from '../errors/configuration-problem.ts';
import { GiveUp } from '../errors/give-up.ts';
import { authorizationOf, ticketSystemSecretSchema } from './ticket-system-secret.ts';

export interface TicketSystemCall {
  readonly method: 'GET' | 'POST' | 'PATCH';
  readonly url: URL;
  /** Sent as JSON. */
  readonly json?: object;
  readonly repetition: HttpCall['repetition'];
}

export type TicketSystemAnswer<T> =
  | { readonly kind: 'answered'; readonly body: T }
  | { readonly kind: 'not-found' };

/** Calls that carry the credentials of a source's ticket system. */
export interface TicketSystemClient {
  /**
   * The body of a successful answer, read by `schema`; `not-found` for 404.
   * @throws ConfigurationProblem for 401 and 403, and when the credentials are not stored
   * @throws RetryLater, OutcomeUnknown as `HttpClient` does
   * @throws GiveUp for any other answer
   */
  send<T>(call: TicketSystemCall, schema: z.ZodType<T>): Promise<TicketSystemAnswer<T>>;
}

/** @param options.secretName where the credentials are, read anew for every comment: there are few of them */
export function ticketSystemClient(options: {
  http: HttpClient;
  secrets: SecretReader;
  secretName: string;
}): TicketSystemClient {
  const { http, secrets, secretName } = options;
  return {
    async send(call, schema) {
      const { value } = await secrets.read(secretName, ticketSystemSecretSchema);
      const answer = await http.send({
        method: call.method,
        url: call.url,
        repetition: call.repetition,
        // The credentials are for the configured address and no other.
        isTrusted: () => false,
        headers: {
          accept: 'application/json',
          authorization: authorizationOf(value),
          ...(call.json === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(call.json === undefined ? {} : { body: JSON.stringify(call.json) }),
      });
      if (answer.status === 404) return { kind: 'not-found' };
      if (answer.status < 200 || answer.status > 299) throw refusal(call, answer);
      const parsed = schema.safeParse(answer.body);
      if (parsed.success) return { kind: 'answered', body: parsed.data };
      throw new GiveUp(
        `${describeCall(call)} answered ${answer.status} in a form that is not documented. Look whether the address in "comments" is that of the API.`,
      );
    },
  };

  function refusal(call: TicketSystemCall, { status }: HttpAnswer): Error {
    if (status === 401 || status === 403) {
      return new ConfigurationProblem(
        `${describeCall(call)} answered ${status}. Look whether the user may read the ticket and write comments, and store user and token again in the secret ${secretName}.`,
      );
    }
    return new GiveUp(
      `${describeCall(call)} answered ${status}. Look whether "comments" of the source names the right address and table.`,
    );
  }
}
