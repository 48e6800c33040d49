import { z } from 'zod';
import { readVendorError, type VendorError } from './error-body.ts';

const envelopeSchema = z.object({
  status: z.object({ code: z.number() }),
  data: z.unknown(),
  statusCode: z.undefined().optional(),
  meta: z.object({ total: z.number().int().nonnegative().optional() }).optional(),
});

export type Envelope =
  | { readonly kind: 'data'; readonly data: unknown; readonly total?: number }
  | { readonly kind: 'error'; readonly error: VendorError };

/**
 * Tells success from failure in an answer of the destination list API. HTTP 200 alone means nothing here:
 * a missing list and a refused URL were both seen under it. Success is HTTP 2xx, and `status.code` 200,
 * and `data` present, and no `statusCode` beside them.
 * @see https://developer.cisco.com/docs/cloud-security/secure-access-api-reference-destination-lists-overview
 */
export function openEnvelope(httpStatus: number, body: unknown): Envelope {
  const parsed = envelopeSchema.safeParse(body);
  const isSuccess =
    httpStatus >= 200 &&
    httpStatus < 300 &&
    parsed.success &&
    parsed.data.status.code === 200 &&
    parsed.data.data !== undefined;
  if (!isSuccess) return { kind: 'error', error: { statusCode: httpStatus, ...readVendorError(body) } };
  const total = parsed.data.meta?.total;
  return { kind: 'data', data: parsed.data.data, ...(total === undefined ? {} : { total }) };
}
