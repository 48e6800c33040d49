import { createHash } from 'node:crypto';
import { z } from 'zod';

/** Names one accepted request for good: `req_` and 32 hexadecimal digits. */
export const requestIdSchema = z
  .string()
  .regex(/^req_[0-9a-f]{32}$/, 'a request id is req_ followed by 32 hexadecimal digits')
  .brand<'RequestId'>();

export type RequestId = z.infer<typeof requestIdSchema>;

/**
 * The same connection and delivery id always give the same request id, so that a sender's repeat,
 * also one after a crash of ours, is recognised everywhere downstream.
 */
export function deriveRequestId(connection: string, deliveryId: string): RequestId {
  const digest = createHash('sha256').update(`${connection}\n${deliveryId}`, 'utf8').digest('hex');
  return requestIdSchema.parse(`req_${digest.slice(0, 32)}`);
}
