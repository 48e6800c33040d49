import { z } from 'zod';
import { type RequestId, requestIdSchema } from '../../requests/request-id.ts';

/** Names what came at once, a file or a ticket, for the person who decides about it: `bat_` and the request's digits. */
export const batchIdSchema = z
  .string()
  .regex(/^bat_[0-9a-f]{32}$/, 'the id of a batch is bat_ followed by 32 hexadecimal digits')
  .brand<'BatchId'>();
export type BatchId = z.infer<typeof batchIdSchema>;

export function batchIdOf(request: RequestId): BatchId {
  return batchIdSchema.parse(request.replace('req_', 'bat_'));
}

export function requestIdOf(batch: BatchId): RequestId {
  return requestIdSchema.parse(batch.replace('bat_', 'req_'));
}
