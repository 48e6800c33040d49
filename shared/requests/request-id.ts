import { createHash } from 'node:crypto';
import { z } from 'zod';

/** Names one accepted request for good: `req_` and 32 hexadecimal digits. */
export const requestIdSchema = z
  .string()
  .regex(/^req_[0-9a-f]{32}$/, 'a request id is req_ followed by 32 hexadecimal digits')
  .brand<'RequestId'>();

export type RequestId = z.infer<typeof requestIdSchema>;

/**
 * The same origin and identity always give the same request id, so that a sender's repeat, also one after a crash
 * of ours, is recognised everywhere downstream.
 * @param origin the connection, or the source of an event
 * @param identity what tells its deliveries apart: the delivery id and the body's digest, or the event's id.
 *   The digest is part of it because a sender that uses an id twice would otherwise lose one of two bodies.
 */
export function deriveRequestId(origin: string, ...identity: readonly string[]): RequestId {
  const digest = createHash('sha256')
    .update([origin, ...identity].join('\n'), 'utf8')
    .digest('hex');
  return requestIdSchema.parse(`req_${digest.slice(0, 32)}`);
}
