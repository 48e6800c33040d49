import { z } from 'zod';
import { type PresentedCredentials, refused } from './authentication.ts';
import { readSignatures } from './signature-encoding.ts';
import { hmacMethod, signatureBytes } from './signed-delivery.ts';
import { usualToleranceSeconds } from './signing-time.ts';

/** The specification's lower bound for the key. */
const shortestKeyBytes = 24;

/** The key in a secret of Standard Webhooks, with `whsec_` before it or without. */
export const standardWebhooksKey = (secret: string) => Buffer.from(secret.replace(/^whsec_/, ''), 'base64');

/**
 * Standard Webhooks: `<id>.<timestamp>.<raw body>` is signed with HMAC-SHA-256, under the headers `webhook-*`
 * or, from Svix, `svix-*`.
 *
 * The package `standardwebhooks` is not used here: it takes the time from `Date.now()`, knows one secret,
 * and decodes the body before it signs. The tests hold this file against it.
 *
 * @see https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
 */
export const standardWebhooks = hmacMethod({
  challenge: 'Standard-Webhooks',
  secretSchema: z
    .string()
    .trim()
    .regex(/^(?:whsec_)?[A-Za-z0-9+/]+={0,2}$/, 'a signing secret is whsec_ followed by base64')
    .refine((secret) => standardWebhooksKey(secret).length >= shortestKeyBytes, {
      error: `the key of a signing secret has at least ${shortestKeyBytes} bytes`,
    }),
  algorithm: 'sha256',
  keyOf: standardWebhooksKey,
  read({ headers, body }) {
    const signed = signedHeaders(headers);
    if (!signed) {
      return refused('the headers webhook-id, webhook-timestamp and webhook-signature must all be sent');
    }
    const { id, timestamp } = signed;
    const signatures = readSignatures(signed.signature.split(' '), {
      prefix: 'v1,',
      encoding: 'base64',
      bytes: signatureBytes.sha256,
    });
    if (signatures.length === 0) {
      return refused('webhook-signature holds no signature of the form v1,<base64 of 32 bytes>');
    }
    return {
      kind: 'signed',
      signatures,
      content: [`${id}.${timestamp}.`, body],
      id,
      signedAt: {
        header: 'webhook-timestamp',
        text: timestamp,
        unit: 'seconds',
        toleranceSeconds: usualToleranceSeconds,
      },
    };
  },
});

function signedHeaders(
  headers: PresentedCredentials['headers'],
): { id: string; timestamp: string; signature: string } | undefined {
  for (const prefix of ['webhook', 'svix']) {
    const id = headers.get(`${prefix}-id`);
    const timestamp = headers.get(`${prefix}-timestamp`);
    const signature = headers.get(`${prefix}-signature`);
    if (id && timestamp && signature) return { id, timestamp, signature };
  }
  return undefined;
}
