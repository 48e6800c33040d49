import { z } from 'zod';
import { ConfigurationProblem } from '../../errors/configuration-problem.ts';
import { GiveUp } from '../../errors/give-up.ts';
import { RetryLater } from '../../errors/retry-later.ts';
import type { HttpAnswer } from '../http/http-call.ts';
import type { AuthorisedClient } from './authorised-client.ts';
import { readVendorError } from './error-body.ts';
import { parseLenientDate } from './lenient-date.ts';

const keysPath = '/admin/v2/apiKeys';
const keysPerPage = 100;

const dateSchema = z.string().nullish().transform(parseLenientDate);

/** Name and client id are optional in the description; a key without them is nobody we know. */
const keySchema = z.object({
  id: z.string().min(1),
  name: z.string().default(''),
  clientId: z.string().default(''),
  createdAt: dateSchema,
  expireAt: dateSchema,
  scopes: z.array(z.string()).default([]),
  allowedIPs: z.array(z.string()).nullish(),
  /** Empty for a key that another key made. */
  creatorEmail: z.string().optional(),
  lastUsedAt: dateSchema.optional(),
});

const pageSchema = z.object({ total: z.int().nonnegative().optional(), keys: z.array(keySchema) });
const createdSchema = z.object({
  key: keySchema.extend({ clientId: z.string().min(1), clientSecret: z.string().min(1) }),
});

/** An API key as the Key Admin API shows it: everything but its secret. */
export type AdministeredKey = z.infer<typeof keySchema>;

/** A key just made: the only time that its secret is shown. */
export type CreatedKey = z.infer<typeof createdSchema>['key'];

export interface KeyToCreate {
  /** Unique in the organisation, at most 256 of `a-zA-Z0-9:._+=` and white space. */
  readonly name: string;
  readonly description: string;
  readonly scopes: readonly string[];
  /** It can only be set here: no other call changes it. */
  readonly expireAt: Date;
  /** The addresses that alone may use the key; none means all. */
  readonly allowedIPs: readonly string[];
}

/**
 * The Key Admin API, for holders of a KeyAdmin key.
 * Every call throws ConfigurationProblem for a refused key or a missing scope, RetryLater when there is no answer.
 * @see https://developer.cisco.com/docs/cloud-security/umbrella-api-authentication
 */
export class KeyAdmin {
  readonly #client: AuthorisedClient;

  constructor(client: AuthorisedClient) {
    this.#client = client;
  }

  /** `GET /admin/v2/apiKeys`, all pages. */
  async list(): Promise<AdministeredKey[]> {
    const keys: AdministeredKey[] = [];
    for (;;) {
      const answer = await this.#client.send({
        method: 'GET',
        path: `${keysPath}?offset=${keys.length}&limit=${keysPerPage}`,
        scope: 'admin.apikeys:read',
        repetition: 'repeatable',
      });
      const page = pageSchema.safeParse(answer.body);
      if (answer.status !== 200 || !page.success) throw refused('list the API keys', answer);
      keys.push(...page.data.keys);
      const isLast = page.data.keys.length < keysPerPage || keys.length >= (page.data.total ?? Infinity);
      if (page.data.keys.length === 0 || isLast) return keys;
    }
  }

  /**
   * `POST /admin/v2/apiKeys`.
   * @throws OutcomeUnknown when the answer was lost: the key may be there, its secret is lost
   */
  async create(key: KeyToCreate): Promise<CreatedKey> {
    const answer = await this.#client.send({
      method: 'POST',
      path: keysPath,
      json: {
        name: key.name,
        description: key.description,
        scopes: key.scopes,
        expireAt: key.expireAt.toISOString(),
        ...(key.allowedIPs.length > 0 ? { allowedIPs: key.allowedIPs } : {}),
      },
      scope: 'admin.apikeys:create',
      repetition: 'once',
    });
    if (answer.status === 409) {
      throw new RetryLater(
        `An API key with the name "${key.name}" exists already; the next try uses another.`,
      );
    }
    // What could not be read may hold a secret, so the answer is not quoted.
    if (answer.status >= 400) throw refused('create an API key', answer);
    const created = createdSchema.safeParse(answer.body);
    if (!created.success) {
      throw new GiveUp(
        `Secure Access answered ${answer.status} to the creation of an API key, not in the documented form. The next run deletes what was created.`,
      );
    }
    return created.data.key;
  }

  /** `DELETE /admin/v2/apiKeys/{id}`. A key that is gone already counts as deleted. */
  async delete(keyId: string): Promise<void> {
    const answer = await this.#client.send({
      method: 'DELETE',
      path: `${keysPath}/${encodeURIComponent(keyId)}`,
      scope: 'admin.apikeys:delete',
      repetition: 'repeatable',
    });
    if (answer.status !== 404 && answer.status >= 300) throw refused(`delete the API key ${keyId}`, answer);
  }
}

function refused(what: string, answer: HttpAnswer): ConfigurationProblem | GiveUp {
  const reason = `Secure Access answered ${answer.status} to the wish to ${what}`;
  if (answer.status >= 400 && answer.status < 500) {
    return new ConfigurationProblem(
      `${reason}: ${readVendorError(answer.body).text}. Check in the console under Admin > API Keys that the KeyAdmin key is in force and belongs to this organisation.`,
    );
  }
  return new GiveUp(`${reason}, not in the documented form.`);
}
