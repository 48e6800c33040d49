import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { AuthenticationSettings } from '#shared/config/authentication.ts';
import { hmacAlgorithms } from '#shared/config/described-hmac.ts';

const secret = z.string().min(1);

/**
 * What a sender needs to prove who it is: part of `stack.json`, so that tests and tools can call.
 * The names are those that its console would use.
 */
export const senderAuthenticationSchema = z.discriminatedUnion('scheme', [
  z.object({
    scheme: z.literal('standard-webhooks'),
    /** `whsec_` and the signing key in base64. */
    secret: z.string().startsWith('whsec_'),
  }),
  z.object({ scheme: z.literal(['github', 'jira', 'pagerduty', 'slack']), secret }),
  z.object({ scheme: z.literal('stripe'), header: z.string(), secret }),
  z.object({
    scheme: z.literal('teams'),
    /** Base64 of the signing key. */
    secret,
  }),
  z.object({
    scheme: z.literal('hmac'),
    header: z.string(),
    prefix: z.string(),
    algorithm: z.enum(hmacAlgorithms),
    encoding: z.enum(['hex', 'base64']),
    secretEncoding: z.enum(['text', 'hex', 'base64']),
    signedContent: z.string(),
    timestampHeader: z.string().optional(),
    timestampUnit: z.enum(['seconds', 'milliseconds']),
    idHeader: z.string().optional(),
    secret,
  }),
  z.object({ scheme: z.literal('bearer-token'), token: z.string().min(1) }),
  z.object({ scheme: z.literal('basic'), username: z.string(), password: z.string() }),
  z.object({ scheme: z.literal('api-key'), header: z.string(), key: z.string() }),
  z.object({ scheme: z.literal('url-secret'), secret }),
  /** Proved by whoever's AWS credentials sign the request. */
  z.object({ scheme: z.literal('aws-iam') }),
]);

export type SenderAuthentication = z.infer<typeof senderAuthenticationSchema>;

const secretBytes = 32;

/** Makes a new secret for a sender, good for one local run. */
export function generateSenderAuthentication(
  settings: AuthenticationSettings,
  random: (size: number) => Buffer = randomBytes,
): SenderAuthentication {
  return senderAuthentication(settings, newSecret(settings, random(secretBytes)));
}

/** What the sender of a connection is told: its settings, with the secret as it is stored for the function. */
export function senderAuthentication(
  settings: AuthenticationSettings,
  storedSecret: string,
): SenderAuthentication {
  switch (settings.scheme) {
    case 'standard-webhooks':
      return { scheme: settings.scheme, secret: `whsec_${storedSecret.replace(/^whsec_/, '')}` };
    case 'github':
    case 'jira':
    case 'pagerduty':
    case 'slack':
    case 'teams':
    case 'url-secret':
      return { scheme: settings.scheme, secret: storedSecret };
    case 'stripe':
      return { scheme: settings.scheme, header: settings.header, secret: storedSecret };
    case 'hmac':
      return { ...settings, secret: storedSecret };
    case 'bearer-token':
      return { scheme: settings.scheme, token: storedSecret };
    case 'basic': {
      const [username = '', ...password] = storedSecret.split(':');
      return { scheme: settings.scheme, username, password: password.join(':') };
    }
    case 'api-key':
      return { scheme: settings.scheme, header: settings.header, key: storedSecret };
    case 'aws-iam':
      return { scheme: settings.scheme };
  }
}

/** The secret itself, as it is stored for the function that checks it; nothing where there is none. */
export function secretOf(authentication: SenderAuthentication): string | undefined {
  switch (authentication.scheme) {
    case 'bearer-token':
      return authentication.token;
    case 'basic':
      return `${authentication.username}:${authentication.password}`;
    case 'api-key':
      return authentication.key;
    case 'aws-iam':
      return undefined;
    default:
      return authentication.secret;
  }
}

/** Where the sender of a connection posts to. */
export function senderAddress(
  apiUrl: string,
  connection: string,
  authentication: SenderAuthentication,
): string {
  switch (authentication.scheme) {
    case 'aws-iam':
      return `${apiUrl}/aws-webhooks/${connection}`;
    case 'url-secret':
      return `${apiUrl}/webhooks/${connection}/${authentication.secret}`;
    default:
      return `${apiUrl}/webhooks/${connection}`;
  }
}

function newSecret(settings: AuthenticationSettings, bytes: Buffer): string {
  switch (settings.scheme) {
    case 'standard-webhooks':
      return `whsec_${bytes.toString('base64')}`;
    case 'teams':
      return bytes.toString('base64');
    case 'hmac':
      return bytes.toString(settings.secretEncoding === 'text' ? 'base64url' : settings.secretEncoding);
    case 'basic':
      return `webhooks:${bytes.toString('base64url')}`;
    default:
      return bytes.toString('base64url');
  }
}
