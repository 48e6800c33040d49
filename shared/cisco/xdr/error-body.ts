import { z } from 'zod';
import { redactVendorText } from '../http/redact.ts';

/** A member that is not of its usual type says nothing, and must not hide what the others say. */
const words = z.string().optional().catch(undefined);
const scopes = z.array(z.string()).optional().catch(undefined);

/** The envelopes of IROH, CTIA and the gateway at once. IROH writes hyphens. */
const errorBodySchema = z.object({
  error: words,
  error_description: words,
  trace_id: words,
  'missing-scopes': scopes,
  'required-scopes': scopes,
  type: words,
  message: words,
});

/** What an answer of XDR says is wrong. */
export interface XdrError {
  /** The vendor's words, redacted and cut; with the id that Cisco's support asks for. */
  readonly text: string;
  /** IROH's word for the error, such as `missing_scope`. */
  readonly code?: string;
  readonly missingScopes: readonly string[];
  readonly requiredScopes: readonly string[];
}

const withoutWords = 'the answer gives no reason';

/**
 * Reads an error of any of the APIs. Inspect answers with a map from the offending key to what is wrong with it, and
 * CTIA with lists of its own: what is of no known form is told as it came.
 */
export function readXdrError(body: unknown): XdrError {
  const parsed = errorBodySchema.safeParse(body);
  if (!parsed.success) return { text: rawText(body), missingScopes: [], requiredScopes: [] };
  const { error, error_description, trace_id, type, message } = parsed.data;
  const said = [...new Set([error, type, error_description, message])].filter((word) => word);
  const text = said.length > 0 ? redactVendorText(said.join(': ')) : rawText(body);
  return {
    text: trace_id === undefined ? text : `${text} (Cisco's id for support: ${redactVendorText(trace_id)})`,
    ...(error === undefined ? {} : { code: error }),
    missingScopes: parsed.data['missing-scopes'] ?? [],
    requiredScopes: parsed.data['required-scopes'] ?? [],
  };
}

function rawText(body: unknown): string {
  if (typeof body === 'string') return redactVendorText(body).trim() || withoutWords;
  const isEmpty = body === undefined || body === null || Object.keys(body).length === 0;
  return isEmpty ? withoutWords : redactVendorText(JSON.stringify(body));
}
