import type { z } from 'zod';
import type { TokenSource } from '../../../credentials/access-token.ts';
import { GiveUp } from '../../../errors/give-up.ts';
import { OutcomeUnknown } from '../../../errors/outcome-unknown.ts';
import type { HttpAnswer, HttpCall } from '../../http/http-call.ts';
import type { HttpClient } from '../../http/http-client.ts';
import { describeCall } from '../../http/redact.ts';
import { sendRenewingToken } from '../../http/send-renewing-token.ts';
import { type ObjectError, readObjectError } from './object-error.ts';
import { objectsProblem } from './objects-problem.ts';

/** A call about the common objects of one organisation. */
export interface ObjectsCall {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Below the objects, with query: `/networkGroups/{id}`, or `?limit=1` for the objects themselves. */
  readonly path: `/${string}` | `?${string}`;
  /** Sent as JSON. */
  readonly json?: unknown;
  readonly repetition: HttpCall['repetition'];
}

/** Statuses by which what was sent is refused, and nothing of it was done. */
const refusals = [400, 404, 409, 413, 422] as const;
type RefusalStatus = (typeof refusals)[number];

/** A refusal of what was sent; its text says what the API said. */
export interface ObjectsRefusal extends ObjectError {
  readonly status: RefusalStatus;
}

export type ObjectsAnswer<T> =
  | { readonly kind: 'done'; readonly value: T }
  | { readonly kind: 'refused'; readonly refusal: ObjectsRefusal };

/** Calls that carry an organisation's access token. */
export interface ObjectsClient {
  /**
   * The body of a successful answer, read by `schema`, or the refusal of what was sent.
   * @throws ConfigurationProblem for a key that is refused or has no rights to objects, and for the wrong region
   * @throws RetryLater, OutcomeUnknown as `HttpClient` does; OutcomeUnknown also for an unreadable answer to a change
   * @throws GiveUp for anything that is not documented
   */
  send<T>(call: ObjectsCall, schema: z.ZodType<T>): Promise<ObjectsAnswer<T>>;
  /** The same for a read, of which a refusal cannot be explained. */
  read<T>(call: ObjectsCall, schema: z.ZodType<T>): Promise<T>;
}

/**
 * @param options.baseUrl as `objectsUrl` gives it
 * @see https://pubhub.devnetcloud.com/media/cisco-security-cloud-control-api-documentation/docs/reference/security_cloud_control_common_objects_public_ap_is_1_0_0.yaml
 */
export function objectsClient(options: {
  http: HttpClient;
  tokens: TokenSource;
  baseUrl: string;
  /** The organisation's id as the console shows it. */
  organizationId: string;
  /** Our name of it, for messages. */
  organisation: string;
}): ObjectsClient {
  const { http, tokens, baseUrl, organizationId, organisation } = options;
  return { send, read };

  async function send<T>(call: ObjectsCall, schema: z.ZodType<T>): Promise<ObjectsAnswer<T>> {
    const { answer, accessToken } = await sendRenewingToken(tokens, (accessToken) =>
      sendWith(accessToken, call),
    );
    if (answer.status < 200 || answer.status > 299) {
      const error = readObjectError(answer, accessToken);
      const status = refusals.find((known) => known === answer.status);
      if (status !== undefined) return { kind: 'refused', refusal: { ...error, status } };
      const refused = { call: { method: call.method, url: urlOf(call) }, organisation, organizationId };
      throw objectsProblem(refused, answer.status, error.text);
    }
    const parsed = schema.safeParse(answer.body);
    if (parsed.success) return { kind: 'done', value: parsed.data };
    const wrong = parsed.error.issues.map((issue) => issue.path.join('.') || '(the whole)').join(', ');
    const message = `${describe(call)} answered ${answer.status} in a form that is not documented: look at ${wrong}.`;
    if (call.repetition === 'repeatable') throw new GiveUp(message);
    throw new OutcomeUnknown(`${message} Whether it took effect is not known: read before repeating it.`);
  }

  async function read<T>(call: ObjectsCall, schema: z.ZodType<T>): Promise<T> {
    const answer = await send(call, schema);
    if (answer.kind === 'done') return answer.value;
    throw new GiveUp(`${describe(call)} answered ${answer.refusal.status}: ${answer.refusal.text}.`);
  }

  function sendWith(accessToken: string, call: ObjectsCall): Promise<HttpAnswer> {
    return http.send({
      method: call.method,
      url: urlOf(call),
      repetition: call.repetition,
      // No answer is documented to redirect, so none takes a token to another host.
      isTrusted: () => false,
      headers: {
        accept: 'application/json',
        authorization: `Bearer ${accessToken}`,
        ...(call.json === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(call.json === undefined ? {} : { body: JSON.stringify(call.json) }),
    });
  }

  function urlOf({ path }: ObjectsCall): URL {
    return new URL(`/v1/organizations/${organizationId}/domains/global/objects${path}`, baseUrl);
  }

  function describe(call: ObjectsCall): string {
    return describeCall({ method: call.method, url: urlOf(call) });
  }
}
