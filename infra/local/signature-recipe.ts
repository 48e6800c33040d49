import type { HmacAlgorithm } from '#shared/config/described-hmac.ts';
import type { SenderAuthentication } from './sender-authentication.ts';

/** How a signing sender makes its headers, so that code and a shell can follow the same steps. */
export interface SignatureRecipe {
  readonly algorithm: HmacAlgorithm;
  readonly key: Buffer;
  /** `{id}`, `{timestamp}` and `{body}` with what stands between them. */
  readonly signedContent: string;
  readonly encoding: 'hex' | 'base64';
  readonly timestampUnit: 'seconds' | 'milliseconds';
  /** Values with `{id}`, `{timestamp}` and `{signature}` in them. */
  readonly headers: Readonly<Record<string, string>>;
}

/** The recipe of a sender; nothing when it does not sign with HMAC. */
export function signatureRecipe(sender: SenderAuthentication): SignatureRecipe | undefined {
  switch (sender.scheme) {
    case 'standard-webhooks':
      return {
        ...usual,
        key: Buffer.from(sender.secret.replace(/^whsec_/, ''), 'base64'),
        signedContent: '{id}.{timestamp}.{body}',
        encoding: 'base64',
        headers: {
          'webhook-id': '{id}',
          'webhook-timestamp': '{timestamp}',
          'webhook-signature': 'v1,{signature}',
        },
      };
    case 'github':
      return signedBody(sender.secret, { 'x-hub-signature-256': 'sha256={signature}' });
    case 'jira':
      return signedBody(sender.secret, { 'x-hub-signature': 'sha256={signature}' });
    case 'pagerduty':
      return signedBody(sender.secret, { 'x-pagerduty-signature': 'v1={signature}' });
    case 'slack':
      return {
        ...signedBody(sender.secret, {
          'x-slack-request-timestamp': '{timestamp}',
          'x-slack-signature': 'v0={signature}',
        }),
        signedContent: 'v0:{timestamp}:{body}',
      };
    case 'stripe':
      return {
        ...signedBody(sender.secret, { [sender.header.toLowerCase()]: 't={timestamp},v1={signature}' }),
        signedContent: '{timestamp}.{body}',
      };
    case 'teams':
      return {
        ...signedBody(sender.secret, { authorization: 'HMAC {signature}' }),
        key: Buffer.from(sender.secret, 'base64'),
        encoding: 'base64',
      };
    case 'hmac':
      return {
        algorithm: sender.algorithm,
        key: Buffer.from(sender.secret, sender.secretEncoding === 'text' ? 'utf8' : sender.secretEncoding),
        signedContent: sender.signedContent,
        encoding: sender.encoding,
        timestampUnit: sender.timestampUnit,
        headers: {
          [sender.header.toLowerCase()]: `${sender.prefix}{signature}`,
          ...(sender.timestampHeader && { [sender.timestampHeader.toLowerCase()]: '{timestamp}' }),
          ...(sender.idHeader && { [sender.idHeader.toLowerCase()]: '{id}' }),
        },
      };
    case 'bearer-token':
    case 'basic':
    case 'api-key':
    case 'url-secret':
    case 'aws-iam':
      return undefined;
  }
}

const usual = { algorithm: 'sha256', timestampUnit: 'seconds' } as const;

function signedBody(secret: string, headers: Readonly<Record<string, string>>): SignatureRecipe {
  return {
    ...usual,
    key: Buffer.from(secret, 'utf8'),
    signedContent: '{body}',
    encoding: 'hex',
    headers,
  };
}
