import { z } from 'zod';
import type { HttpAnswer } from '../http/http-call.ts';
import { redactVendorText } from '../http/redact.ts';

const words = z.string().min(1).optional().catch(undefined);

/** Older gateways write `error` where the documents say `message`. */
const errorBodySchema = z
  .object({ message: words, error: words, trackingId: words })
  .catch({ message: undefined, error: undefined, trackingId: undefined });

/** An error of the platform, fit to be shown. */
export interface PlatformError {
  /** The platform's words, without credentials and cut. */
  readonly said: string;
  /** The same with the id that Cisco's support asks for. */
  readonly text: string;
}

/**
 * Reads the error envelope of the platform: five fields, of which a person needs `message` and `trackingId`.
 * @param sent the secrets of the request: an answer may quote them, and a refresh token looks like any other word
 * @see https://developer.cisco.com/docs/security-cloud-control/getting-started/
 */
export function readPlatformError({ body, headers }: HttpAnswer, ...sent: readonly string[]): PlatformError {
  const { message, error, trackingId } = errorBodySchema.parse(body);
  const raw = message ?? error ?? (typeof body === 'string' ? body : '');
  const clean = (text: string) =>
    redactVendorText(sent.reduce((left, secret) => left.replaceAll(secret, '[redacted]'), text));
  const said = clean(raw) || 'the answer gives no reason';
  const supportId = trackingId ?? headers.get('trackingid');
  return { said, text: supportId ? `${said} (Cisco's id for support: ${clean(supportId)})` : said };
}
