import type { z } from 'zod';
import type { authenticationSchema } from '#shared/config/authentication.ts';

/** One authentic delivery of a scheme. */
export interface SignatureVector {
  /** As it would stand in the configuration. */
  readonly settings: z.input<typeof authenticationSchema>;
  /** As it would be stored. */
  readonly secret: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** The header that holds the signature. */
  readonly signatureHeader: string;
  /** The header that holds the time; only of schemes that sign one. */
  readonly timestampHeader?: string;
  /** The sender's id that was signed. */
  readonly signedId?: string;
}

/** What every vector signs; the letter beyond ASCII shows that bytes are signed, not characters. */
export const signedBody = '{"indicators":["examplemalwaredomain.com","bücher.example"]}';

/** When every vector with a time was signed: 2026-11-22T10:00:00Z. */
export const signedAtSeconds = 1_795_341_600;

const text = 'a dummy secret, of tests only';
const bodyInHex = '887ae3ed933a553d85b1c80de6609a4096ee32411f6e0ada1d78285b235b826b';
/** Base64 of `dummy-key-of-the-tests-only-0001`. */
const base64 = 'ZHVtbXkta2V5LW9mLXRoZS10ZXN0cy1vbmx5LTAwMDE=';

/** Computed with `openssl dgst -mac HMAC`, so that no code of ours has a part in them. */
export const signatureVectors: Readonly<Record<string, SignatureVector>> = {
  'Standard Webhooks': {
    settings: 'standard-webhooks',
    secret: `whsec_${base64}`,
    headers: {
      'webhook-id': 'msg_2Lm7',
      'webhook-timestamp': `${signedAtSeconds}`,
      'webhook-signature': 'v1,gHjvMaNSRvRw3o5l2ZLHPj+e9XG5iK3RT5jNp7nWc5o=',
    },
    signatureHeader: 'webhook-signature',
    timestampHeader: 'webhook-timestamp',
    signedId: 'msg_2Lm7',
  },
  Svix: {
    settings: 'standard-webhooks',
    secret: `whsec_${base64}`,
    headers: {
      'svix-id': 'msg_2Lm7',
      'svix-timestamp': `${signedAtSeconds}`,
      'svix-signature': 'v1,gHjvMaNSRvRw3o5l2ZLHPj+e9XG5iK3RT5jNp7nWc5o=',
    },
    signatureHeader: 'svix-signature',
    timestampHeader: 'svix-timestamp',
    signedId: 'msg_2Lm7',
  },
  GitHub: {
    settings: 'github',
    secret: text,
    headers: { 'x-hub-signature-256': `sha256=${bodyInHex}` },
    signatureHeader: 'x-hub-signature-256',
  },
  Jira: {
    settings: 'jira',
    secret: text,
    headers: { 'x-hub-signature': `sha256=${bodyInHex}` },
    signatureHeader: 'x-hub-signature',
  },
  PagerDuty: {
    settings: 'pagerduty',
    secret: text,
    headers: { 'x-pagerduty-signature': `v1=${bodyInHex}` },
    signatureHeader: 'x-pagerduty-signature',
  },
  Slack: {
    settings: 'slack',
    secret: text,
    headers: {
      'x-slack-request-timestamp': `${signedAtSeconds}`,
      'x-slack-signature': 'v0=6b26c51f601e00823af3325c520e7a77431df54c46f1e446d6e5d6f19232862f',
    },
    signatureHeader: 'x-slack-signature',
    timestampHeader: 'x-slack-request-timestamp',
  },
  Stripe: {
    settings: 'stripe',
    secret: 'whsec_dummyOfTheTestsOnly',
    headers: {
      'stripe-signature': `t=${signedAtSeconds},v1=8e0e05693d744a8c6fdd18c19e019df650d7a1924e4d3511adfa3f0aeb5c0f6e`,
    },
    signatureHeader: 'stripe-signature',
    timestampHeader: 'stripe-signature',
  },
  Teams: {
    settings: 'teams',
    secret: base64,
    headers: { authorization: 'HMAC hkjY50L72i90wzMMlmkqEO9AFJXXRWri4yLjVmXQfb8=' },
    signatureHeader: 'authorization',
  },
  'a described HMAC over id, time and body': {
    settings: {
      scheme: 'hmac',
      header: 'X-Acme-Signature',
      algorithm: 'sha512',
      encoding: 'base64',
      secretEncoding: 'hex',
      signedContent: '{id}:{timestamp}:{body}',
      idHeader: 'X-Acme-Delivery',
      timestampHeader: 'X-Acme-Time',
      timestampUnit: 'milliseconds',
    },
    secret: '64756d6d792d6b65792d6f662d7468652d74657374732d6f6e6c792d30303031',
    headers: {
      'x-acme-delivery': 'd-17',
      'x-acme-time': `${signedAtSeconds}000`,
      'x-acme-signature':
        'DwQeXeTavWtASX3SDrPj606jkuVnSm7YUJANWtfURJYB7o4JXWC5XukAxkJi/ImhvvrZHWWou+9LB7hfB9q7mA==',
    },
    signatureHeader: 'x-acme-signature',
    timestampHeader: 'x-acme-time',
    signedId: 'd-17',
  },
  'a described HMAC of an old sender': {
    settings: { scheme: 'hmac', header: 'X-Old-Signature', prefix: 'sha1=', algorithm: 'sha1' },
    secret: text,
    headers: { 'x-old-signature': 'sha1=4559adb592ce54c30c9c065afeedbb6fad7f443c' },
    signatureHeader: 'x-old-signature',
  },
};
