import { z } from 'zod';
import { bearerTokenSchema } from '../../credentials/access-token.ts';
import { ConfigurationProblem } from '../../errors/configuration-problem.ts';
import { GiveUp } from '../../errors/give-up.ts';
import type { HttpClient } from '../http/http-client.ts';
import { describeCall } from '../http/redact.ts';
import { readVendorError } from './error-body.ts';

/** The API key as a person stores it: `{ "key": "…", "secret": "…" }`. */
export const apiKeySchema = z.object({ key: z.string().min(1), secret: z.string().min(1) });
export type ApiKey = z.infer<typeof apiKeySchema>;

const tokenAnswerSchema = z.object({ access_token: bearerTokenSchema, expires_in: z.number().positive() });

/**
 * Mints an access token: `POST /auth/v2/token`, limited to 20 a minute for each key.
 * @throws ConfigurationProblem when the key is refused; the message says what to do, and holds no part of the key
 * @throws RetryLater when the cloud does not answer
 * @see https://developer.cisco.com/docs/cloud-security/secure-access-api-getting-started
 */
export async function requestAccessToken(
  http: HttpClient,
  baseUrl: URL,
  apiKey: ApiKey,
): Promise<{ accessToken: string; expiresInSeconds: number }> {
  const call = {
    method: 'POST' as const,
    url: new URL('/auth/v2/token', baseUrl),
    // A second token does no harm: the first one then simply is not used.
    repetition: 'repeatable' as const,
    headers: {
      accept: 'application/json',
      authorization: `Basic ${Buffer.from(`${apiKey.key}:${apiKey.secret}`).toString('base64')}`,
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: 'grant_type=client_credentials',
  };
  const answer = await http.send(call);
  if ([400, 401, 403].includes(answer.status)) {
    throw new ConfigurationProblem(
      `${describeCall(call)} answered ${answer.status}: ${readVendorError(answer.body).text}. The API key or its secret is wrong, expired, disabled, or belongs to another cloud than ${baseUrl.host}. Check it in the console, and store key and secret again.`,
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
