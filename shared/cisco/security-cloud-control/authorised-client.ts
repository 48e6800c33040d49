import type { z } from 'zod';
import type { TokenSource } from '../../credentials/access-token.ts';
import type { AutomationError } from '../../errors/automation-error.ts';
import { GiveUp } from '../../errors/give-up.ts';
import { OutcomeUnknown } from '../../errors/outcome-unknown.ts';
import type { HttpAnswer, HttpCall } from '../http/http-call.ts';
import type { HttpClient } from '../http/http-client.ts';
import { describeCall } from '../http/redact.ts';
import { sendRenewingToken } from '../http/send-renewing-token.ts';
import { readPlatformError } from './platform-error.ts';
import { platformProblem } from './platform-problem.ts';
import { PlatformRefusal } from './platform-refusal.ts';

/** A call about one organisation, or from it. Reading needs a member's token, anything else an administrator's. */
export interface PlatformCall {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH';
  /** With query: `/users?status=PENDING`. Empty for the organisation itself. */
  readonly path: '' | `/${string}`;
  /** What the path is below. Left out: the organisation. `platform`: everything that the key may see. */
  readonly below?: 'platform';
  /** Sent as JSON. */
  readonly json?: unknown;
  readonly repetition: HttpCall['repetition'];
  /** A POST that changes nothing. */
  readonly readsOnly?: true;
  /** A secret in the body: refusals may quote it, and no message shows it. */
  readonly secret?: string;
}

/** Calls that carry an organisation's access token. */
export interface AuthorisedPlatformClient {
  /**
   * The body of a successful answer, read by `schema`. HTTP 200 is success of the call alone: what became of each item
   * of a change stands in the body.
   * @throws ConfigurationProblem for a key that is refused, or whose role may not do this
   * @throws PlatformRefusal when the platform does not accept what was sent, or what it names does not exist
   * @throws RetryLater, OutcomeUnknown as `HttpClient` does; OutcomeUnknown also for an unreadable answer to a change
   * @throws GiveUp for anything that is not documented
   */
  send<T>(call: PlatformCall, schema: z.ZodType<T>): Promise<T>;
}

/** @see https://developer.cisco.com/docs/security-cloud-control/authentication */
export function authorisedPlatformClient(options: {
  http: HttpClient;
  tokens: TokenSource;
  /** As `sccPlatformUrl` gives it. */
  baseUrl: string;
  /** The organisation's id as the console shows it. */
  organizationId: string;
  /** Our name of the organisation whose key it is, for messages. */
  organisation: string;
  /** `organizationId` names an organisation that the key's own organisation manages. */
  isManaged?: boolean;
}): AuthorisedPlatformClient {
  const { http, tokens, baseUrl, organizationId, organisation, isManaged = false } = options;
  return {
    async send(call, schema) {
      const { answer, accessToken } = await sendRenewingToken(tokens, (accessToken) =>
        sendWith(accessToken, call),
      );
      if (answer.status < 200 || answer.status > 299) throw refusalOf(call, answer, accessToken);
      const parsed = schema.safeParse(answer.body);
      if (parsed.success) return parsed.data;
      const wrong = parsed.error.issues.map((issue) => issue.path.join('.') || '(the whole)').join(', ');
      const message = `${describe(call)} answered ${answer.status} in a form that is not documented: look at ${wrong}.`;
      if (call.method === 'GET' || call.readsOnly) throw new GiveUp(message);
      throw new OutcomeUnknown(`${message} Whether it took effect is not known: read before repeating it.`);
    },
  };

  function sendWith(accessToken: string, call: PlatformCall): Promise<HttpAnswer> {
    return http.send({
      method: call.method,
      url: urlOf(call),
      repetition: call.repetition,
      // No answer of the platform is documented to redirect, so none takes a token to another host.
      isTrusted: () => false,
      headers: {
        accept: 'application/json',
        authorization: `Bearer ${accessToken}`,
        ...(call.json === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(call.json === undefined ? {} : { body: JSON.stringify(call.json) }),
    });
  }

  function refusalOf(call: PlatformCall, answer: HttpAnswer, accessToken: string): AutomationError {
    const { said, text } = readPlatformError(answer, accessToken, ...(call.secret ? [call.secret] : []));
    switch (answer.status) {
      case 400:
      case 404:
      case 409:
      case 413:
      case 422:
        return new PlatformRefusal(
          `${describe(call)} answered ${answer.status}: ${text}. Repeating it unchanged will not help. Look in the console whether the person, group, role or subscription still exists.`,
          { status: answer.status, said },
        );
      default: {
        const needed = call.method === 'GET' ? 'Organization Member' : 'Organization Administrator';
        const withRole = answer.status === 403 ? `${text}; this call needs the role ${needed}` : text;
        const refused = {
          call: { method: call.method, url: urlOf(call) },
          organisation,
          organizationId,
          isManaged,
        };
        return platformProblem(refused, answer.status, withRole);
      }
    }
  }

  function urlOf(call: PlatformCall): URL {
    const place = call.below === 'platform' ? '' : `/organizations/${organizationId}`;
    return new URL(`/v1${place}${call.path}`, baseUrl);
  }

  function describe(call: PlatformCall): string {
    return describeCall({ method: call.method, url: urlOf(call) });
  }
}
