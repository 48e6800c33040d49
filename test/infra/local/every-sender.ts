import type { z } from 'zod';
import type { authenticationSchema } from '#shared/config/authentication.ts';

/** Every scheme as it may stand in a configuration, with such forms of it as sign differently. */
export const everyAuthentication = {
  'standard-webhooks': 'standard-webhooks',
  github: 'github',
  jira: 'jira',
  pagerduty: 'pagerduty',
  slack: 'slack',
  stripe: 'stripe',
  teams: 'teams',
  hmac: { scheme: 'hmac', header: 'X-Acme-Signature', prefix: 'sha256=' },
  'hmac-with-everything': {
    scheme: 'hmac',
    header: 'X-Acme-Signature',
    algorithm: 'sha512',
    encoding: 'base64',
    secretEncoding: 'base64',
    signedContent: 'v2:{id}:{timestamp}:{body}',
    idHeader: 'X-Acme-Delivery',
    timestampHeader: 'X-Acme-Time',
    timestampUnit: 'milliseconds',
  },
  'bearer-token': 'bearer-token',
  basic: 'basic',
  'api-key': { scheme: 'api-key', header: 'X-TheHive-Key' },
  'url-secret': { scheme: 'url-secret', allowedSources: ['127.0.0.0/8', '203.0.113.0/24'] },
  'aws-iam': { scheme: 'aws-iam', callers: ['arn:aws:iam::111122223333:role/soar'] },
} as const satisfies Record<string, z.input<typeof authenticationSchema>>;
