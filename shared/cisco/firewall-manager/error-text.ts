import { z } from 'zod';
import { redactVendorText } from '../http/redact.ts';

/** A member that is not of its usual type says nothing, and must not hide what the others say. */
const words = z.string().optional().catch(undefined);

/**
 * The three error envelopes at once: the service's own, that of its 401, and the gateway's before it, which is not
 * documented.
 */
const errorBodySchema = z.object({
  errorCode: words,
  errorMsg: words,
  error: words,
  errorDescription: words,
  requestId: words,
});

/** The vendor's words about a failure, redacted and cut; for messages. */
export function firewallManagerErrorText(body: unknown): string {
  const parsed = errorBodySchema.safeParse(body).data;
  const said = [parsed?.errorCode ?? parsed?.error, parsed?.errorMsg ?? parsed?.errorDescription];
  const text = redactVendorText(said.filter(Boolean).join(': ')) || 'the answer gives no reason';
  return parsed?.requestId ? `${text} (Cisco's id for support: ${redactVendorText(parsed.requestId)})` : text;
}
