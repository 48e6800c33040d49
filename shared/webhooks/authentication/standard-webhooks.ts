import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import {
  type Authentication,
  type AuthenticationMethod,
  type PresentedCredentials,
  validSecrets,
} from './authentication.ts';

/** How far the sender's clock may be from ours, in either direction. */
const toleranceSeconds = 300;

/** The specification's lower bound for the key. */
const shortestKeyBytes = 24;

/** A sender that rotates signs twice or thrice; more would only make us compute for nothing. */
const mostSignatures = 10;

const keyOf = (secret: string) => Buffer.from(secret.replace(/^whsec_/, ''), 'base64');

/**
 * Standard Webhooks: `<id>.<timestamp>.<raw body>` is signed with HMAC-SHA-256, under the headers `webhook-*`
 * or, from Svix, `svix-*`.
 *
 * The package `standardwebhooks` is not used here: it takes the time from `Date.now()`, knows one secret,
 * and decodes the body before it signs. The tests hold this file against it.
 *
 * @see https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
 */
export const standardWebhooks: AuthenticationMethod = {
  challenge: 'Standard-Webhooks',
  secretSchema: z
    .string()
    .trim()
    .regex(/^(?:whsec_)?[A-Za-z0-9+/]+={0,2}$/, 'a signing secret is whsec_ followed by base64')
    .refine((secret) => keyOf(secret).length >= shortestKeyBytes, {
      error: `the key of a signing secret has at least ${shortestKeyBytes} bytes`,
    }),

  authenticate(presented, secret) {
    const signed = signedHeaders(presented.headers);
    if (!signed) {
      return refused('the headers webhook-id, webhook-timestamp and webhook-signature must all be sent');
    }
    const clockProblem = problemWithTimestamp(signed.timestamp, presented.receivedAt);
    if (clockProblem !== undefined) return refused(clockProblem);

    const signatures = versionOneSignatures(signed.signature);
    if (signatures.length === 0) {
      return refused('webhook-signature holds no signature of the form v1,<base64 of 32 bytes>');
    }
    const isAuthentic = validSecrets(secret).some((valid) => {
      const expected = sign(signed, presented.body, keyOf(valid));
      return signatures.some((signature) => timingSafeEqual(signature, expected));
    });
    return isAuthentic
      ? { kind: 'authentic', deliveryId: signed.id }
      : refused(
          'the signature fits none of the valid secrets: the sender may hold an old secret or one with white space in it, or the body was changed after signing',
        );
  },
};

interface SignedHeaders {
  readonly id: string;
  readonly timestamp: string;
  readonly signature: string;
}

function signedHeaders(headers: PresentedCredentials['headers']): SignedHeaders | undefined {
  for (const prefix of ['webhook', 'svix']) {
    const id = headers.get(`${prefix}-id`);
    const timestamp = headers.get(`${prefix}-timestamp`);
    const signature = headers.get(`${prefix}-signature`);
    if (id && timestamp && signature) return { id, timestamp, signature };
  }
  return undefined;
}

function problemWithTimestamp(timestamp: string, receivedAt: Date): string | undefined {
  if (!/^\d{1,12}$/.test(timestamp)) return 'webhook-timestamp must be whole seconds since 1970';
  const ageSeconds = Math.floor(receivedAt.getTime() / 1000) - Number(timestamp);
  if (Math.abs(ageSeconds) <= toleranceSeconds) return undefined;
  const where = ageSeconds > 0 ? 'behind' : 'ahead of';
  return `webhook-timestamp is ${Math.abs(ageSeconds)} s ${where} our clock and may be ${toleranceSeconds} s off: check the sender's clock, and sign again when sending again`;
}

function versionOneSignatures(header: string): Buffer[] {
  return header
    .split(' ', mostSignatures)
    .filter((versioned) => versioned.startsWith('v1,'))
    .map((versioned) => Buffer.from(versioned.slice('v1,'.length), 'base64'))
    .filter((signature) => signature.length === 32);
}

function sign({ id, timestamp }: SignedHeaders, body: Buffer, key: Buffer): Buffer {
  return createHmac('sha256', key).update(`${id}.${timestamp}.`).update(body).digest();
}

function refused(likelyCause: string): Authentication {
  return { kind: 'refused', likelyCause };
}
