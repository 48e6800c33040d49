import { z } from 'zod';
import { redactVendorText } from '../http/redact.ts';

/** A member that is not of its usual type says nothing, and must not hide what the others say. */
const words = z.string().optional().catch(undefined);
const errorStatus = z.coerce.number().int().min(400).max(599).optional().catch(undefined);

/** `status` is a number in some envelopes, and `{ code, text }` in that of the destination lists. */
const statusSchema = z.union([
  z.number().transform((code) => ({ code: errorStatus.parse(code), text: undefined })),
  z.object({ code: errorStatus, text: words }),
]);

/** Every error envelope of this cloud at once: each API family has its own, and gateways add theirs. */
const errorBodySchema = z.object({
  statusCode: errorStatus,
  status: statusSchema.optional().catch(undefined),
  message: words,
  description: words,
  error: words,
  Error: words,
  txId: words,
  requestId: words,
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

const withoutWords = 'the answer gives no reason';

/** Reads an error from any of the envelopes; a body of no known form gives an error without words. */
export function readVendorError(body: unknown): VendorError {
  if (typeof body === 'string') return { text: redactVendorText(body) || withoutWords, rawMessage: body };
  const parsed = errorBodySchema.safeParse(body);
  if (!parsed.success) return { text: withoutWords, rawMessage: '' };
  const { status, message, description, error, Error: capitalError, txId, requestId } = parsed.data;
  const statusCode = parsed.data.statusCode ?? status?.code;
  const statusText = status?.code === undefined ? undefined : status.text;
  const said = [...new Set([error ?? capitalError, message, description, statusText])].filter((word) => word);
  const support = txId ?? requestId;
  const text = said.length > 0 ? redactVendorText(said.join(': ')) : withoutWords;
  return {
    text: support ? `${text} (Cisco's id for support: ${redactVendorText(support)})` : text,
    rawMessage: message ?? '',
    ...(statusCode === undefined ? {} : { statusCode }),
    ...(error === undefined ? {} : { code: error }),
  };
}
