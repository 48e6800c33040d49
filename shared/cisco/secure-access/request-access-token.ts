import { z } from 'zod';
import { bearerTokenSchema } from '../../credentials/access-token.ts';
import { ConfigurationProblem } from '../../errors/configuration-problem.ts';
import { GiveUp } from '../../errors/give-up.ts';
import type { HttpClient } from '../http/http-client.ts';
import { describeCall } from '../http/redact.ts';
import { readVendorError } from './error-body.ts';

/**
 * An API key or KeyAdmin key. A person stores `{ "key": "…", "secret": "…" }`; a rotation adds what else it knows.
 */
export const apiKeySchema = z.object({
  key: z.string().min(1),
  secret: z.string().min(1),
  expiresAt: z.iso.datetime().optional(),
});
export type ApiKey = z.infer<typeof apiKeySchema>;

export interface TokenRequestOptions {
  /** For the key of a parent console: the organisation that the token is for. It is fixed in the token. */
  readonly childOrganisationId?: number | undefined;
  /** Which key this is, for messages. Default `api-key`. */
  readonly kind?: 'api-key' | 'key-admin-key';
}

/** How messages name a key, and the id by which the command line stores it. */
const namesOfKeys = {
  'api-key': { name: 'API key', credential: 'secure-access-api-key' },
  'key-admin-key': { name: 'KeyAdmin key', credential: 'secure-access-key-admin-key' },
} as const;

const tokenAnswerSchema = z.object({ access_token: bearerTokenSchema, expires_in: z.number().positive() });

/**
 * Mints an access token: `POST /auth/v2/token`, limited to 20 a minute for each key.
 * @throws ConfigurationProblem when the key is refused; the message says what to do, and holds no part of the key
 * @throws RetryLater when the cloud does not answer
 * @see https://developer.cisco.com/docs/cloud-security/secure-access-api-getting-started
 * @see https://developer.cisco.com/docs/cloud-security/umbrella-api-getting-started for child organisations
 */
export async function requestAccessToken(
  http: HttpClient,
  baseUrl: URL,
  apiKey: ApiKey,
  options: TokenRequestOptions = {},
): Promise<{ accessToken: string; expiresInSeconds: number }> {
  const { childOrganisationId } = options;
  const call = {
    method: 'POST' as const,
    url: new URL('/auth/v2/token', baseUrl),
    // A second token does no harm: the first one then simply is not used.
    repetition: 'repeatable' as const,
    headers: {
      accept: 'application/json',
      authorization: `Basic ${Buffer.from(`${apiKey.key}:${apiKey.secret}`).toString('base64')}`,
      'content-type': 'application/x-www-form-urlencoded',
      ...(childOrganisationId === undefined ? {} : { 'X-Umbrella-OrgId': String(childOrganisationId) }),
    },
    body: 'grant_type=client_credentials',
  };
  const answer = await http.send(call);
  if ([400, 401, 403].includes(answer.status)) {
    throw new ConfigurationProblem(
      `${describeCall(call)} answered ${answer.status}: ${readVendorError(answer.body).text}. ${adviceForRefusedKey(apiKey, baseUrl, options)}`,
    );
  }
  const parsed = tokenAnswerSchema.safeParse(answer.body);
  if (answer.status !== 200 || !parsed.success) {
    throw new GiveUp(
      `${describeCall(call)} answered ${answer.status} without a token in the documented form. Check that ${baseUrl.host} is the API host of this edition.`,
    );
  }
  return { accessToken: parsed.data.access_token, expiresInSeconds: parsed.data.expires_in };
}

/** Cisco does not document how a wrong, an expired and a disabled key are told apart: a person has to look. */
function adviceForRefusedKey(apiKey: ApiKey, baseUrl: URL, options: TokenRequestOptions): string {
  const { name, credential } = namesOfKeys[options.kind ?? 'api-key'];
  const ofChild =
    options.childOrganisationId === undefined
      ? ''
      : ` Check too that ${options.childOrganisationId} (childOrganisationId) is a child of the organisation whose key this is.`;
  const end = apiKey.expiresAt === undefined ? '' : ` It was made to expire on ${apiKey.expiresAt}.`;
  return `The ${name} or its secret is wrong or belongs to another cloud than ${baseUrl.host}, or the key has expired, is disabled or deleted, or its creator's account is deactivated.${end} Check it in the console under Admin > API Keys. If it is in force there, store its key and secret again; if not, make a new one with the same scopes and store that: npm run cli -- credentials set <organisation>/${credential}.${ofChild}`;
}
