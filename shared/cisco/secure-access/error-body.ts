import { z } from 'zod';
import { redactVendorText } from '../http/redact.ts';

/** Every error envelope of this cloud at once: each API family has its own, and gateways add theirs. */
const errorBodySchema = z.object({
  statusCode: z.coerce.number().optional(),
  status: z.unknown().optional(),
  message: z.string().optional(),
  description: z.string().optional(),
  error: z.string().optional(),
  Error: z.string().optional(),
  txId: z.string().optional(),
  requestId: z.string().optional(),
});

export interface VendorError {
  /** As the body says, when it does: may differ from the HTTP status. */
  readonly statusCode?: number;
  /** The vendor's words, redacted and cut; with the id that Cisco's support asks for. */
  readonly text: string;
  /** `message` as it came, for reading what is embedded in it. Never log it. */
  readonly rawMessage: string;
  /** The gateway's word for an expired bearer token is `invalid_request`. */
  readonly code?: string;
}

/** Reads an error from any of the envelopes; a body of no known form gives an error without words. */
export function readVendorError(body: unknown): VendorError {
  const parsed = errorBodySchema.safeParse(body);
  if (!parsed.success) {
    const text = typeof body === 'string' ? redactVendorText(body) : 'the answer gives no reason';
    return { text, rawMessage: typeof body === 'string' ? body : '' };
  }
  const { statusCode, message, description, error, Error: capitalError, txId, requestId } = parsed.data;
  const words = [...new Set([error ?? capitalError, message, description])].filter((word) => word);
  const support = txId ?? requestId;
  const text = words.length > 0 ? redactVendorText(words.join(': ')) : 'the answer gives no reason';
  return {
    text: support ? `${text} (Cisco's id for support: ${redactVendorText(support)})` : text,
    rawMessage: message ?? '',
    ...(statusCode === undefined ? {} : { statusCode }),
    ...(error === undefined ? {} : { code: error }),
  };
}
